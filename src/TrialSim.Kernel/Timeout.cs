namespace TrialSim.Kernel;

/// <summary>An event that succeeds after a delay. It is triggered from the start; <see cref="Simulation.TimeoutD"/> makes it.</summary>
public sealed class Timeout : Event
{
    internal Timeout(Simulation environment, double delay, int priority)
        : base(environment)
    {
        MarkTriggered();
        environment.Schedule(this, delay, priority);
    }
}
