using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Decisions;
using TrialSim.Results.Overview;
using TrialSim.Results.Summary.Trials;

namespace TrialSim.Results.Tests.Summary.Trials;

/// <summary>A trial that may stop for harm, drop its treated arm and wait for more events at the interim look, or drop the arm at the final one, in five replicates written by hand.</summary>
public sealed class WhatDecisionsDidTests
{
    private const int Never = -1;

    private static readonly Decision[] Decisions =
    [
        new("harm", [TwoLookTrial.Interim], new DecisionCondition.Always(), new DecisionAction.StopTrial(StopReason.Harm)),
        new("weak", [TwoLookTrial.Interim, TwoLookTrial.Final], new DecisionCondition.Always(), new DecisionAction.DropArmsWithin([TwoLookTrial.Test], DecisionFigure.Z, new OpenRange(-9, 0))),
        new("larger", [TwoLookTrial.Interim], new DecisionCondition.Always(), new DecisionAction.Reestimate(TwoLookTrial.Test, TwoLookTrial.Final, 0.9, new OpenRange(0.3, 0.9), 120, EffectAssumption.Trend)),
    ];

    private readonly TrialAccumulator _sum = new(TwoLookTrial.GoingOn with { Design = TwoLookTrial.Trial.Design with { Decisions = [.. Decisions] } });

    public WhatDecisionsDidTests()
    {
        Add(Never, [Never, TwoLookTrial.Interim, Never], size: 0, droppedBy: 1);
        Add(Never, [Never, TwoLookTrial.Final, TwoLookTrial.Interim], size: 100, droppedBy: 1);
        Add(Never, [Never, Never, TwoLookTrial.Interim], size: 120, droppedBy: Never);
        Add(Never, [Never, Never, Never], size: 0, droppedBy: Never);

        // Had the trial stopped for harm, nothing else would have been decided.
        Add(TwoLookTrial.Interim, [TwoLookTrial.Interim, TwoLookTrial.Interim, TwoLookTrial.Interim], size: 120, droppedBy: 1);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("", "harm", "", Measures.DecisionProbability, 0.2)]
    [InlineData("", "weak", "", Measures.DecisionProbability, 0.4)]
    [InlineData("interim", "larger", "", Measures.DecisionProbability, 0.4)]
    [InlineData("interim", "weak", "treated", Measures.ArmDropped, 0.2)]
    [InlineData("final", "weak", "treated", Measures.ArmDropped, 0.2)]
    [InlineData("", "weak", "treated", Measures.ArmDropped, 0.4)]
    [InlineData("", "", "treated", Measures.ArmDropped, 0.4)]
    [InlineData("", "larger", "", Measures.NewSize, 110)]
    [InlineData("", "larger", "", "new_size_q050", 100)]
    [InlineData("", "larger", "", "new_size_q950", 120)]
    public void Characteristics_FiveReplicates_AreOfWhatDecisionsChanged(string look, string decision, string arm, string measure, double expected)
    {
        OperatingCharacteristic row = Rows().Single(row => row.Look == look && row.Subject == decision && row.Arm == arm && row.Measure == measure);

        Assert.Equal(expected, row.Value!.Value, 12);
        Assert.Equal(measure.StartsWith(Measures.NewSize, StringComparison.Ordinal) ? ("events", 2) : ("probability", 5), (row.Unit, row.Replicates));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Overview_OfThem_NamesTheArmAndTheNewSize()
    {
        IReadOnlyList<OverviewTable> tables = TrialOverview.TablesOf(Rows());
        OverviewTable dropped = tables.Single(table => table.Caption == "Arms dropped");
        OverviewTable sizes = tables.Single(table => table.Caption == "Size once re-estimated, where that changes it");

        Assert.Equal(["Dropped", "At interim", "At final"], dropped.Figures);
        Assert.Equal(["treated", "weak"], Assert.Single(dropped.Rows).Names);
        Assert.Equal(["larger", "events"], Assert.Single(sizes.Rows).Names);
        Assert.Equal(110, sizes.Rows[0].Figures[0]!.Value);
    }

    // Which arm does best is not known where no test was ever estimable.
    [Fact, Trait("Source", "ByHand")]
    public void Overview_BestArmUnknown_HasNoTableOfIt()
    {
        OperatingCharacteristic[] unknown = [new("", "", "", "", Measures.PatientsOnBetterArm, "probability", null, null, null, null, 0, 5)];
        OperatingCharacteristic[] known = [unknown[0] with { Arm = "treated", Value = 0.6 }];

        Assert.Empty(TrialOverview.TablesOf(unknown));
        Assert.Equal(["treated"], Assert.Single(Assert.Single(TrialOverview.TablesOf(known)).Rows).Names);
    }

    private OperatingCharacteristic[] Rows() => TwoLookTrial.RowsOf(_sum);

    private void Add(int stop, int[] decisions, int size, int droppedBy)
    {
        TrialOutcome outcome = new(TwoLookTrial.Month(20), stop, stop == Never ? StopReason.None : StopReason.Harm, 120, 120);
        ResultRow[] rows = new ResultRow[new ResultLayout(TwoLookTrial.Trial.Design).Rows.Length];
        _sum.Add(new ReplicateResult(outcome, [TwoLookTrial.Month(10), TwoLookTrial.Month(20)], decisions, [-1, -1], rows) { NewSizes = [0, 0, size], DroppedBy = [Never, droppedBy] });
    }
}
