using TrialSim.Cli.Commands;
using TrialSim.Cli.Sweeps;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Runs;

/// <summary>Why replicates of one run are not replicates of another.</summary>
internal static class RunDifferences
{
    private const string Replicates = "run.replicates";

    // What counts of the options; each --set is in the resolved scenario.
    private static readonly string[] Options = [RunCommand.WithNull, RunCommand.IgnoreStopping, RunCommand.Precision, SweepOptions.Independent];

    /// <summary>What differs, a line each; the number of replicates may.</summary>
    /// <param name="there">What the replicates that are there are of.</param>
    /// <param name="here">What is asked for.</param>
    public static IReadOnlyList<string> BesideReplicates(LogHeader there, LogHeader here) =>
    [
        .. ScenarioDifferences.Between(there.ResolvedScenario, here.ResolvedScenario).Where(difference => difference.Key != Replicates)
            .Select(difference => Line(difference.Key, difference.First, difference.Second)),
        .. Options.Where(option => IsGiven(option, there) != IsGiven(option, here))
            .Select(option => Line(option, Given(option, there), Given(option, here))),
        .. there.Run.ProgramVersion == here.Run.ProgramVersion ? Array.Empty<string>() : [Line("version of TrialSim", there.Run.ProgramVersion, here.Run.ProgramVersion)],
        .. there.Run.Kernel == here.Run.Kernel ? Array.Empty<string>() : [Line("kernel", there.Run.Kernel, here.Run.Kernel)],
    ];

    /// <summary>What keeps one from going on with the finished work of the other, a line each: all that differs, but for the number of replicates of a run.</summary>
    /// <param name="there">What the work that is there is of.</param>
    /// <param name="here">What is asked for.</param>
    public static IReadOnlyList<string> WhenGoingOn(LogHeader there, LogHeader here) => here.Part is LogPart.Cells or LogPart.Evaluations
        ?
        [
            .. All(there, here),
            .. OnlyOf(there, here).Select(option => Line(option, "given", "not given")),
            .. OnlyOf(here, there).Select(option => Line(option, "not given", "given")),
        ]
        : BesideReplicates(there, here);

    /// <summary>What differs, a line each.</summary>
    public static IReadOnlyList<string> All(LogHeader there, LogHeader here) =>
    [
        .. BesideReplicates(there, here),
        .. there.Run.ReplicatesRequested == here.Run.ReplicatesRequested
            ? Array.Empty<string>()
            : [Line(Replicates, FormattableString.Invariant($"{there.Run.ReplicatesRequested}"), FormattableString.Invariant($"{here.Run.ReplicatesRequested}"))],
    ];

    // Each --set is in the resolved scenario, and so is what a sweep varies; what a search varies is not.
    private static IEnumerable<string> OnlyOf(LogHeader some, LogHeader others) => some.Run.Options
        .Except(others.Run.Options).Where(option => !Options.Contains(NameOf(option)) && NameOf(option) != "--set" && (NameOf(option) != SweepOptions.Vary || some.Part != LogPart.Cells));

    private static string NameOf(string option) => option.Split(' ')[0];

    private static string Line(string key, string there, string here) => $"  {key}: {there} there, {here} here";

    private static string Given(string option, LogHeader header) => IsGiven(option, header) ? "given" : "not given";

    private static bool IsGiven(string option, LogHeader header) => header.Run.Options.Any(written => NameOf(written) == option);
}
