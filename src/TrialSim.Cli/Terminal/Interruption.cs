using System.Runtime.InteropServices;

namespace TrialSim.Cli.Terminal;

/// <summary>
/// What Ctrl-C, SIGTERM and the end of the terminal (SIGHUP) do while a command runs that can be stopped: the first asks it to finish what is under way, the second ends the process at once, and so does time. (The handler that
/// System.CommandLine 3.0.0 has for this throws at the second signal, on a thread where nobody can catch it.)
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly TaskCompletionSource _tooLate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TerminalStreams _streams;
    private readonly TimeSpan _patience;
    private readonly PosixSignalRegistration[] _heeded;
    private int _signals;
    private Timer? _timer;

    /// <summary>Listens until it is disposed of.</summary>
    /// <param name="streams">Where the second signal is answered.</param>
    /// <param name="patience">How long after the first signal a command may take to finish.</param>
    public Interruption(TerminalStreams streams, TimeSpan patience)
    {
        _streams = streams;
        _patience = patience;
        _heeded = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Done once the time to finish is over.</summary>
    public Task TooLate => _tooLate.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _heeded)
        {
            signal.Dispose();
        }

        _timer?.Dispose();
        _asked.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) == 1)
        {
            _timer = new Timer(_ => _tooLate.TrySetResult(), null, _patience, Timeout.InfiniteTimeSpan);
            _asked.Cancel();
            return;
        }

        _streams.Error.WriteLine("Stopped at once. What a run, a sweep or a search has finished is kept; the same command with --resume goes on with it.");
        _streams.Error.Flush();
        Environment.Exit(ExitCode.Cancelled);
    }
}
