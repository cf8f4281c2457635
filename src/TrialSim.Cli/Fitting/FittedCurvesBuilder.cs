using TrialSim.Charts;

namespace TrialSim.Cli.Fitting;

/// <summary>Curves on the grid of a chart.</summary>
internal static class FittedCurvesBuilder
{
    private const int Points = 240;

    /// <summary>Share of the observed time by which a chart of data goes beyond it.</summary>
    public const double Extrapolation = 0.5;

    /// <summary>The chart of an arm.</summary>
    /// <param name="arm">The arm; empty for all patients.</param>
    /// <param name="kind">What was observed.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="observed">What was observed.</param>
    /// <param name="families">The curves.</param>
    /// <param name="last">End of the observation.</param>
    /// <param name="horizon">End of the chart.</param>
    public static FittedCurves Of(
        string arm, ObservedKind kind, string name, IReadOnlyList<ObservedPoint> observed, IReadOnlyList<FamilyCurve> families, double last, double horizon)
    {
        double end = horizon > 0 ? horizon : 1;
        double[] times = [.. Enumerable.Range(0, Points + 1).Select(i => end * i / Points).Append(last).Distinct().Order()];
        return new FittedCurves(
            arm,
            kind,
            name,
            observed,
            [.. families.Select(family => new FittedFamily(family.Family, family.Note, [.. times.Select(time => new FittedPoint(time, family.Hazard.Survival(time)))]))],
            last,
            end);
    }
}
