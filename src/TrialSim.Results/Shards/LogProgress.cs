using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>How far a log has come.</summary>
/// <param name="Path">The file.</param>
/// <param name="Header">What it is of.</param>
/// <param name="Finished">Replicates, or cells, that it holds.</param>
public sealed record LogProgress(string Path, LogHeader Header, long Finished)
{
    /// <summary>Looks at a log without reading what it holds: fast, also while it grows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">How far it has come.</param>
    /// <returns>False where there is no such file, or where it ends before anything finished could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or its beginning is not as it was written.</exception>
    public static bool TryRead(string path, out LogProgress progress)
    {
        progress = null!;
        if (!LogFile.TryOpen(path, out LogFile file))
        {
            return false;
        }

        long finished = 0;
        file.SkimFrames(frame => finished += frame.Count);
        progress = new LogProgress(path, file.Header, finished);
        return true;
    }
}
