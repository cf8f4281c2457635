using TrialSim.Results.Folder;

namespace TrialSim.Cli.Terminal;

/// <summary>Says of a pipe that it is waited for, where that takes a while: it may be that nobody ever writes to it.</summary>
internal sealed class PipeNotice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Timer? _timer;

    /// <summary>Begins to wait.</summary>
    /// <param name="path">The file that is about to be read.</param>
    /// <param name="streams">Where to say it.</param>
    public PipeNotice(string path, TerminalStreams streams) => _timer = HasLength(path)
        ? null
        : new Timer(_ => streams.Error.WriteLine($"{path}: is a pipe or a device, and is waited for until somebody has written to it and closed it."), null, Patience, Timeout.InfiniteTimeSpan);

    /// <summary>Whether a file has a length, which pipes and devices do not have.</summary>
    public static bool HasLength(string path)
    {
        try
        {
            return FileLength.Of(path) > 0;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false; // A pipe without a name, as of <(…), is a link to what is no file. Names that cannot be one are told where they are opened.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();
}
