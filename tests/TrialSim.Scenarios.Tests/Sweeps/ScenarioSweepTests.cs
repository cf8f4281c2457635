using System.Text;
using TrialSim.Scenarios.Sweeps;
using Xunit;

namespace TrialSim.Scenarios.Tests.Sweeps;

public sealed class ScenarioSweepTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Sweep_Grid_VariesTheLastKeyFastest()
    {
        ScenarioSweep sweep = Of("{vary: {design.patients: [100, 150], truth.accrual.duration: [12mo, 18mo, 24mo]}}");

        Assert.Equal(["design.patients", "truth.accrual.duration"], sweep.Keys.AsEnumerable());
        Assert.Equal(
            ["100, 12mo", "100, 18mo", "100, 24mo", "150, 12mo", "150, 18mo", "150, 24mo"],
            Enumerable.Range(1, sweep.Count).Select(number => string.Join(", ", sweep.CellOf(number).Values)));
        Assert.Equal([new SweepNeighbour("design.patients", 2), new SweepNeighbour("truth.accrual.duration", 4)], sweep.CellOf(5).Before.AsEnumerable());
        Assert.Empty(sweep.CellOf(1).Before);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sweep_Cell_IsTheScenarioWithItsValues()
    {
        ScenarioSweep sweep = Of("{vary: {design.patients: [100, 150]}, paired: [{truth.accrual.duration: [12mo, 24mo], design.looks.final.when: [{trial_time: 30mo}, {trial_time: 40mo}]}]}");

        Scenario cell = sweep.Read(4, seed: 9).Scenario!;

        Assert.Equal(4, sweep.Count);
        Scenario written = Reading.Valid(Texts.TwoArms
            .Replace("patients: 107", "patients: 150", StringComparison.Ordinal)
            .Replace("27mo", "24mo", StringComparison.Ordinal)
            .Replace("{follow_up_of_last_patient: 24mo}", "{trial_time: 40mo}", StringComparison.Ordinal) + "\nrun: {seed: 9}\n");
        Assert.Equal(written.ResolvedYaml, cell.ResolvedYaml);
        Assert.Equal([new SweepNeighbour("design.patients", 2), new SweepNeighbour("truth.accrual.duration, design.looks.final.when", 3)], sweep.CellOf(4).Before.AsEnumerable());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("design.patients: {from: 100, to: 200, steps: 4}", "100 133 167 200")] // A whole number of patients.
    [InlineData("truth.events.death.hazard.by_arm.treated.median: {from: 5d, to: 60d, steps: 4}", "5d 23.3333333333d 41.6666666667d 60d")]
    [InlineData("truth.accrual.duration: {from: 12mo, to: 2y, steps: 3}", "365.25d 547.875d 730.5d")] // 12 × 30.4375 = 365.25
    [InlineData("truth.accrual.duration: {from: 6mo, to: 24mo, steps: 3, scale: log}", "6mo 12mo 24mo")]
    [InlineData("design.testing.two_sided_alpha: {from: 0.1, to: 0.4, steps: 4}", "0.1 0.2 0.3 0.4")]
    [InlineData("design.testing.two_sided_alpha: {from: 0.001, to: 0.1, steps: 3, scale: log}", "0.001 0.01 0.1")]
    [InlineData("design.patients: 100", "100")]
    public void Sweep_Range_HasTheValuesThatAPersonWouldWrite(string varied, string values)
    {
        ScenarioSweep sweep = Of($"{{vary: {{{varied}}}}}");

        Assert.Equal(values, string.Join(' ', Enumerable.Range(1, sweep.Count).Select(number => sweep.CellOf(number).Values[0])));
    }

    // The first points of two dimensions are (0, 0), (1/2, 1/2), (3/4, 1/4), (1/4, 3/4); whole numbers of patients.
    [Fact, Trait("Source", "Published")]
    public void Sweep_Sobol_TakesPointsOfTheSequence()
    {
        ScenarioSweep sweep = Of("{sobol: {points: 4, over: {design.patients: {from: 100, to: 201}, truth.accrual.duration: {from: 10mo, to: 20mo}}}, vary: {design.testing.two_sided_alpha: [0.05, 0.1]}}");

        Assert.Equal(
            ["0.05 100 10mo", "0.05 151 15mo", "0.05 176 12.5mo", "0.05 125 17.5mo", "0.1 100 10mo", "0.1 151 15mo", "0.1 176 12.5mo", "0.1 125 17.5mo"],
            Enumerable.Range(1, sweep.Count).Select(number => string.Join(' ', sweep.CellOf(number).Values)));
        // Points of a sample have no order.
        Assert.Equal([new SweepNeighbour("design.testing.two_sided_alpha", 3)], sweep.CellOf(7).Before.AsEnumerable());
    }

    [Fact, Trait("Source", "Property")]
    public void Sweep_Resolved_HasTheSameCells()
    {
        ScenarioSweep sweep = Of(
            "{vary: {design.patients: {from: 100, to: 200, steps: 3}}, paired: [{truth.accrual.duration: [12mo, P2M], design.looks.final.when: [{trial_time: 30mo}, {follow_up_of_last_patient: 12mo}]}], "
            + "sobol: {points: 3, over: {design.testing.two_sided_alpha: {from: 0.01, to: 0.1, scale: log}}}}");

        Scenario again = Reading.Valid(sweep.ResolvedYaml);

        Assert.Equal(sweep.ResolvedYaml, again.Sweep.ResolvedYaml);
        Assert.Equal(18, sweep.Count);
        for (int number = 1; number <= sweep.Count; number++)
        {
            Assert.Equal(sweep.CellOf(number).ToString(), again.Sweep.CellOf(number).ToString());
            Assert.Equal(sweep.Read(number, null).Scenario!.ResolvedYaml, again.Sweep.Read(number, null).Scenario!.ResolvedYaml);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Scenario_WithASweep_ResolvesAsWithout()
    {
        Scenario with = Reading.Valid(Texts.TwoArms + "\nsweep: {vary: {design.patients: [100, 150]}}\n");

        Assert.Equal(Reading.Valid(Texts.TwoArms).ResolvedYaml, with.ResolvedYaml);
        Assert.Empty(Reading.Valid(Texts.TwoArms).Sweep.Keys);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sweep_KeysOfTheCommandLine_StandBesideThoseOfTheFile()
    {
        string yaml = Texts.TwoArms + "\nsweep: {vary: {design.patients: [100, 150], truth.accrual.duration: [12mo]}}\n";
        ScenarioOverrides overrides = ScenarioOverrides.None with { Varied = [new Setting("design.patients", "[90]"), new Setting("design.testing.two_sided_alpha", "{from: 0.05, to: 0.1, steps: 2}")] };

        ScenarioSweep sweep = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), Reading.File, overrides).Scenario!.Sweep;

        Assert.Equal(["design.patients=90, truth.accrual.duration=12mo, design.testing.two_sided_alpha=0.05", "design.patients=90, truth.accrual.duration=12mo, design.testing.two_sided_alpha=0.1"],
            Enumerable.Range(1, sweep.Count).Select(number => sweep.CellOf(number).ToString()));
    }

    private static ScenarioSweep Of(string sweep) => Reading.Valid($"{Texts.TwoArms}\nsweep: {sweep}\n").Sweep;
}
