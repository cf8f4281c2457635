using System.Text.Json;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.CompetingRisks;

public sealed class GrayTestTests
{
    // cmprsk 2.2-11: cuminc(time, event, group, strata, rho)$Tests.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("gray_rho0", 0.0, 0)]
    [InlineData("gray_rho1", 1.0, 0)]
    [InlineData("gray_rho0_stratified_age70", 0.0, 1)]
    public void Test_Mgus2_MatchesCuminc(string name, double rho, int stratified)
    {
        CompetingData data = CompetingData.Mgus2();
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("mgus2_ref.json"))).RootElement.GetProperty(name);
        for (int cause = 1; cause <= 2; cause++)
        {
            GrayTestResult result = GrayTest.Test(stratified == 1 ? data.Stratified : data.Sample, (byte)cause, rho);

            Close.Relative(expected.GetProperty("stat")[cause - 1].GetDouble(), result.ChiSquare, 1e-9);
            Close.Relative(expected.GetProperty("p")[cause - 1].GetDouble(), result.PValue, 1e-7, 1e-12);
            Assert.Equal(1, result.DegreesOfFreedom);
        }
    }

    // Reference/competing_samples.R: one to three groups, two strata, ties in half of the samples.
    [Fact, Trait("Source", "AgainstR")]
    public void Test_RandomSamples_MatchesCuminc()
    {
        Dictionary<string, CompetingData> samples = CompetingData.Samples();
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("competing_gray.csv")];

        Assert.True(rows.Length > 200);
        Assert.All(rows, row =>
        {
            CompetingData data = samples[row["sample"]];
            GrayTestResult result = GrayTest.Test(
                row["strat"] == "1" ? data.Stratified : data.Sample, (byte)row.Number("cause"), row.Number("rho"));

            // R's −1 stands for a variance that cannot be inverted.
            Assert.Equal(row.Number("stat") < 0.0, result.Reason == NotEstimable.NoVariance);
            if (!result.IsEstimable)
            {
                return;
            }

            Close.Relative(row.Number("stat"), result.ChiSquare, 1e-9, 1e-13);
            Close.Relative(row.Number("p"), result.PValue, 1e-9, 1e-10);
            Assert.Equal((int)row.Number("df"), result.DegreesOfFreedom);
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Test_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, GrayTest.Test(new CompetingSample([], [], [], []), 1).Reason);
        Assert.Equal(NotEstimable.NoEvents, GrayTest.Test(new CompetingSample([1, 2], [2, 0], [0, 1], []), 1).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, GrayTest.Test(new CompetingSample([1, 2], [1, 0], [3, 3], []), 1).Reason);
        GrayTestResult oneEach = GrayTest.Test(new CompetingSample([5, 5], [1, 1], [0, 1], []), 1);
        Assert.True(double.IsFinite(oneEach.ChiSquare) && oneEach.PValue > 0.99);
    }

    // Order of the patients and numbering of the groups make no difference.
    [Fact, Trait("Source", "Property")]
    public void Test_GroupsRenumbered_StaysTheSame()
    {
        CompetingData data = CompetingData.Mgus2();
        byte[] renamed = [.. data.Group.Select(g => g == 0 ? (byte)200 : (byte)7)];

        Close.Relative(
            GrayTest.Test(data.Sample, 1).ChiSquare,
            GrayTest.Test(new CompetingSample(data.Days, data.Cause, renamed, []), 1).ChiSquare,
            1e-10);
    }
}
