namespace TrialSim.Statistics.GroupSequential;

/// <summary>Bounds found look by look: each is the root that spends what its look may spend, given the bounds before it.</summary>
internal sealed class BoundSearch(Spending spending, double[] information, double[] spendingFractions, FutilityRule rule)
{
    // P(Z > 38) is the smallest normal tail that a double can hold.
    private const double Farthest = 38.0;

    private readonly SequentialDensity _underNull = new(0.0);
    private readonly double[] _efficacy = new double[information.Length];
    private readonly double[] _futility = new double[information.Length];

    internal double Efficacy(int look) => _efficacy[look];

    internal void FindEfficacy(int look)
    {
        double spentBefore = look == 0 ? 0.0 : spending.Cumulative(spendingFractions[look - 1]);
        double increment = spending.Cumulative(spendingFractions[look]) - spentBefore;
        _efficacy[look] = BoundAbove(_underNull, information[look], increment);
    }

    internal void Continue(int look, double futility)
    {
        _futility[look] = futility;
        if (look < information.Length - 1)
        {
            _underNull.Continue(
                rule == FutilityRule.Binding ? futility : double.NegativeInfinity, _efficacy[look], information[look], information[look + 1]);
        }
    }

    internal SequentialBounds Bounds() => new(information, _efficacy, _futility, rule);

    /// <summary>The bound that is crossed upwards with this probability; +∞ when there is nothing to spend.</summary>
    internal static double BoundAbove(SequentialDensity density, double information, double probability) =>
        probability <= 0.0 ? double.PositiveInfinity
        : density.Above(Farthest, information) >= probability ? double.PositiveInfinity
        : density.Above(-Farthest, information) <= probability ? -Farthest
        : Root.Find(z => density.Above(z, information) - probability, -Farthest, Farthest);

    /// <summary>The bound that is crossed downwards with this probability; −∞ when there is nothing to spend.</summary>
    internal static double BoundBelow(SequentialDensity density, double information, double probability) =>
        probability <= 0.0 ? double.NegativeInfinity
        : density.Below(-Farthest, information) >= probability ? double.NegativeInfinity
        : density.Below(Farthest, information) <= probability ? Farthest
        : Root.Find(z => density.Below(z, information) - probability, -Farthest, Farthest);
}
