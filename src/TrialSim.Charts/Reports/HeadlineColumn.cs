using TrialSim.Results;

namespace TrialSim.Charts.Reports;

/// <summary>A column of a headline table.</summary>
/// <param name="Measure">Which rows it shows: one of <see cref="Measures"/>.</param>
/// <param name="Term">What its heading begins with, and what the key beneath the table explains.</param>
/// <param name="Meaning">How its figures are to be read, in a sentence for a trial designer.</param>
/// <param name="Analysis">The only analysis it shows; empty for all.</param>
internal sealed record HeadlineColumn(string Measure, string Term, string Meaning, string Analysis = "")
{
    /// <summary>The term, and the analysis where the column is about a single one.</summary>
    public string Heading => Analysis.Length > 0 ? $"{Term}, {Analysis}" : Term;

    /// <summary>Whether the row is a quantile over replicates of what the column shows.</summary>
    public bool ShowsQuantile(OperatingCharacteristic row) => Measures.Quantiles.Any(probability => row.Measure == Measures.QuantileOf(Measure, probability));

    /// <summary>Whether the column shows this row.</summary>
    public bool Shows(OperatingCharacteristic row) => row.Measure == Measure && (Analysis.Length == 0 || row.Analysis == Analysis);
}
