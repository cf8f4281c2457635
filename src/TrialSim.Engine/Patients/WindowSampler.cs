using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>Where in a window things take place, by inversion of one uniform.</summary>
internal static class WindowSampler
{
    /// <summary>Days, from the earliest to the latest of the window.</summary>
    public static double DaysIn(in TimeWindow window, WindowBehaviour behaviour, double uniform) => behaviour switch
    {
        WindowBehaviour.Uniform => window.EarliestDays + (uniform * (window.LatestDays - window.EarliestDays)),
        WindowBehaviour.Triangular => Triangular(window, uniform),
        WindowBehaviour.Earliest => window.EarliestDays,
        WindowBehaviour.Target => window.TargetDays,
        WindowBehaviour.Latest => window.LatestDays,
        _ => throw new InvalidOperationException($"No sampler for {behaviour}."),
    };

    private static double Triangular(in TimeWindow window, double uniform)
    {
        double width = window.LatestDays - window.EarliestDays;
        double rise = window.TargetDays - window.EarliestDays;
        double fall = window.LatestDays - window.TargetDays;
        return uniform * width < rise
            ? window.EarliestDays + Math.Sqrt(uniform * width * rise)
            : window.LatestDays - Math.Sqrt((1 - uniform) * width * fall);
    }
}
