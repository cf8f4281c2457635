using System.Security.Cryptography;

namespace TrialSim.Results.Folder;

/// <summary>Keeps two runs from writing to one results folder: a file beside it, held open without sharing, that is gone when its run ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    // A file without content takes no room on disk, however long.
    private const int MostBytes = 1 << 20;

    private readonly FileStream _file;
    private readonly string _path;
    private readonly int _token;

    private FolderLock(FileStream file, string path)
    {
        _file = file;
        _path = path;
        _token = RandomNumberGenerator.GetInt32(1, MostBytes);
        file.SetLength(_token);
    }

    /// <summary>
    /// Whether it still keeps others away: not once somebody has removed its file, because the next run makes one of its own. The file is known by its length, a random one: .NET does not open a file
    /// that is locked, not even one's own, and times change by a touch or are told in whole seconds.
    /// </summary>
    public bool IsHeld => OperatingSystem.IsWindows() || (new FileInfo(_path) is { Exists: true } file && file.Length == _token); // Windows lets nobody remove an open file.

    /// <summary>Takes the lock of a results folder.</summary>
    /// <param name="folder">The folder's final path.</param>
    /// <exception cref="ResultsFolderException">Another run holds it.</exception>
    public static FolderLock Take(string folder) => TryTake(folder, out FolderLock held)
        ? held
        : throw new ResultsFolderException($"Another run is writing to '{folder}'. Wait for it, or name another folder with --out.");

    /// <summary>Takes the lock; false where another run holds it.</summary>
    /// <param name="folder">The final path of a folder or a file.</param>
    /// <param name="held">The lock.</param>
    public static bool TryTake(string folder, out FolderLock held)
    {
        held = null!;
        string path = PathOf(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
            FolderLock taken = new(file, path);
            if (!taken.IsHeld)
            {
                taken.Dispose(); // Who held it has removed it in this very moment: others find no file, or one of their own.
                return false;
            }

            held = taken;
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    /// <summary>Whether another run holds the lock now.</summary>
    /// <param name="folder">The final path of a folder or a file.</param>
    public static bool IsTaken(string folder)
    {
        string path = PathOf(folder);
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Lets others write.</summary>
    public void Dispose()
    {
        if (IsHeld && !OperatingSystem.IsWindows())
        {
            File.Delete(_path); // The file of another run is left alone, which DeleteOnClose would not do.
        }

        _file.Dispose();
    }

    private static string PathOf(string folder) => folder + ".trialsim-lock";
}
