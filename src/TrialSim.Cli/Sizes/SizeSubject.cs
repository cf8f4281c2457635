using System.Collections.Immutable;
using TrialSim.Cli.Commands;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Shards;
using TrialSim.Results.Sizes;
using TrialSim.Results.Summary;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>What is searched.</summary>
/// <param name="File">The scenario.</param>
/// <param name="Variable">What is varied.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Trials">The scenario at each size.</param>
/// <param name="Goals">The targets, one or more.</param>
/// <param name="Units">Unit of each target's characteristic.</param>
/// <param name="NeedsNull">Whether a target is about the trial in which nothing has an effect.</param>
internal sealed record SizeSubject(
    ScenarioFile File, SizeVariable Variable, SizeOptions Options, SizeTrials Trials, ImmutableArray<SizeGoal> Goals, ImmutableArray<string> Units, bool NeedsNull)
{
    private const double UsualPower = 0.8;

    /// <summary>Seed of all draws.</summary>
    public ulong Seed => File.Scenario.Trial.Run.Seed;

    /// <summary>The search.</summary>
    public SearchPlan Plan => new([.. Goals.Select((goal, index) => goal.In(Units[index]))], Trials.Lowest, Trials.Highest, Trials.Start, Options.Accuracy, Options.Budget);

    /// <summary>Finds the targets among what the trial has.</summary>
    /// <exception cref="UserInputException">It does not have them.</exception>
    public static SizeSubject Of(ScenarioFile file, SizeVariable variable, SizeOptions options)
    {
        Trial trial = file.Scenario.Trial;
        IReadOnlyList<OperatingCharacteristic> own = RunAccumulator.Blank(trial, []);
        IReadOnlyList<OperatingCharacteristic> all = NullTrial.TryDerive(trial, out NullTrial derived, out _) ? RunAccumulator.Blank(trial, derived.Tests) : own;
        ImmutableArray<SizeGoal> goals = options.Goals.Count > 0 ? [.. options.Goals] : [UsualGoal(all)];
        List<string> units = [];
        foreach (SizeGoal goal in goals)
        {
            string option = goal.Side == TargetSide.AtLeast ? SizeCommand.AtLeast : SizeCommand.AtMost;
            OperatingCharacteristic row = goal.Name.RowIn(all) ?? throw new UserInputException($"{option}: {goal.Name.Missing(all)}");
            if (row.Unit == "probability" && goal.Bound is <= 0.0 or >= 1.0)
            {
                throw new UserInputException($"{option}: {goal.Name} is a probability, and {goal.Bound} is none between 0 and 1. Write such as {goal.Name}=0.8.");
            }

            units.Add(row.Unit);
        }

        return new SizeSubject(file, variable, options, new SizeTrials(file, variable, options), goals, [.. units], goals.Any(goal => goal.Name.RowIn(own) is null));
    }

    /// <summary>What the log of the search says it is of.</summary>
    public LogHeader Header => new(ManifestOf(0), LogPart.Evaluations, ShardNumber.Whole, File.Scenario.ResolvedYaml, File.Content);

    /// <summary>The manifest.</summary>
    /// <param name="replicates">Replicates that were spent.</param>
    public Manifest ManifestOf(long replicates) => new(
        File.Scenario.Trial.Name,
        File.Scenario.Trial.Description,
        ProgramVersion.Text,
        Engine.EventKernel.Name,
        Seed,
        1,
        replicates,
        Options.Budget,
        ScenarioDigest.Of(File.Scenario.ResolvedYaml))
    {
        Options = Options.Written,
    };

    private static SizeGoal UsualGoal(IReadOnlyList<OperatingCharacteristic> rows)
    {
        CharacteristicName name = new(Measures.Power, "");
        return name.RowIn(rows) is { Analysis: string analysis }
            ? new SizeGoal(name with { Of = analysis }, TargetSide.AtLeast, UsualPower)
            : throw new UserInputException($"{SizeCommand.AtLeast} is missing: the scenario has no test whose power could be the target. Name one, such as decision_probability:go=0.8.");
    }
}
