using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Randomness;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Results.Tests.Summary.Trials;

/// <summary>Figures of designs drawn at random, whose decisions may come after other looks, add up.</summary>
public sealed class LateDecisionSumsTests
{
    private const long Replicates = 200;

    public static TheoryData<uint> Designs => [.. Enumerable.Range(1, 12).Select(design => (uint)design)];

    [Theory, MemberData(nameof(Designs)), Trait("Source", "Property")]
    public void Figures_OfLooksStopsAndRejections_AddUp(uint design)
    {
        Trial trial = Random(design);
        OperatingCharacteristic[] rows = Run(trial);
        double Of(string measure, string look = "", string subject = "") => rows.Single(row => row.Measure == measure && row.Look == look && row.Subject == subject).Value!.Value;
        string[] looks = [.. trial.Design.Looks.Select(look => look.Name)];

        Assert.All(looks, look => Assert.Equal(1.0, Of(Measures.LookReached, look) + Of(Measures.StoppedBefore, look) + Of(Measures.NeverReached, look), 12));
        Assert.All(looks, look => Assert.True(Of(Measures.StoppedBefore, look) <= Of(Measures.StopProbability) + 1e-12));
        foreach (string look in looks[..^1].Append(""))
        {
            Assert.Equal(Of(Measures.StopProbability, look), Of(Measures.StopProbability, look, "efficacy") + Of(Measures.StopProbability, look, "futility"), 12);
        }

        Assert.Equal(Of(Measures.StopProbability), looks[..^1].Sum(look => Of(Measures.StopProbability, look)), 12);
        Assert.Equal(Of(Measures.OverallPower), looks.Sum(look => Of(Measures.FirstRejection, look)), 12);

        // A stop for efficacy has its reason in a rejection, at its look or before.
        double crossed = 0;
        double stopped = 0;
        foreach (string look in looks[..^1])
        {
            crossed += Of(Measures.FirstRejection, look);
            stopped += Of(Measures.StopProbability, look, "efficacy");
            Assert.True(stopped <= crossed + 1e-12, $"{stopped} trials of design {design} stop for efficacy by {look}, {crossed} have rejected.");
        }
    }

    // What would have been decided is decided on the same data, whether or not the trial goes on.
    [Theory, MemberData(nameof(Designs)), Trait("Source", "Property")]
    public void Figures_OfTrialsThatGoOn_AreThoseOfTrialsThatStop(uint design)
    {
        Trial trial = Random(design);
        string[] measures = [Measures.OverallPower, Measures.FirstRejection, Measures.StopProbability, Measures.StoppedBefore, Measures.DecisionProbability, Measures.TrialPatients, Measures.TrialDuration, Measures.TrialEvents];
        OperatingCharacteristic[] Wanted(OperatingCharacteristic[] rows) => [.. rows.Where(row => measures.Contains(row.Measure))];

        Assert.Equal(Wanted(Run(trial)), Wanted(Run(trial with { Run = trial.Run with { Stopping = StopObedience.GoesOn } })));
    }

    // Three looks at events, the first two decided upon up to three years later: a trial takes two or three.
    private static Trial Random(uint design)
    {
        Draws draws = new(TwoLookTrial.Seed, 0, design, Purpose.Allocation);
        double[] luck = new double[8];
        for (int draw = 0; draw < luck.Length; draw++)
        {
            luck[draw] = draws.NextUniform();
        }

        int used = 0;
        double Uniform() => luck[used++];
        int first = 15 + (int)(30 * Uniform());
        int second = first + 5 + (int)(25 * Uniform());
        int last = second + 5 + (int)(15 * Uniform());
        ImmutableArray<int> arms = [0, 1];
        Look LookAt(string name, int events)
        {
            double delay = 36 * Uniform() * Uniform() * DaysPer.Month;
            return new Look(name, new EventsSeen(0, events, arms)) { DecidedAfterDays = delay < 30 ? 0 : delay };
        }

        ImmutableArray<Look> looks = [LookAt("first", first), LookAt("second", second), new Look("last", new EventsSeen(0, last, arms))];
        ImmutableArray<int> all = [0, 1, 2];
        TrialDesign two = TwoLookTrial.Trial.Design;
        SequentialPlan plan = new(EfficacyPlan.FromSpending(Spending.Pocock(0.025), []), FutilityPlan.OnZ([0.0, 0.8]), FutilityRule.NonBinding);
        return TwoLookTrial.Trial with
        {
            Design = two with
            {
                Looks = looks,
                Analyses = [((LogRankAnalysis)two.Analyses[0]) with { Looks = all }],
                Testing = new TestingPlan([two.Testing.Sequential[0] with { Looks = all, Plan = plan, PlannedInformation = [first, second, last] }], []),
                Decisions = [.. two.Decisions.Select(decision => decision with { Looks = [0, 1] }), new Decision("close", [0, 1], new DecisionCondition.Always(), new DecisionAction.StopAccrual())],
            },
        };
    }

    private static OperatingCharacteristic[] Run(Trial trial)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, (uint)Replicates), CurvePlan.None, 2, batch => sum.Add(batch, static _ => { }), CancellationToken.None);
        return [.. sum.Characteristics()];
    }
}
