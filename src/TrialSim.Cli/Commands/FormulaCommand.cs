using System.CommandLine;
using TrialSim.Cli.Commands.Formulas;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim formula</c>: design formulas and boundaries without a scenario.</summary>
internal static class FormulaCommand
{
    public static Command Build(TerminalStreams streams) => new("formula", "Ask design formulas for events, patients, power and boundaries, without a scenario.")
    {
        EventsCommand.Build(streams),
        SurvivalSizeCommand.Build(streams),
        BoundsCommand.Build(streams),
        ProportionsCommand.Build(streams),
        SimonCommand.Build(streams),
        DunnettCommand.Build(streams),
        AssuranceCommand.Build(streams),
    };
}
