using System.Text;
using Xunit;

namespace TrialSim.Scenarios.Tests.Sweeps;

/// <summary>What is said of a sweep that cannot be understood. The sweep stands in line 18.</summary>
public sealed class SweepMessageTests
{
    [Theory, Trait("Source", "ByHand")]
    [InlineData("{}", "18:8  sweep: Nothing is varied here. Write vary, paired or sobol, such as sweep: {vary: {design.patients: [100, 150, 200]}}.")]
    [InlineData("{vary: {patients: [1]}}", "18:26  sweep.vary.patients: 'patients' cannot be varied. Write a key of design, truth, with dots, such as design.patients or truth.effects.0.hazard_ratio.")]
    [InlineData("{vary: {run.seed: [1, 2]}}", "18:26  sweep.vary.run.seed: 'run.seed' cannot be varied. Write a key of design, truth, with dots, such as design.patients or truth.effects.0.hazard_ratio.")]
    [InlineData("{vary: {name.x: [a]}}", "18:24  sweep.vary.name.x: 'name.x' cannot be varied. Write a key of design, truth, with dots, such as design.patients or truth.effects.0.hazard_ratio.")]
    [InlineData("{vary: {design.patients: []}}", "18:33  sweep.vary.design.patients: This is empty. Write at least 1.")]
    [InlineData("{vary: {design.patients: [60, 70, 60]}}", "18:33  sweep.vary.design.patients: '60' is given twice. Write each value once.")]
    [InlineData("{vary: {design.patients: {from: 1, to: 2}}}", "18:33  sweep.vary.design.patients: Write the values as a list, [100, 150, 200], or from, to and steps, {from: 0.6, to: 0.9, steps: 4}.")]
    [InlineData("{vary: {design.patients: {from: 100, to: 102, steps: 5}}}", "18:33  sweep.vary.design.patients: 5 steps give some values twice. Write fewer steps, or ends that lie further apart.")]
    [InlineData("{vary: {design.patients: {from: 100, to: 12mo, steps: 5}}}", "18:33  sweep.vary.design.patients: One end is a number and the other a duration. Write two of one kind.")]
    [InlineData("{vary: {design.patients: {from: 0, to: 10, steps: 5, scale: log}}}", "18:33  sweep.vary.design.patients: Equal ratios need ends above 0. Write such ends, or scale: linear.")]
    [InlineData("{vary: {design.patients: {from: 10, to: 10, steps: 5}}}", "18:33  sweep.vary.design.patients: Both ends are the same. Write two that differ.")]
    [InlineData(
        "{vary: {design.patients: [1], design.arms: [1]}, paired: [{design.arms.control: [1]}]}",
        "18:88  sweep.paired[0].design.arms.control: 'design.arms.control' and 'design.arms' are both varied, and one holds the other. Vary one of them.")]
    [InlineData(
        "{vary: {design.patients: [90]}, sobol: {points: 4, over: {design.patients: {from: 1, to: 2}}}}",
        "18:83  sweep.sobol.over.design.patients: 'design.patients' is varied twice. Write all its values in one place.")]
    [InlineData(
        "{paired: [{design.patients: [90, 100], truth.accrual.duration: [12mo]}]}",
        "18:71  sweep.paired[0].truth.accrual.duration: design.patients has 2 values and truth.accrual.duration has 1. Keys that move together have lists of equal length.")]
    [InlineData(
        "{vary: {design.patients: {from: 100, to: 900, steps: 500}, truth.accrual.duration: {from: 1d, to: 900d, steps: 500}}}",
        "18:8  sweep: The sweep has 250,000 cells. Write at most 100,000: fewer values, or a sample with sobol.")]
    [InlineData("{vary: {design.patiens: [90]}}", "18:33  design.patiens: In cell 1 of the sweep (design.patiens=90): 'patiens' is not a key here. Did you mean 'patients'?")]
    [InlineData("{vary: {design.arms.other.role: [control]}}", "18:41  design.arms: In cell 1 of the sweep (design.arms.other.role=control): There is no 'other' in design.arms. It has control, treated.")]
    public void Sweep_ThatCannotBeUnderstood_IsToldWithItsPlace(string sweep, string message)
    {
        string[] errors = Reading.Errors($"{Texts.TwoArms}\nsweep: {sweep}\n");

        Assert.StartsWith(message, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sweep_CellThatIsNoScenario_IsNamedWithTheScenariosMessage()
    {
        ScenarioReading cell = Reading.Valid($"{Texts.TwoArms}\nsweep: {{vary: {{truth.accrual.duration: [12mo], design.patients: [90, -5]}}}}\n").Sweep.Read(2, seed: null);

        Assert.Equal(
            "trial.yaml:18:70  design.patients: In cell 2 of the sweep (truth.accrual.duration=12mo, design.patients=-5): '-5' is out of range. Write a whole number from 1 to 1000000.",
            Assert.Single(cell.Problems).ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sweep_KeyOfTheCommandLine_HasItsOptionAsPlace()
    {
        ScenarioOverrides overrides = ScenarioOverrides.None with { Varied = [new Setting("design.patients", "[-5]")] };

        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(Texts.TwoArms), Reading.File, overrides);

        Assert.StartsWith("--vary design.patients=[-5]  design.patients: In cell 1 of the sweep (design.patients=-5): '-5' is out of range.", Assert.Single(reading.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public void Sweep_CellWhoseValueHasFiveThousandDigits_IsNamedByItsBeginning()
    {
        string yaml = Texts.TwoArms + $"\nsweep: {{vary: {{design.patients: [{new string('9', 5_000)}]}}}}\n";

        Assert.All(Reading.Errors(yaml), error => Assert.InRange(error.Length, 10, 500));
        Assert.NotEmpty(Reading.Errors(yaml));
    }
}
