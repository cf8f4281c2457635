using TrialSim.Cli.Commands;

namespace TrialSim.Cli.Validation;

/// <summary>A user's own cases.</summary>
internal sealed class FolderCaseFiles : ICaseFiles
{
    private readonly string _folder;

    /// <summary>The cases in a folder.</summary>
    /// <exception cref="UserInputException">There is none.</exception>
    public FolderCaseFiles(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            throw new UserInputException($"{ValidateOptions.CasesName}: there is no folder '{folder}'. Name the folder with your cases, or write the shipped ones as examples with {ValidateOptions.WriteCasesName} <folder>.");
        }

        try
        {
            Cases = [.. Directory.EnumerateFiles(folder, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{ValidateOptions.CasesName}: '{folder}' cannot be read. {exception.Message}");
        }

        if (Cases.Count == 0)
        {
            throw new UserInputException($"{ValidateOptions.CasesName}: '{folder}' holds no case, a file whose name ends with .yaml. Write the shipped ones as examples with {ValidateOptions.WriteCasesName} <folder>.");
        }
    }

    /// <inheritdoc/>
    public string Place => Path.GetFullPath(_folder);

    /// <inheritdoc/>
    public bool AreShipped => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> Cases { get; }

    /// <inheritdoc/>
    public string NameOf(string file) => Path.Combine(_folder, file);

    /// <inheritdoc/>
    public bool Has(string file) => File.Exists(NameOf(file));

    /// <inheritdoc/>
    public byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(NameOf(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{NameOf(file)}: cannot be read. {exception.Message}");
        }
    }
}
