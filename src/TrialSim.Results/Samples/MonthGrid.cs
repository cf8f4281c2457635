using System.Collections.Immutable;

namespace TrialSim.Results.Samples;

/// <summary>Times at which curves are told.</summary>
internal static class MonthGrid
{
    // Whole months are always among the times, or whole years.
    private static readonly ImmutableArray<double> StepsMonths = [0.25, 0.5, 1, 2, 3, 6, 12];

    /// <summary>Months, ascending from 0 in even steps, the last one at or after a given one.</summary>
    /// <param name="months">The given one, 0 or above and finite.</param>
    /// <param name="mostSteps">As many steps at most.</param>
    public static ImmutableArray<double> UpTo(double months, int mostSteps)
    {
        double years = Math.Ceiling(months / (StepsMonths[^1] * mostSteps));
        double step = StepsMonths.FirstOrDefault(candidate => months / candidate <= mostSteps, years * StepsMonths[^1]);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(months / step) + 1).Select(index => index * step)];
    }
}
