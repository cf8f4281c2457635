using Perfolizer.Horology;

namespace TrialSim.Benchmarks;

/// <summary>Counts the time that processors have spent on this process.</summary>
internal sealed class ProcessorClock : IClock
{
    /// <summary>The clock of this process.</summary>
    public static ProcessorClock Instance { get; } = new();

    /// <inheritdoc/>
    public string Title => "processor time of the process";

    /// <inheritdoc/>
    public bool IsAvailable => !OperatingSystem.IsBrowser();

    /// <inheritdoc/>
    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
