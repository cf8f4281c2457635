using System.CommandLine;
using TrialSim.Cli.Commands.Formulas;
using TrialSim.Cli.Commands.Formulas.Sequential;
using TrialSim.Cli.Commands.Formulas.Survival;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim formula</c>: design formulas and boundaries without a scenario. Descriptions begin with the group, in whose order the help lists them.</summary>
internal static class FormulaCommand
{
    public static Command Build(TerminalStreams streams) => new("formula", "Ask design formulas for events, patients, power and boundaries, without a scenario.")
    {
        EventsCommand.Build(streams),
        SurvivalSizeCommand.Build(streams),
        OneArmSurvivalCommand.Build(streams),
        MarginCommand.Build(streams),
        AssuranceCommand.Build(streams),
        ProportionsCommand.Build(streams),
        OneProportionCommand.Build(streams),
        SimonCommand.Build(streams),
        MeansCommand.Build(streams),
        CountsCommand.Build(streams),
        BoundsCommand.Build(streams),
        ConditionalPowerCommand.Build(streams),
        InferenceCommand.Build(streams),
        RedesignCommand.Build(streams),
        CombineCommand.Build(streams),
        DunnettCommand.Build(streams),
        AdjustCommand.Build(streams),
    };
}
