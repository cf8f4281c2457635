using TrialSim.Charts.Reports;
using TrialSim.Results;

namespace TrialSim.Charts.Tests.Reports;

public sealed class HeadlineTablesTests
{
    [Fact, Trait("Source", "ByHand")]
    public void ByAnalysis_BenefitEqualsPowerToTheDigitsShown_HasNoColumnForIt()
    {
        // 0.8802 and 0.88018 are both 0.880 with an error of 0.003.
        HeadlineTable headline = HeadlineTables.ByAnalysis([Power("a", 0.8802, 0.003), Benefit("a", 0.88018, 0.003)]);

        Assert.Equal(["Analysis", "Power"], headline.Table.Columns);
        Assert.Contains("all rejections are in favour", Assert.Single(headline.Key).Meaning, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void ByAnalysis_BenefitDiffersInOneAnalysis_IsToldThereAlone()
    {
        HeadlineTable headline = HeadlineTables.ByAnalysis(
            [Power("a", 0.880, 0.003), Benefit("a", 0.880, 0.003), Power("b", 0.067, 0.002), Benefit("b", 0.056, 0.002)]);

        Assert.Equal(["Analysis", "Power", "Power for benefit"], headline.Table.Columns);
        Assert.Equal("the same", headline.Table.Rows[0][2]);
        Assert.StartsWith("0.056 ± 0.002\n", headline.Table.Rows[1][2], StringComparison.Ordinal);
        Assert.DoesNotContain(headline.Key, pair => pair.Meaning.Contains("all rejections", StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "ByHand")]
    public void ByAnalysis_NoBenefitReported_ClaimsNothingOfIt() => Assert.DoesNotContain(
        "all rejections", HeadlineTables.ByAnalysis([Power("a", 0.880, 0.003)]).Key[0].Meaning, StringComparison.Ordinal);

    [Fact, Trait("Source", "ByHand")]
    public void ByArm_TwoMilestones_HaveAColumnEachAndOneMeaning()
    {
        HeadlineTable headline = Assert.Single(HeadlineTables.ByArm(
            [Row("os_6mo", "control", Measures.MilestoneSurvival, 0.7, 0.01), Row("os_24mo", "control", Measures.MilestoneSurvival, 0.25, 0.01)]));

        Assert.Equal(["Arm", "Milestone survival, os_6mo", "Milestone survival, os_24mo"], headline.Table.Columns);
        Assert.Equal(["0.700 ± 0.010", "0.250 ± 0.010"], headline.Table.Rows[0].Skip(1).Select(cell => cell.Split('\n')[0]));
        Assert.Equal("Milestone survival", Assert.Single(headline.Key).Term);
    }

    // One table of all had a column for each measure, and in each row little but dashes.
    [Fact, Trait("Source", "ByHand")]
    public void ByArm_EndpointsOfWhichOtherThingsAreTold_HaveATableEachWithoutEmptyColumns()
    {
        IReadOnlyList<HeadlineTable> tables = HeadlineTables.ByArm(
        [
            Row("os_24mo", "control", Measures.MilestoneSurvival, 0.25, 0.01),
            Row("rate", "control", Measures.Proportion, 0.6, 0.01) with { Endpoint = "response" },
            Row("mean_0", "control", Measures.Mean, 800, 1) with { Endpoint = "afp_0mo" },
            Row("mean_2", "control", Measures.Mean, 300, 1) with { Endpoint = "afp_2mo" },
        ]);

        Assert.Equal(["Arms: os", "Arms: response", "Arms: afp_0mo, afp_2mo"], tables.Select(table => table.Caption));
        Assert.Equal([["Arm", "Milestone survival, os_24mo"], ["Arm", "Share"], ["Arm", "Mean"]], tables.Select(table => table.Table.Columns.ToArray()));
        Assert.All(tables, table => Assert.DoesNotContain(table.Table.Rows, row => row.Contains(Figures.Blank)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void ByArm_ArmOfWhichNobodyHasTheEndpoint_HasNoRow()
    {
        HeadlineTable headline = Assert.Single(HeadlineTables.ByArm(
        [
            Row("", "control", Measures.Patients, 0, 0) with { Endpoint = "dose" },
            Row("", "treated", Measures.Patients, 53, 0) with { Endpoint = "dose" },
            Row("mean_dose", "treated", Measures.Mean, 0.9, 0.01) with { Endpoint = "dose" },
        ]));

        Assert.Equal("treated\ndose · final", Assert.Single(headline.Table.Rows)[0]);
    }

    private static OperatingCharacteristic Power(string analysis, double value, double error) =>
        Row(analysis, "treated v control", Measures.Power, value, error);

    private static OperatingCharacteristic Benefit(string analysis, double value, double error) =>
        Row(analysis, "treated v control", Measures.PowerForBenefit, value, error);

    private static OperatingCharacteristic Row(string analysis, string arm, string measure, double value, double error) =>
        new("final", "os", analysis, arm, measure, "probability", value, error, value - (1.96 * error), value + (1.96 * error), 10_000, NotEstimable: 0);
}
