namespace TrialSim.Cli.Clusters;

/// <summary>A file whose room on the disk is taken before it is known what it will say, so that a full disk is told before anything is done that cannot be undone.</summary>
internal sealed class ReservedFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _reserve;
    private bool _isWritten;

    private ReservedFile(string path, FileStream reserve)
    {
        _path = path;
        _reserve = reserve;
    }

    /// <summary>Takes the room.</summary>
    /// <param name="path">Where the file will be.</param>
    /// <param name="purpose">What tells it from other files that are reserved for the same place.</param>
    /// <param name="longest">What is as long as anything that it may come to say.</param>
    /// <exception cref="IOException">There is no room.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static ReservedFile Take(string path, string purpose, ReadOnlySpan<byte> longest)
    {
        FileStream reserve = new($"{path}.trialsim-{purpose}", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        ReservedFile file = new(path, reserve);
        try
        {
            reserve.Write(longest);
            reserve.Flush(flushToDisk: true); // Some file systems look for the room only then.
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Says it, in place of what an earlier file has said.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> content)
    {
        _reserve.Position = 0;
        _reserve.Write(content);
        _reserve.SetLength(content.Length);
        _reserve.Dispose();
        File.Move(_reserve.Name, _path, overwrite: true);
        _isWritten = true;
    }

    /// <summary>Gives the room back where nothing was said.</summary>
    public void Dispose()
    {
        _reserve.Dispose();
        if (!_isWritten && File.Exists(_reserve.Name))
        {
            File.Delete(_reserve.Name);
        }
    }
}
