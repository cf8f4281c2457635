namespace TrialSim.Results.Folder;

/// <summary>Keeps two runs from writing to one results folder: a file beside it, held open without sharing, that is gone when its run ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a results folder.</summary>
    /// <param name="folder">The folder's final path.</param>
    /// <exception cref="ResultsFolderException">Another run holds it.</exception>
    public static FolderLock Take(string folder)
    {
        string path = folder + ".trialsim-lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new ResultsFolderException($"Another run is writing to '{folder}'. Wait for it, or name another folder with --out.", cause);
        }
    }

    /// <summary>Lets others write.</summary>
    public void Dispose() => _file.Dispose();
}
