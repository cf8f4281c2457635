using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Results.Sizes;

/// <summary>What a characteristic of the trial is to reach.</summary>
/// <param name="Name">The characteristic.</param>
/// <param name="Side">On which side of the bound.</param>
/// <param name="Bound">In the unit of the characteristic.</param>
/// <param name="Unit">That unit.</param>
/// <param name="BoundText">The bound as the command line takes it: a time has its unit.</param>
public sealed record SizeGoal(CharacteristicName Name, TargetSide Side, double Bound, string Unit, string BoundText)
{
    internal const string Probability = "probability";

    /// <summary>As the command line takes it: <c>power:os_test=0.8</c>.</summary>
    public override string ToString() => $"{Name}={BoundText}";

    /// <summary>The bound in words: <c>at least 0.8</c>, <c>at most 48mo</c>.</summary>
    public string Words => $"{(Side == TargetSide.AtLeast ? "at least" : "at most")} {BoundText}";

    /// <summary>The same for the search.</summary>
    public SizeTarget Target => new(Bound, Side, Unit == Probability && Name.Measure != Measures.IntervalWidth ? CurveScale.Share : CurveScale.Number);

    /// <summary>What replicates say of the characteristic; null where no replicate could give it.</summary>
    public SearchFigure? FigureOf(IEnumerable<OperatingCharacteristic> rows) => Name.RowIn(rows) is { Value: double value } row
        ? new SearchFigure(value, row.MonteCarloStandardError ?? 0.0, row.Replicates)
        : null;
}
