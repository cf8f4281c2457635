using System.Globalization;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Results.Sizes;

/// <summary>What a characteristic of the trial is to reach.</summary>
/// <param name="Name">The characteristic.</param>
/// <param name="Side">On which side of the bound.</param>
/// <param name="Bound">In the unit of the characteristic.</param>
public sealed record SizeGoal(CharacteristicName Name, TargetSide Side, double Bound)
{
    private const string Probability = "probability";

    /// <summary>As the command line takes it: <c>power:os_test=0.8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}={Bound}");

    /// <summary>The bound in words: <c>at least 0.8</c>.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{(Side == TargetSide.AtLeast ? "at least" : "at most")} {Bound}");

    /// <summary>The same for the search.</summary>
    /// <param name="unit">Unit of the characteristic.</param>
    public SizeTarget In(string unit) => new(Bound, Side, unit == Probability && Name.Measure != Measures.IntervalWidth ? CurveScale.Share : CurveScale.Number);

    /// <summary>What replicates say of the characteristic; null where no replicate could give it.</summary>
    public SearchFigure? FigureOf(IEnumerable<OperatingCharacteristic> rows) => Name.RowIn(rows) is { Value: double value } row
        ? new SearchFigure(value, row.MonteCarloStandardError ?? 0.0, row.Replicates)
        : null;
}
