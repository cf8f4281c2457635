using TrialSim.Results;
using TrialSim.Results.Folder;

namespace TrialSim.Cli.Clusters;

/// <summary>Why the shards in a folder are not those that were submitted.</summary>
internal static class SubmissionDifferences
{
    /// <summary>Refuses shards of another run or sweep than was submitted.</summary>
    /// <param name="begun">What the shards are of.</param>
    /// <param name="submitted">What was submitted.</param>
    /// <param name="results">The results folder, as it was given.</param>
    /// <exception cref="UserInputException">They are of another one.</exception>
    public static void Refuse(Manifest begun, Manifest submitted, string results)
    {
        if (ResultsJson.Of(begun) != ResultsJson.Of(submitted))
        {
            throw new UserInputException(
                $"The shards in '{Path.Combine(results, ResultsFiles.Shards)}' are not of what was submitted.\n{string.Join('\n', Between(begun, submitted))}\n"
                + $"Remove them, or, where no job of what was submitted is left, '{Path.Combine(results, ResultsFiles.Cluster)}'.");
        }
    }

    private static IEnumerable<string> Between(Manifest begun, Manifest submitted)
    {
        (string Key, Func<Manifest, string> Of)[] facts =
        [
            ("name", run => run.Scenario),
            ("run.seed", run => FormattableString.Invariant($"{run.Seed}")),
            ("run.replicates", run => FormattableString.Invariant($"{run.ReplicatesRequested}")),
            ("cells", run => run.Cells is int cells ? FormattableString.Invariant($"{cells}") : "none"),
            ("options", run => run.Options.Count > 0 ? string.Join(' ', run.Options) : "none"),
            ("resolved scenario (SHA-256)", run => run.ResolvedScenarioSha256),
            ("description", run => run.Description),
            ("version of TrialSim", run => run.ProgramVersion),
            ("kernel", run => run.Kernel),
        ];
        return facts.Where(fact => fact.Of(begun) != fact.Of(submitted)).Select(fact => $"  {fact.Key}: {fact.Of(begun)} there, {fact.Of(submitted)} submitted");
    }
}
