using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Testing;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Results.Tests.Summary.Trials;

public sealed class PathTests
{
    private static readonly SequentialTest Test = TwoLookTrial.Trial.Design.Testing.Sequential[0];
    private static readonly (SequentialPathPoint[] Paths, ReplicateRecord[] Records) TwoLooks = Run(TwoLookTrial.Trial, 300);

    [Fact, Trait("Source", "Independent")]
    public void Paths_OfReplicates_AreTheStatisticsAndVerdictsOfTheirRows()
    {
        foreach (SequentialPathPoint point in TwoLooks.Paths.Where(point => point.Outcome != SequentialPathPoint.Planned))
        {
            ReplicateRecord row = TwoLooks.Records.Single(record => record.Replicate == point.Replicate && record.Names.Analysis == "test" && record.Names.Look == point.Look);
            string outcome = row.Row.Verdict == Verdict.Rejected ? "rejected" : point.Look == "final" ? "retained" : row.Row.Z < 0.5 ? "futile" : "goes_on";
            Assert.Equal((row.Row.Z, row.Row.Events / 80.0, outcome), (point.Z, point.InformationFraction, point.Outcome));
        }

        // Every stage of the first 200, and none of the others.
        int stages = TwoLooks.Records.Count(record => record.Replicate <= ReplicateBatch.LastWithStages && record.Names.Analysis == "test" && record.IsReached);
        Assert.Equal(2 + stages, TwoLooks.Paths.Length);
        Assert.Equal(["futile", "goes_on", "planned", "rejected", "retained"], TwoLooks.Paths.Select(point => point.Outcome).Distinct().Order());
    }

    // gsDesign: sfLDOF(alpha = .025, t = c(.5, 1))$spend; gsBound: 2.9626, 1.9686.
    [Fact, Trait("Source", "AgainstR")]
    public void Paths_PlannedBounds_AreThoseOfOBrienAndFlemingsSpending()
    {
        SequentialPathPoint[] planned = [.. TwoLooks.Paths.Where(point => point.Replicate == 0)];

        Assert.Equal(["interim", "final"], planned.Select(point => point.Look));
        Assert.Equal([0.5, 1.0], planned.Select(point => point.InformationFraction));
        Assert.Equal(2.9626, planned[0].EfficacyBound!.Value, 4);
        Assert.Equal(1.9686, planned[1].EfficacyBound!.Value, 4);
        Assert.Equal((0.5, null), (planned[0].FutilityBound, planned[0].Z));
    }

    [Fact, Trait("Source", "Independent")]
    public void Paths_LooksByTheCalendar_HaveBoundsOfTheInformationThatTheySaw()
    {
        TrialDesign design = TwoLookTrial.Trial.Design;
        Trial trial = TwoLookTrial.Trial with
        {
            Design = design with { Looks = [new Look("interim", new TrialTimeReached(TwoLookTrial.Month(11))), new Look("final", new TrialTimeReached(TwoLookTrial.Month(20)))] },
        };
        (SequentialPathPoint[] paths, ReplicateRecord[] records) = Run(trial, 40);
        SequentialPathPoint[] finals = [.. paths.Where(point => point.Replicate > 0 && point.Look == "final")];

        Assert.True(finals.Select(point => point.InformationFraction).Distinct().Count() > 5);
        foreach (SequentialPathPoint point in finals)
        {
            double[] fractions = [.. records.Where(record => record.Replicate == point.Replicate && record.Names.Analysis == "test").Select(record => record.Row.Events / 80.0)];
            SequentialBounds bounds = SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [fractions[0], 1.0], fractions, [double.NegativeInfinity, double.NegativeInfinity], FutilityRule.NonBinding);
            Assert.Equal(fractions[1], point.InformationFraction);
            Assert.Equal(bounds.Efficacy[1], point.EfficacyBound!.Value, 1e-8);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Paths_TestOnBothSides_HasABoundForHarmAndNoneForFutility()
    {
        TrialDesign design = TwoLookTrial.Trial.Design;
        Trial trial = TwoLookTrial.Trial with
        {
            Design = design with { Testing = new TestingPlan([Test with { Sides = RejectionSides.Both, Plan = Test.Plan with { Futility = FutilityPlan.None } }], []), Decisions = [] },
        };

        Assert.All(Run(trial, 20).Paths, point => Assert.Equal((null, -point.EfficacyBound), (point.FutilityBound, point.HarmBound)));
    }

    [Fact, Trait("Source", "Property")]
    public void Paths_DesignWithoutBounds_AreNone() => Assert.Empty(Run(ThreeArmTrial.Trial, 5).Paths);

    private static (SequentialPathPoint[] Paths, ReplicateRecord[] Records) Run(Trial trial, uint replicates)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        List<ReplicateRecord> records = [];
        Campaign.Run(trial, TwoLookTrial.Seed, new ReplicateRange(1, replicates), CurvePlan.None, 2, batch => sum.Add(batch, records.Add), CancellationToken.None);
        return ([.. sum.Summarise(new Manifest("", "", "", "", TwoLookTrial.Seed, 1, replicates, replicates, ""), new TrialForecast([], [])).Paths], [.. records]);
    }
}
