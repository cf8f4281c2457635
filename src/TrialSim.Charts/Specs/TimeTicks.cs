namespace TrialSim.Charts.Specs;

/// <summary>Ticks of a time axis whose unit is the data's own.</summary>
internal static class TimeTicks
{
    private const int MaxIntervals = 9;
    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>0, step, 2 · step … up to <paramref name="last"/>, where the step is 1, 2 or 5 times a power of ten.</summary>
    public static double[] Upto(double last)
    {
        if (last <= 0)
        {
            return [0];
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(last / MaxIntervals)));
        double step = Steps.Select(factor => factor * power).FirstOrDefault(candidate => last / candidate <= MaxIntervals, 10 * power);
        return [.. Enumerable.Range(0, (int)Math.Floor((last / step) + 1e-9) + 1).Select(index => Math.Round(index * step, 12))];
    }
}
