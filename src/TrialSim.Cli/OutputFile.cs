namespace TrialSim.Cli;

/// <summary>A single file that is written beside its place and then renamed, so that whoever looks sees the old file or the new one.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="option">The option that named it, for the message.</param>
    /// <exception cref="UserInputException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string option)
    {
        if (Directory.Exists(path))
        {
            throw new UserInputException($"{option}: '{path}' is a folder. Name a file.");
        }

        try
        {
            Replace(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{option}: '{path}' cannot be written. {exception.Message}");
        }
    }

    /// <summary>Writes a file in place of one that may be there; its folder is made.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WriteBeside(path, content, static (partial, whole) => File.Move(partial, whole, overwrite: true));
    }

    /// <summary>Writes a file where there is none.</summary>
    /// <exception cref="IOException">It cannot be written, or something is there.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content) => WriteBeside(path, content, File.Move);

    private static void WriteBeside(string path, ReadOnlySpan<byte> content, Action<string, string> rename)
    {
        string partial = path + ".trialsim-partial";
        using FileStream file = new(partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            file.Write(content);
            file.Dispose();
            rename(partial, path);
        }
        catch
        {
            file.Dispose();
            File.Delete(partial); // A full disk has room again.
            throw;
        }
    }
}
