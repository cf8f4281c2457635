using TrialSim.Results.Folder;
using TrialSim.Scenarios.Extension;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Commands;

/// <summary>The files that scenarios extend, on this machine.</summary>
internal sealed class DiskFiles : IScenarioFiles
{
    // Pipes lie where nobody keeps a scenario; what comes through one is seen from the current folder.
    private static readonly string[] PlacesOfPipes = ["/dev/", "/proc/"];

    /// <inheritdoc/>
    public BaseFile Read(string extending, string named)
    {
        string folder = PlacesOfPipes.Any(place => extending.StartsWith(place, StringComparison.Ordinal)) ? "" : Path.GetDirectoryName(extending) ?? "";
        string path = Path.Combine(folder, named);
        if (Directory.Exists(path))
        {
            return BaseFile.Missing(path, $"{Advice.Quote(path)} is a folder. Name a scenario file in it.");
        }

        if (!File.Exists(path))
        {
            return BaseFile.Missing(path, $"There is no file {Advice.Quote(path)}. Write where it is, seen from the folder of this one.");
        }

        try
        {
            if (FileLength.Of(path) == 0)
            {
                return BaseFile.Missing(path, $"{Advice.Quote(path)} is empty, or a pipe or a device, which is not waited for. Name a scenario file.");
            }

            return BaseFile.Found(path, ScenarioFile.Load(path));
        }
        catch (UserInputException exception)
        {
            return BaseFile.Missing(path, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return BaseFile.Missing(path, $"{Advice.Quote(path)} cannot be read: {exception.Message} See where it leads, and who may read it.");
        }
    }

    /// <inheritdoc/>
    public bool AreSame(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);
}
