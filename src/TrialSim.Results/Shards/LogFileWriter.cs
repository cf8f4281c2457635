using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>Adds frames to a log. The file is made with the first of them, so that there is no log without finished work.</summary>
/// <param name="path">The file.</param>
/// <param name="header">What it is of.</param>
/// <param name="end">Where its last whole frame ends; 0 for a log that begins, and what stands under its name is written over.</param>
internal sealed class LogFileWriter(string path, LogHeader header, long end) : IDisposable
{
    private readonly OccasionalLook _look = new();
    private FileStream? _file;

    /// <summary>Adds a frame, or several.</summary>
    /// <returns>Where it begins in the file.</returns>
    /// <exception cref="ResultsFolderException">The file cannot be written, or somebody has removed it.</exception>
    public long Add(ReadOnlySpan<byte> frame)
    {
        try
        {
            _file ??= Open();
            _look.Take(RefuseRemoved);
            long place = _file.Position;
            _file.Write(frame);
            return place;
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{path}' cannot be written: {cause.Message} What is finished is kept. Make room, or see who may write there, and go on with --resume.", cause);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    // What is written to a removed file is lost, and nothing tells.
    private void RefuseRemoved()
    {
        if (!File.Exists(path))
        {
            throw new ResultsFolderException($"'{path}' was removed while it was being written, and what it held is lost. Run it again, and leave that file alone until its run has ended.");
        }
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (end == 0)
        {
            File.Delete(path); // What stands there may be a pipe, or a link to somewhere else.
        }

        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(end);
        file.Position = end;
        if (end == 0)
        {
            file.Write(LogFile.BeginningOf(header));
        }

        return file;
    }
}
