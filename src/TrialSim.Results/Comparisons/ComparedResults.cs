using System.Text.Json;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Comparisons;

/// <summary>The results of a run or a sweep, as they lie in a folder.</summary>
/// <param name="Folder">The folder, as it was given.</param>
/// <param name="Manifest">What was run.</param>
/// <param name="ResolvedYaml">The scenario with every default filled in.</param>
public sealed record ComparedResults(string Folder, Manifest Manifest, string ResolvedYaml)
{
    /// <summary>Whether they are of a sweep.</summary>
    public bool IsSweep => Manifest.Cells.HasValue;

    /// <summary>Reads what the results are.</summary>
    /// <exception cref="ResultsFolderException">The folder holds no results of a run or a sweep, or they cannot be read.</exception>
    public static ComparedResults Read(string folder)
    {
        string Path(string file) => System.IO.Path.Combine(folder, file);
        string wrong = !Directory.Exists(folder) ? $"There is no folder '{folder}'."
            : File.Exists(Path(ResultsFiles.Size)) ? $"'{folder}' holds a search for a size, which is not compared."
            : !File.Exists(Path(ResultsFiles.Manifest)) || !File.Exists(Path(ResultsFiles.Resolved)) || !(File.Exists(Path(ResultsFiles.OperatingCharacteristicsJson)) || File.Exists(Path(ResultsFiles.Sweep)))
                ? $"'{folder}' does not hold the results of a run or a sweep."
            : "";
        if (wrong.Length > 0)
        {
            throw new ResultsFolderException($"{wrong} Name two folders that 'trialsim run' or 'trialsim sweep' has written.");
        }

        try
        {
            return new ComparedResults(folder, ResultsJson.ManifestOf(File.ReadAllText(Path(ResultsFiles.Manifest))), File.ReadAllText(Path(ResultsFiles.Resolved)));
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"The results in '{folder}' cannot be read: {cause.Message} Run them again, or name another folder.", cause);
        }
    }

    /// <summary>Path of one of their files.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);
}
