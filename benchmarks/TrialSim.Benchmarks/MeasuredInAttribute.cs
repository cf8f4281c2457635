using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace TrialSim.Benchmarks;

/// <summary>How a class is measured: in this process, ten times, by one of two clocks.</summary>
/// <param name="time">The clock.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MeasuredInAttribute(MeasuredTime time) : Attribute, IConfigSource
{
    private const int Warmups = 4;
    private const int Iterations = 10;
    private const int ParameterWidth = 60;

    /// <summary>The clock.</summary>
    public MeasuredTime Time { get; } = time;

    /// <inheritdoc/>
    public IConfig Config { get; } = ManualConfig.CreateEmpty().WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(ParameterWidth)).AddJob(
        Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithClock(time == MeasuredTime.Processor ? ProcessorClock.Instance : Chronometer.BestClock)
            .WithWarmupCount(Warmups)
            .WithIterationCount(Iterations)
            .WithId(time.ToString()));
}
