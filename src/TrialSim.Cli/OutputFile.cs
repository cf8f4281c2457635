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

        string partial = path + ".trialsim-partial";
        try
        {
            string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
            Directory.CreateDirectory(folder!);
            File.WriteAllBytes(partial, content);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{option}: '{path}' cannot be written. {exception.Message}");
        }
    }
}
