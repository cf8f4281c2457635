using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>What a reader wants to know who reads nothing else: power, type I error, how many patients, how long.</summary>
internal static class KeyFacts
{
    private const int MostTests = 4;

    /// <summary>The facts; nothing where there are none.</summary>
    public static string Of(RunSummary summary)
    {
        OperatingCharacteristic[] shown = [.. Shown(summary.OperatingCharacteristics)];
        bool isOfOneLook = summary.OperatingCharacteristics.Where(row => row.Measure == Measures.Power).Select(row => row.Look).Distinct().Count() <= 1;
        return shown.Length == 0
            ? ""
            : $"<dl class=\"facts key-facts\">\n{string.Concat(shown.Select(row => ReportPage.Fact(NameOf(row) + (row.Look.Length == 0 || isOfOneLook ? "" : $" at {row.Look}"), Figures.EstimateAndError(row))))}</dl>\n";
    }

    private static IEnumerable<OperatingCharacteristic> Shown(IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] estimated = [.. rows.Where(row => row.Value.HasValue)];
        OperatingCharacteristic[] overall = [.. estimated.Where(row => row.Measure == Measures.OverallPower)];
        return (overall.Length > 0 ? overall : AtLastLook(estimated)).Take(MostTests)
            .Concat(estimated.Where(row => row.Measure == Measures.TypeIError).Take(MostTests))
            .Concat(estimated.Where(row => row.Measure is Measures.FamilyWiseError or Measures.TrialPatients or Measures.TrialDuration));
    }

    // Without a power over all looks: that of each test at the last look that has it.
    private static IEnumerable<OperatingCharacteristic> AtLastLook(OperatingCharacteristic[] estimated) =>
        estimated.Where(row => row.Measure == Measures.Power).GroupBy(row => (row.Analysis, row.Arm)).Select(looks => looks.Last());

    private static string NameOf(OperatingCharacteristic row) => row.Measure switch
    {
        Measures.TypeIError => $"Type I error of {row.Analysis}",
        Measures.FamilyWiseError => row.Endpoint.Length > 0 ? $"Family-wise error on {row.Endpoint}" : "Family-wise error",
        Measures.TrialPatients => "Patients",
        Measures.TrialDuration => "Months to the end",
        _ => $"Power of {row.Analysis}",
    };
}
