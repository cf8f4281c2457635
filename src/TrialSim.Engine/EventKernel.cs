namespace TrialSim.Engine;

/// <summary>Which event calendar this build of the engine uses.</summary>
public static class EventKernel
{
    /// <summary>Name of the assembly that the calendar comes from.</summary>
    public static string Name { get; } = typeof(Simulation).Assembly.GetName().Name!;
}
