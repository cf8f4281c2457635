namespace TrialSim.Cli.Validation;

/// <summary>An empty temporary folder that is the process's current one, until it is disposed of: so that commands are run as a user types them.</summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string _before;
    private readonly string _folder = "";

    /// <summary>Makes the folder, with files in it.</summary>
    /// <param name="files">Where the files come from.</param>
    /// <param name="inputs">Their names.</param>
    /// <exception cref="UserInputException">There is no room for it, or a file cannot be read.</exception>
    public WorkingFolder(ICaseFiles files, IEnumerable<string> inputs)
    {
        _before = Environment.CurrentDirectory;
        try
        {
            _folder = Directory.CreateTempSubdirectory("trialsim-validation-").FullName;
            foreach (string input in inputs)
            {
                string path = Path.Combine(_folder, input);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, files.Read(input));
            }

            Environment.CurrentDirectory = _folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new UserInputException($"The folder for temporary files, '{Path.GetTempPath()}', cannot be written: {exception.Message} Set TMPDIR to a folder with room.");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
