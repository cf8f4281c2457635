namespace TrialSim.Results.Folder;

/// <summary>Where a results folder lies, and whether it may be written to.</summary>
internal static class ResultsPlace
{
    /// <summary>The whole path of a results folder.</summary>
    /// <param name="folder">As it was given.</param>
    /// <param name="option">The option of the command line that names the folder, for messages.</param>
    /// <exception cref="ResultsFolderException">It cannot be a folder, or holds something that is not results.</exception>
    public static string Find(string folder, string option)
    {
        if (folder.Length == 0)
        {
            throw new ResultsFolderException($"The name of the results folder is empty. Name a folder with {option}.");
        }

        string final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // A link to a folder stays a link: the results go where it leads.
        final = new DirectoryInfo(final) is { LinkTarget: not null, Exists: true } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : final;
        if (new DirectoryInfo(final) is { LinkTarget: string target, Exists: false } broken)
        {
            RefuseLeadingNowhere(broken, target, folder, option);
        }

        if (File.Exists(final))
        {
            throw new ResultsFolderException($"'{folder}' is a file, not a folder. Name another folder with {option}.");
        }

        for (string? parent = Path.GetDirectoryName(final); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
            {
                throw new ResultsFolderException($"'{folder}' cannot be a folder, because '{parent}' is a file. Name another folder with {option}.");
            }
        }

        // The results take their name all at once, by a rename, which no system allows for a place where something is mounted.
        if (DriveInfo.GetDrives().Any(drive => Path.TrimEndingDirectorySeparator(drive.Name) == final && Path.GetDirectoryName(final) is not null))
        {
            throw new ResultsFolderException($"'{folder}' is a place where a file system is mounted, and cannot be replaced as a whole. Name a folder in it with {option}.");
        }

        return ResultsFiles.Strangers(final) is [string stranger, ..]
            ? throw new ResultsFolderException(
                $"'{folder}' holds files that are not results of TrialSim ('{stranger}'), and they would be lost. Name another folder with {option}.")
            : final;
    }

    private static void RefuseLeadingNowhere(DirectoryInfo link, string target, string folder, string option)
    {
        string end;
        try
        {
            end = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (IOException)
        {
            throw new ResultsFolderException($"'{folder}' is a link to '{target}', from where links lead back to it. Remove the link, or name another folder with {option}.");
        }

        if (!File.Exists(end))
        {
            throw new ResultsFolderException($"'{folder}' is a link to '{target}', which is not there. Make that folder, remove the link, or name another folder with {option}.");
        }
    }
}
