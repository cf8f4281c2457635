using TrialSim.Cli.Commands;

namespace TrialSim.Cli.Validation;

/// <summary>Writes the shipped cases to a folder.</summary>
internal static class ShippedCases
{
    /// <summary>Writes all of them, with their inputs.</summary>
    /// <param name="folder">A folder that is not there yet, or is empty.</param>
    /// <exception cref="UserInputException">It cannot be written.</exception>
    public static void Write(string folder)
    {
        if (!IsNew(folder))
        {
            throw new UserInputException($"{ValidateOptions.WriteCasesName}: '{folder}' is not a new folder. Name one that is not there yet.");
        }

        ShippedCaseFiles files = new();
        WholeFolder.Write(folder, ShippedCaseFiles.All.Select(file => (file, files.Read(file))), ValidateOptions.WriteCasesName);
    }

    private static bool IsNew(string folder)
    {
        try
        {
            return folder.Length > 0 && !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{ValidateOptions.WriteCasesName}: '{folder}' cannot be read. {exception.Message}");
        }
    }
}
