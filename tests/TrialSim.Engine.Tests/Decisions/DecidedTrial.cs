using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Tests.Decisions;

/// <summary>A trial of 120 patients with a look at 40 deaths and one at 80, to be varied with <c>with</c>, and what a replicate of it does.</summary>
internal static class DecidedTrial
{
    public const int Interim = 0;
    public const int Final = 1;

    public static readonly int[] PlannedEvents = [40, 80];

    public static DecisionCondition Never { get; } = new DecisionCondition.FigureWithin(0, DecisionCondition.AnyArm, DecisionFigure.Z, new OpenRange(1e9, double.PositiveInfinity));

    public static DecisionCondition Always { get; } = new DecisionCondition.Always();

    public static Trial WithLooksAtEvents(int patients = 120) => SmallTrial.Of(patients, SmallTrial.LogRank(Interim, Final)).WithLooks(
        new Look("interim", new EventsSeen(0, PlannedEvents[0], [0, 1])),
        new Look("final", new EventsSeen(0, PlannedEvents[1], [0, 1])));

    public static Trial Deciding(this Trial trial, params Decision[] decisions) => trial with { Design = trial.Design with { Decisions = [.. decisions] } };

    public static Trial Testing(this Trial trial, SequentialTest test) => trial with { Design = trial.Design with { Testing = new TestingPlan([test], []) } };

    public static SequentialTest OBrienFleming(StageCombination combination) => new(
        0,
        [Interim, Final],
        new SequentialPlan(EfficacyPlan.FromSpending(Spending.OBrienFleming(0.025), []), FutilityPlan.OnZ([0.0]), FutilityRule.NonBinding),
        Drift: 2.3,
        [40, 80],
        RejectionSides.Benefit,
        combination);

    public static Decision At(int look, DecisionAction action, DecisionCondition? condition = null) =>
        new("decision", [look], condition ?? Always, action);

    /// <summary>Runs a replicate and hands over who conducted it.</summary>
    public static TrialConduct Run(Trial trial, uint replicate)
    {
        TrialConduct conduct = ConductOf(trial);
        conduct.Run(SmallTrial.Seed, replicate, static (_, _) => { });
        return conduct;
    }

    /// <summary>Who conducts replicates of a trial, one after the other.</summary>
    public static TrialConduct ConductOf(Trial trial)
    {
        ResultLayout layout = new(trial.Design);
        return new TrialConduct(trial, layout, new LookAnalyst(trial.Design, layout, CurvePlan.None), AnalysesWanted.All);
    }

    public static ResultRow RowAt(this TrialConduct conduct, Trial trial, int look)
    {
        ResultLayout layout = new(trial.Design);
        return conduct.Rows[new RowIndex(trial.Design, layout).OfTest(look, 0)];
    }
}
