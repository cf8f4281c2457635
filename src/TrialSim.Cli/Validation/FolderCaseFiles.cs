using TrialSim.Cli.Commands;
using TrialSim.Results.Folder;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Validation;

/// <summary>A user's own cases.</summary>
internal sealed class FolderCaseFiles : ICaseFiles
{
    /// <summary>The most bytes of an input that is no YAML file, such as data.</summary>
    public const int InputBytes = 64 << 20;

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
            // No case needs an empty file, and a pipe is waited for by nobody who has written a folder of cases.
            return FileLength.Of(NameOf(file)) > 0
                ? ReadBounded(file)
                : throw new UserInputException($"{NameOf(file)}: is empty, or a pipe or a device, which is not waited for. Put a file there that holds something.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{NameOf(file)}: cannot be read. {exception.Message}");
        }
    }

    private byte[] ReadBounded(string file)
    {
        int most = file.EndsWith(".yaml", StringComparison.Ordinal) ? Limits.FileBytes : InputBytes;
        using FileStream stream = new(NameOf(file), FileMode.Open, FileAccess.Read);
        if (stream.Length > most)
        {
            throw new UserInputException(FormattableString.Invariant($"{NameOf(file)}: is longer than {most} bytes, the most that {(most == Limits.FileBytes ? "a YAML file" : "an input")} may have. Is this the right file?"));
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
