using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Time;

namespace TrialSim.Results.Tables;

/// <summary>What is to be known of a kind of row to write and to summarise it, in one place.</summary>
/// <param name="Name">What <c>replicates.csv</c> calls it.</param>
/// <param name="Summary">What <c>operating-characteristics.csv</c> calls its mean estimate: one of <see cref="Measures"/>; empty without estimate.</param>
/// <param name="Unit">Unit of that mean.</param>
/// <param name="Scale">How the estimate is averaged and shown.</param>
/// <param name="Error">What the row says about the error of its estimate.</param>
/// <param name="Test">Whether it tests.</param>
internal sealed record MeasureTraits(string Name, string Summary, string Unit, EstimateScale Scale, EstimateError Error, TestDirection Test)
{
    private static readonly ImmutableArray<MeasureTraits> ByMeasure = [.. Enum.GetValues<RowMeasure>().Select(Describe)];

    /// <summary>Whether there is an estimate.</summary>
    public bool HasEstimate => Scale != EstimateScale.None;

    /// <summary>Whether its row has a confidence interval whose width is told. Beside a true median stands the one that is seen, with its own.</summary>
    public bool HasInterval => Error != EstimateError.None && Summary != Measures.TrueMedian;

    /// <summary>Whether patients have events in it.</summary>
    public bool CountsEvents { get; init; } = true;

    /// <summary>Whether it tests.</summary>
    public bool IsTest => Test != TestDirection.NoTest;

    /// <summary>Whether it has a p-value.</summary>
    public bool HasPValue => Test is TestDirection.Directed or TestDirection.Undirected;

    /// <summary>A number in the unit of the estimate.</summary>
    public double InUnit(double value) => Scale == EstimateScale.Days ? value / DaysPer.Month : value;

    /// <summary>What is to be known of a measure.</summary>
    public static MeasureTraits Of(RowMeasure measure) => ByMeasure[(int)measure];

    /// <summary>Whether a mean estimate is that of logarithms.</summary>
    /// <param name="summary">What <c>operating-characteristics.csv</c> calls it.</param>
    public static bool IsGeometricMean(string summary) => summary == Measures.IntervalRatio || ByMeasure.Any(traits => traits.Scale == EstimateScale.Logarithmic && traits.Summary == summary);

    /// <summary>What <c>operating-characteristics.csv</c> calls the mean estimate of a kind of row; empty for one without estimate.</summary>
    /// <param name="name">What <c>replicates.csv</c> calls it.</param>
    public static string SummaryNamed(string name) => ByMeasure.FirstOrDefault(traits => traits.Name == name)?.Summary ?? "";

    private static MeasureTraits Describe(RowMeasure measure) => measure switch
    {
        RowMeasure.Count => new("count", "", "", EstimateScale.None, EstimateError.None, TestDirection.NoTest),
        RowMeasure.LogRank => new("log_rank", "", "", EstimateScale.None, EstimateError.None, TestDirection.Directed),
        RowMeasure.MaxCombo => new("max_combo", "", "", EstimateScale.None, EstimateError.None, TestDirection.Directed),
        RowMeasure.Trend => new("trend", "", "", EstimateScale.None, EstimateError.None, TestDirection.Directed),
        RowMeasure.GlobalLogRank => new(
            "global_log_rank", Measures.ChiSquare, "chi-square", EstimateScale.Plain, EstimateError.None, TestDirection.Undirected),
        RowMeasure.HazardRatio => new(
            "hazard_ratio", Measures.HazardRatio, "ratio", EstimateScale.Logarithmic, EstimateError.StandardErrorAndLimits, TestDirection.Directed),
        RowMeasure.Median => new("median", Measures.MedianSurvival, "months", EstimateScale.Days, EstimateError.Limits, TestDirection.NoTest),
        RowMeasure.TrueMedian => new("true_median", Measures.TrueMedian, "months", EstimateScale.Days, EstimateError.Limits, TestDirection.NoTest),
        RowMeasure.MedianFollowUp => new(
            "median_follow_up", Measures.MedianFollowUp, "months", EstimateScale.Days, EstimateError.Limits, TestDirection.NoTest),
        RowMeasure.Survival => new(
            "survival", Measures.MilestoneSurvival, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.NoTest),
        RowMeasure.SurvivalDifference => new(
            "survival_difference", Measures.MilestoneDifference, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.Directed),
        RowMeasure.RestrictedMean => new(
            "restricted_mean", Measures.RestrictedMean, "months", EstimateScale.Days, EstimateError.StandardErrorAndLimits, TestDirection.NoTest),
        RowMeasure.RestrictedMeanDifference => new(
            "restricted_mean_difference",
            Measures.RestrictedMeanDifference,
            "months",
            EstimateScale.Days,
            EstimateError.StandardErrorAndLimits,
            TestDirection.Directed),
        RowMeasure.RestrictedMeanRatio => new(
            "restricted_mean_ratio",
            Measures.RestrictedMeanRatio,
            "ratio",
            EstimateScale.Logarithmic,
            EstimateError.StandardErrorAndLimits,
            TestDirection.Directed),
        RowMeasure.Measured => new("measured", "", "", EstimateScale.None, EstimateError.None, TestDirection.NoTest) { CountsEvents = false },
        RowMeasure.Proportion => new(
            "proportion", Measures.Proportion, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.NoTest),
        RowMeasure.ProportionDifference => new(
            "proportion_difference", Measures.ProportionDifference, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.Directed),
        RowMeasure.Mean => new("mean", Measures.Mean, "as measured", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.NoTest) { CountsEvents = false },
        RowMeasure.MeanDifference => new(
            "mean_difference", Measures.MeanDifference, "as measured", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.Directed)
        { CountsEvents = false },
        RowMeasure.CumulativeIncidence => new(
            "cumulative_incidence", Measures.CumulativeIncidence, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.NoTest),
        RowMeasure.ProportionTest => new(
            "proportion_test", Measures.Proportion, "probability", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.Directed),
        RowMeasure.EventRatio => new(
            "event_ratio", Measures.EventRatio, "ratio", EstimateScale.Plain, EstimateError.StandardErrorAndLimits, TestDirection.Directed),
        RowMeasure.PosteriorProbability => new(
            "posterior_probability", Measures.PosteriorProbability, "probability", EstimateScale.Plain, EstimateError.None, TestDirection.Probability),
        RowMeasure.PredictiveProbability => new(
            "predictive_probability", Measures.PredictiveProbability, "probability", EstimateScale.Plain, EstimateError.None, TestDirection.Probability),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };
}
