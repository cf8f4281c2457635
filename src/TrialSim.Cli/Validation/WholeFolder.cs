namespace TrialSim.Cli.Validation;

/// <summary>A folder whose files get their names when all of them are written, so that a full disk leaves no half of them.</summary>
internal static class WholeFolder
{
    private const string Partial = ".trialsim-partial";

    /// <summary>Fills a folder that is new or empty.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="files">Paths within it, with <c>/</c>, and their bytes.</param>
    /// <param name="option">The option that named it, for the message.</param>
    /// <exception cref="UserInputException">It cannot be written; nothing is left of it.</exception>
    public static void Write(string folder, IEnumerable<(string Name, byte[] Content)> files, string option)
    {
        // Within the folder, which may be a link, or a place where something is mounted: neither can be replaced by a rename.
        string partial = Path.Combine(folder, Partial);
        try
        {
            foreach ((string name, byte[] content) in files)
            {
                string path = Path.Combine(partial, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }

            foreach (string entry in Directory.EnumerateFileSystemEntries(partial).ToArray())
            {
                Directory.Move(entry, Path.Combine(folder, Path.GetFileName(entry)));
            }

            Directory.Delete(partial);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true); // A full disk has room again.
            }

            RemoveEmpty(folder);
            throw new UserInputException($"{option}: '{folder}' cannot be written. {exception.Message}");
        }
    }

    /// <summary>Removes a folder in which nothing is.</summary>
    public static void RemoveEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
