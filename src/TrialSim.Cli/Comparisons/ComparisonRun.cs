using TrialSim.Charts;
using TrialSim.Charts.Comparisons;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Comparisons;
using TrialSim.Results.Folder;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Comparisons;

/// <summary>Sets two results beside each other.</summary>
internal static class ComparisonRun
{
    /// <param name="first">The folder of the results that are subtracted.</param>
    /// <param name="second">The folder of the results that they are subtracted from.</param>
    /// <param name="output">The folder for the comparison; null for the usual one.</param>
    /// <param name="streams">Where to print the tables.</param>
    public static int Run(string first, string second, string? output, TerminalStreams streams)
    {
        ComparedResults one = ComparedResults.Read(first);
        ComparedResults other = ComparedResults.Read(second);
        if (one.IsSweep != other.IsSweep)
        {
            (string sweep, string run) = one.IsSweep ? (first, second) : (second, first);
            throw new UserInputException($"'{sweep}' holds a sweep and '{run}' a run. Compare two runs or two sweeps; a cell of a sweep alone is 'trialsim run' with its values by --set.");
        }

        (string firstName, string secondName) = NamesOf(first, second);
        string place = output ?? Path.Combine("results", $"{firstName}-v-{secondName}");
        RefuseLoss(place, first);
        RefuseLoss(place, second);
        SweepComparison? sweeps = one.IsSweep ? SweepComparison.Of(one, other) : null;
        ComparisonSummary summary = new(firstName, secondName, one.Manifest, other.Manifest, sweeps?.Keys ?? [], sweeps?.Rows ?? RunComparison.Of(one, other))
        {
            Scenarios = DifferencesOf(one, other),
            WithoutLog = [.. (sweeps?.WithoutLog ?? []).Select(results => ReferenceEquals(results, one) ? firstName : secondName)],
        };
        string folder = Write(summary, place, $"trialsim compare {CommandText.Quoted(first)} {CommandText.Quoted(second)}");
        ComparisonTables.Print(summary, folder, streams);
        return ExitCode.Done;
    }

    // A comparison takes the place of what lies in its folder; it must not take that of what it compares.
    private static void RefuseLoss(string output, string compared)
    {
        (string place, string folder) = (WholePath(output), WholePath(compared));
        if (place == folder || place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || folder.StartsWith(place + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UserInputException($"--out: '{output}' and '{compared}', which is compared, are one folder or lie in each other. Name another folder with --out.");
        }
    }

    // With no link on the way.
    private static string WholePath(string path)
    {
        string whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string here = Path.GetDirectoryName(whole) is string parent ? Path.Combine(WholePath(parent), Path.GetFileName(whole)) : whole;
        return new DirectoryInfo(here) is { LinkTarget: not null, Exists: true } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : here;
    }

    private static IReadOnlyList<(string Key, string First, string Second)> DifferencesOf(ComparedResults first, ComparedResults second)
    {
        try
        {
            return [.. ScenarioDifferences.Between(first.ResolvedYaml, second.ResolvedYaml).Where(difference => difference.Key is not ("name" or "description")).Select(difference => (difference.Key, difference.First, difference.Second))];
        }
        catch (FormatException fault)
        {
            throw new UserInputException($"The scenario of one of the two cannot be read: {fault.Message} Run it again.");
        }
    }

    // Names of the folders; with those of the folders that hold them where they are the same.
    private static (string First, string Second) NamesOf(string first, string second)
    {
        (DirectoryInfo one, DirectoryInfo other) = (new(Path.TrimEndingDirectorySeparator(first)), new(Path.TrimEndingDirectorySeparator(second)));
        return one.Name != other.Name ? (one.Name, other.Name)
            : one.Parent?.Name != other.Parent?.Name ? ($"{one.Name}-of-{one.Parent?.Name}", $"{other.Name}-of-{other.Parent?.Name}")
            : ($"{one.Name}-1", $"{other.Name}-2");
    }

    private static string Write(ComparisonSummary summary, string output, string command)
    {
        using ResultsDraft draft = ResultsDraft.Open(output, "--out");
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(new ComparisonManifest(ProgramVersion.Text, summary.First, summary.Second)));
        draft.WriteTable(ResultsFiles.Comparison, ComparisonColumns.Of(summary.Keys), summary.Rows);
        foreach (ReportFile file in ComparisonPage.Files(summary, ProgramVersion.Text, command))
        {
            draft.WriteText(file.Path, file.Content);
        }

        return draft.Publish();
    }
}
