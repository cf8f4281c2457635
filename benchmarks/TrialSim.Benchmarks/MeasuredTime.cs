namespace TrialSim.Benchmarks;

/// <summary>Which time is measured.</summary>
internal enum MeasuredTime
{
    /// <summary>Time that processors spend on this process, all its threads together: what is meant by time per core. On a busy machine it does not count what others do.</summary>
    Processor,

    /// <summary>Time that passes: what is meant by a speed-up. It needs a quiet machine.</summary>
    Passing,
}
