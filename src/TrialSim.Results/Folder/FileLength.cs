namespace TrialSim.Results.Folder;

/// <summary>How long what lies under a name is, without opening it: a pipe would be waited for.</summary>
public static class FileLength
{
    /// <summary>Bytes of a file, or of the file that a link leads to; 0 of pipes and devices.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">There is no such file, or a link leads nowhere.</exception>
    public static long Of(string path) => (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;
}
