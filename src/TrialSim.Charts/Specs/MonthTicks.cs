namespace TrialSim.Charts.Specs;

/// <summary>Ticks of a time axis in months, few enough for a phone.</summary>
internal static class MonthTicks
{
    private const int MaxIntervals = 9;
    private static readonly double[] Steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000];

    /// <summary>0, step, 2 · step … up to <paramref name="lastMonth"/>.</summary>
    public static double[] Upto(double lastMonth)
    {
        double step = StepFor(lastMonth);
        return [.. Enumerable.Range(0, (int)Math.Floor((lastMonth / step) + 1e-9) + 1).Select(index => index * step)];
    }

    /// <summary>Of the months that a curve is given at, the one nearest to each tick; none where the nearest is visibly off the tick.</summary>
    public static double[] OnGrid(double[] ticks, double[] gridMonths, double lastMonth)
    {
        double tolerance = StepFor(lastMonth) / 20;
        return
        [
            .. ticks
                .Select(tick => gridMonths.MinBy(month => Math.Abs(month - tick)) is double nearest && Math.Abs(nearest - tick) <= tolerance
                    ? nearest
                    : double.NaN)
                .Where(month => !double.IsNaN(month))
                .Distinct(),
        ];
    }

    private static double StepFor(double lastMonth) =>
        Steps.FirstOrDefault(step => lastMonth / step <= MaxIntervals, Steps[^1]);
}
