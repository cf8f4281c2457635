using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Tests.Summary.Trials;

/// <summary>Whole runs of a trial that may stop, and of the same that goes on.</summary>
public sealed class StoppedRunTests
{
    private static readonly (OperatingCharacteristic[] Rows, ReplicateRecord[] Records) Stopped = Run(TwoLookTrial.Trial);
    private static readonly (OperatingCharacteristic[] Rows, ReplicateRecord[] Records) WentOn = Run(TwoLookTrial.GoingOn);

    [Fact, Trait("Source", "Property")]
    public void Records_AfterAStop_SayThatTheTrialWasOver()
    {
        Column<ReplicateRecord> status = ReplicateColumns.All.Single(column => column.Name == "status");
        string[] final = [.. Stopped.Records.Where(record => record.Names.Look == "final").Select(record => status.Cell(record).ToString()).Distinct().Order()];

        Assert.Equal(["ok", "stopped_before"], final);
        Assert.All(WentOn.Records, record => Assert.Equal("ok", status.Cell(record).ToString()));
        Assert.Equal(
            Stopped.Rows.Single(row => row.Look == "final" && row.Measure == Measures.StoppedBefore).Value,
            Stopped.Records.Count(record => record.Names.Look == "final" && record.Names.Analysis == "test" && status.Cell(record).ToString() == "stopped_before") / 300.0);
    }

    // What is decided by the data of the interim look is decided in both, and until then both are the same trials.
    [Theory, Trait("Source", "Property")]
    [InlineData(Measures.OverallPower)]
    [InlineData(Measures.StopProbability)]
    [InlineData(Measures.TrialPatients)]
    [InlineData(Measures.TrialDuration)]
    [InlineData(Measures.TrialEvents)]
    public void Run_ThatGoesOn_HasTheOperatingCharacteristicsOfTheOneThatStops(string measure)
    {
        double?[] stopped = [.. Stopped.Rows.Where(row => row.Look.Length == 0 && row.Measure == measure).Select(row => row.Value)];

        Assert.NotEmpty(stopped);
        Assert.Equal(stopped, WentOn.Rows.Where(row => row.Look.Length == 0 && row.Measure == measure).Select(row => row.Value));
    }

    [Fact, Trait("Source", "Theory")]
    public void BiasAndCoverage_OfARunThatGoesOn_AreTold()
    {
        OperatingCharacteristic bias = WentOn.Rows.Single(row => row.Measure == Measures.Bias && row.Analysis == "hr");
        OperatingCharacteristic[] coverage = [.. WentOn.Rows.Where(row => row.Measure == Measures.Coverage && row.Analysis == "hr")];

        Assert.DoesNotContain(Stopped.Rows, row => row.Measure is Measures.Bias or Measures.Coverage);
        Assert.Equal("ratio", bias.Unit);
        Assert.Equal(["", "final"], coverage.Select(row => row.Look));

        // The interval at the last look is that of a fixed design: 300 trials leave this band once in a million.
        Assert.InRange(coverage[1].Value!.Value, 0.95 - 0.062, 0.95 + 0.062);
    }

    [Fact, Trait("Source", "Property")]
    public void Characteristics_OfADesignWhoseLooksStandAlone_AreThoseOfItsLooks()
    {
        OperatingCharacteristic[] rows = Run(ThreeArmTrial.Trial).Rows;

        Assert.DoesNotContain(rows, row => row.Look.Length == 0);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Record_OfAnArmThatWasDropped_IsNoTest()
    {
        ReplicateRecord record = Stopped.Records.First(record => record.Names.Analysis == "test" && record.IsReached);
        record = record with { Row = record.Row with { Verdict = Verdict.NotTested } };

        Assert.Equal("arm_dropped", ReplicateColumns.All.Single(column => column.Name == "status").Cell(record).ToString());
        Assert.Equal("", ReplicateColumns.All.Single(column => column.Name == "rejected").Cell(record).ToString());
    }

    private static (OperatingCharacteristic[] Rows, ReplicateRecord[] Records) Run(Trial trial)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        List<ReplicateRecord> records = [];
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, 300), CurvePlan.None, 2, batch => sum.Add(batch, records.Add), CancellationToken.None);
        return ([.. sum.Characteristics()], [.. records]);
    }
}
