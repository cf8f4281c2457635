namespace TrialSim.Charts.Specs;

/// <summary>A figure at which a histogram has a line.</summary>
/// <param name="What">What it is: one of <see cref="Kinds"/>.</param>
/// <param name="At">Where it stands.</param>
internal sealed record HistogramMark(string What, double At)
{
    /// <summary>The mean over replicates.</summary>
    public const string Mean = "mean";

    /// <summary>What is true of the patients that are simulated.</summary>
    public const string Truth = "truth";

    /// <summary>Half of the trials lie below.</summary>
    public const string Median = "median";

    /// <summary>The ends between which 95 % of the trials lie.</summary>
    public const string Most = "middle 95 %";

    /// <summary>The ends between which 90 % of the trials lie.</summary>
    public const string Many = "middle 90 %";

    /// <summary>The ends between which half of the trials lie.</summary>
    public const string Half = "middle half";

    /// <summary>All of them, in the order of the legend.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Mean, Truth, Median, Half, Many, Most];

    /// <summary>How its line is dashed: strokes and gaps in pixels.</summary>
    public static double[] DashOf(string what) => what switch
    {
        Mean => [1, 0],
        Truth => [8, 4],
        Median => [5, 2, 1, 2],
        Half => [4, 4],
        _ => [1.5, 3],
    };
}
