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
/// <param name="NullRuns">Where the trial in which nothing has an effect is simulated too.</param>
internal sealed record SizeSubject(
    ScenarioFile File, SizeVariable Variable, SizeOptions Options, SizeTrials Trials, ImmutableArray<SizeGoal> Goals, NullRuns NullRuns)
{
    private const string UsualPower = "0.8";

    /// <summary>Seed of all draws.</summary>
    public ulong Seed => File.Scenario.Trial.Run.Seed;

    /// <summary>The search: what trials under the null hypothesis take of the budget is not the search's. Those at the answer are as many as confirm it.</summary>
    public SearchPlan Plan
    {
        get
        {
            SearchPlan all = new([.. Goals.Select(goal => goal.Target)], Trials.Lowest, Trials.Highest, Trials.Start, Options.Accuracy, Options.Budget);
            return NullRuns switch
            {
                NullRuns.AtEachSize => all with { Budget = all.Budget / 2 },
                NullRuns.AtTheAnswer => all with { Budget = all.Budget - all.MostOfOneConfirmation },
                _ => all,
            };
        }
    }

    /// <summary>Finds the targets among what the trial has.</summary>
    /// <exception cref="UserInputException">It does not have them.</exception>
    public static SizeSubject Of(ScenarioFile file, SizeVariable variable, SizeOptions options)
    {
        Trial trial = file.Scenario.Trial;
        IReadOnlyList<OperatingCharacteristic> own = RunAccumulator.Blank(trial, []);
        IReadOnlyList<OperatingCharacteristic> all = NullTrial.TryDerive(trial, out NullTrial derived, out _) ? RunAccumulator.Blank(trial, derived.Tests) : own;
        ImmutableArray<RequestedGoal> requested = options.Goals.Count > 0 ? [.. options.Goals] : [UsualGoal(all)];
        ImmutableArray<SizeGoal> goals =
        [
            .. requested.Select(goal => goal.In((goal.Name.RowIn(all) ?? throw new UserInputException($"{goal.Option}: {goal.Name.Missing(all)}")).Unit)),
        ];
        NullRuns nullRuns = goals.Any(goal => goal.Name.RowIn(own) is null) ? NullRuns.AtEachSize : derived.Tests.IsEmpty ? NullRuns.None : NullRuns.AtTheAnswer;
        return new SizeSubject(file, variable, options, new SizeTrials(file, variable, options), goals, nullRuns);
    }

    /// <summary>What the log of the search says it is of.</summary>
    public LogHeader Header => new(ManifestOf(0), LogPart.Evaluations, ShardNumber.Whole, File.Scenario.ResolvedYaml, File.Content);

    /// <summary>The manifest.</summary>
    /// <param name="replicates">Trials that were simulated.</param>
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
        Options = Options.WrittenFor(Variable),
    };

    private static RequestedGoal UsualGoal(IReadOnlyList<OperatingCharacteristic> rows)
    {
        CharacteristicName name = new(Measures.Power, "");
        return name.RowIn(rows) is { Analysis: string analysis }
            ? new RequestedGoal(name with { Of = analysis }, TargetSide.AtLeast, UsualPower)
            : throw new UserInputException($"{SizeCommand.AtLeast} is missing: the scenario has no test whose power could be the target. Name one, such as decision_probability:go=0.8.");
    }
}
