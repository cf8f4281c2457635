using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>How far a log has come.</summary>
/// <param name="Path">The file.</param>
/// <param name="Header">What it is of.</param>
/// <param name="Count">Finished replicates, cells or evaluations.</param>
public sealed record FinishedWork(string Path, LogHeader Header, long Count)
{
    /// <summary>Reads and checks a whole log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">What it holds.</param>
    /// <returns>False where there is no such file, or where it ends before its first frame could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or something in it is not as it was written.</exception>
    public static bool TryRead(string path, out FinishedWork work) =>
        TryCount(path, static (file, count) => file.ReadFrames(static _ => true, (frame, _, _) => count(frame)), out work);

    /// <summary>Looks at a log without reading what it holds: fast, also while it grows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">What it holds.</param>
    /// <returns>False where there is no such file, or where it ends before its first frame could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or its beginning is not as it was written.</exception>
    public static bool TrySkim(string path, out FinishedWork work) => TryCount(path, static (file, count) => file.SkimFrames(count), out work);

    private static bool TryCount(string path, Action<LogFile, Action<LogFrame>> pass, out FinishedWork work)
    {
        work = null!;
        if (!LogFile.TryOpen(path, out LogFile file))
        {
            return false;
        }

        long finished = 0;
        pass(file, frame => finished += frame.Count);
        work = new FinishedWork(path, file.Header, finished);
        return true;
    }
}
