using System.CommandLine;
using TrialSim.Cli.Comparisons;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim compare</c>: two runs or two sweeps beside each other.</summary>
internal static class CompareCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> first = new("first") { Description = "The results folder of a run or a sweep." };
        Argument<string> second = new("second") { Description = "That of another one. Differences are the second less the first." };
        CommonOptions.RefuseOptions(first);
        CommonOptions.RefuseOptions(second);
        Option<string?> output = CommonOptions.Output("results/<first>-v-<second>");
        Command command = new("compare", "Set the results of two runs, or of two sweeps over the same keys, beside each other: how the scenarios differ, and how the figures do, paired by replicate where both have the same seed (of sweeps, where both were run with --keep-log).") { first, second, output };
        command.SetAction(parsed => ComparisonRun.Run(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(output), streams));
        return command;
    }
}
