using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results;

namespace TrialSim.Charts.Specs;

/// <summary>In what share of replicates a test rejects at a look, or the trial stops there for another reason.</summary>
/// <param name="Look">The look.</param>
/// <param name="InformationFraction">Where it is planned.</param>
/// <param name="What">What happens.</param>
/// <param name="Value">The share, 0…1.</param>
internal sealed record LookShare(string Look, double InformationFraction, string What, double Value)
{
    /// <summary>The test rejects, and has not before.</summary>
    public const string Rejects = "rejects";

    /// <summary>The trial stops for futility.</summary>
    public const string StopsForFutility = "stops for futility";

    /// <summary>The trial stops for harm.</summary>
    public const string StopsForHarm = "stops for harm";

    /// <summary>The shares at the looks of a test.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="analysis">The test.</param>
    /// <param name="planned">Its bounds as planned.</param>
    public static LookShare[] AllOf(RunSummary summary, string analysis, IReadOnlyList<SequentialPathPoint> planned)
    {
        IReadOnlyList<OperatingCharacteristic> rows = summary.OperatingCharacteristics;
        return
        [
            .. planned.SelectMany(plan => Of(plan, Rejects, row => row.Analysis == analysis && row.Measure == (planned.Count > 1 ? Measures.FirstRejection : Measures.Power))),
            .. planned.SelectMany(plan => Of(plan, StopsForFutility, row => row.Measure == Measures.StopProbability && row.Subject == "futility")),
            .. planned.SelectMany(plan => Of(plan, StopsForHarm, row => row.Measure == Measures.StopProbability && row.Subject == "harm")),
        ];

        IEnumerable<LookShare> Of(SequentialPathPoint plan, string what, Func<OperatingCharacteristic, bool> isWanted) => rows
            .Where(row => row.Look == plan.Look && isWanted(row) && row.Value.HasValue)
            .Take(1)
            .Select(row => new LookShare(plan.Look, plan.InformationFraction, what, row.Value!.Value));
    }

    /// <summary>As data of a specification.</summary>
    public JsonObject Datum() => new() { ["look"] = Look, ["planned_information"] = InformationFraction, ["what"] = What, ["share"] = Value, ["label"] = Label };

    private string Label => Value == 0 ? "0" : (100 * Value).ToString(Value < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";
}
