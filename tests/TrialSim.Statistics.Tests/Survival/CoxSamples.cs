using System.Globalization;
using TrialSim.Statistics.Survival;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>The random samples of cox_samples.csv and the models that R fitted to them.</summary>
internal static class CoxSamples
{
    private static readonly Dictionary<string, ReferenceRow[]> Samples = ReferenceRow.ReadAll("cox_samples.csv")
        .GroupBy(row => row["sample"]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The model that a row of reference figures is of.</summary>
    public static CoxModelResult Fit(ReferenceRow model)
    {
        ReferenceRow[] rows = Samples[model["sample"]];
        return CoxModel.Fit(
            new CoxSample(
                [.. rows.Select(r => r.Number("start"))],
                [.. rows.Select(r => r.Number("stop"))],
                [.. rows.Select(r => r["status"] == "1")],
                model["stratified"] == "1" ? [.. rows.Select(r => int.Parse(r["stratum"], CultureInfo.InvariantCulture))] : [],
                [.. rows.Select(r => r.Number("x1")), .. rows.Select(r => r.Number("x2")), .. rows.Select(r => r.Number("x3"))]),
            TiesOf(model["ties"]));
    }

    /// <summary>The ties of a model by the start of its name.</summary>
    public static TieHandling TiesOf(string model) =>
        model.StartsWith("efron", StringComparison.Ordinal) ? TieHandling.Efron
            : model.StartsWith("exact", StringComparison.Ordinal) ? TieHandling.Exact
            : TieHandling.Breslow;

    /// <summary>Numbers with semicolons between them.</summary>
    public static double[] Numbers(string list) => [.. list.Split(';').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
}
