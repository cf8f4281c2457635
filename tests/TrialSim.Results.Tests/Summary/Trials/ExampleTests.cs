using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Tests.Summary.Trials;

public sealed class ExampleTests
{
    private static readonly (ExampleTrial[] Examples, ReplicateRecord[] Records) TwoLooks = Run(TwoLookTrial.Trial, 300);

    [Fact, Trait("Source", "Independent")]
    public void Examples_OfATrialThatMayStop_AreTheFirstOfTheirKind()
    {
        // Of each replicate what its test said last, and where.
        ReplicateRecord[] last = [.. TwoLooks.Records.Where(record => record.Names.Analysis == "test" && record.IsReached).GroupBy(record => record.Replicate).Select(rows => rows.Last())];
        long stopped = last.First(record => record is { Names.Look: "interim", Row.Verdict: Verdict.Rejected }).Replicate;
        long failed = last.First(record => record.Row.Verdict == Verdict.Retained).Replicate;
        long succeeded = last.First(record => record.Row.Verdict == Verdict.Rejected && record.Replicate != stopped).Replicate;

        Assert.Equal(
            [(stopped, ExampleTrial.StoppedEarly), (failed, ExampleTrial.Failed), (succeeded, ExampleTrial.Succeeded)],
            TwoLooks.Examples.Select(example => ((long)example.Replicate, example.Why)));
    }

    [Fact, Trait("Source", "Independent")]
    public void Example_ThatStopped_ShowsItsTestAndTheEffectAtThatLook()
    {
        ExampleTrial example = TwoLooks.Examples[0];
        ReplicateRecord test = Find(example, "interim", "test");

        Assert.Equal(("interim", "efficacy", "test"), (example.Look, example.Reason, example.Analysis));
        Assert.Equal((40, test.Row.Z, test.Row.PValue), (example.Events, example.Z, example.PValue));
        Assert.Equal((Find(example, "interim", "hr").Row.Estimate, Measures.HazardRatio), (example.Estimate, example.Measure));
        Assert.Equal(test.LookDay.Value / DaysPer.Month, example.Months);
        Assert.InRange(example.Patients, 40, 120);
    }

    [Fact, Trait("Source", "Property")]
    public void Example_ThatWentToItsEnd_HasNoReason()
    {
        ExampleTrial[] ended = [.. TwoLooks.Examples.Where(example => example.Look == "final")];

        Assert.NotEmpty(ended);
        Assert.All(ended, example => Assert.Equal(("", 120, 80), (example.Reason, example.Patients, example.Events)));
    }

    [Fact, Trait("Source", "Property")]
    public void Examples_OfADesignThatTestsNothing_AreTheFirstTrial()
    {
        Trial trial = TwoLookTrial.Trial;
        trial = trial with { Design = trial.Design with { Analyses = [], Decisions = [], Testing = Model.Testing.TestingPlan.None } };
        ExampleTrial example = Assert.Single(Run(trial, 5).Examples);

        Assert.Equal((1u, ExampleTrial.First, "final", "", ""), (example.Replicate, example.Why, example.Look, example.Analysis, example.Measure));
        Assert.Equal((null, null, null, null), (example.Z, example.PValue, example.Estimate, example.Events));
    }

    [Fact, Trait("Source", "Property")]
    public void Examples_OfMoreReplicates_AreTheSame() => Assert.Equal(Run(TwoLookTrial.Trial, 100).Examples, TwoLooks.Examples);

    private static ReplicateRecord Find(ExampleTrial example, string look, string analysis) =>
        TwoLooks.Records.Single(record => record.Replicate == example.Replicate && record.Names.Look == look && record.Names.Analysis == analysis);

    private static (ExampleTrial[] Examples, ReplicateRecord[] Records) Run(Trial trial, uint replicates)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        List<ReplicateRecord> records = [];
        Campaign.Run(trial, TwoLookTrial.Seed, new ReplicateRange(1, replicates), CurvePlan.None, 2, batch => sum.Add(batch, records.Add), CancellationToken.None);
        return ([.. sum.Summarise(new Manifest("", "", "", "", TwoLookTrial.Seed, 1, replicates, replicates, ""), new TrialForecast([], [])).Examples], [.. records]);
    }
}
