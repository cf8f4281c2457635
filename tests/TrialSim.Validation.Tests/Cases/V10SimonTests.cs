using TrialSim.Statistics.Proportions;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V10",
    "Simon's two-stage designs",
    Source = "Simon 1989, table 1; R clinfun 1.1.5, ph2simon",
    Asserts = "r1/n1, r/n, EN(p0), PET(p0), α and power of sixteen optimal and minimax designs, found by the search",
    Tolerance = "every printed digit")]
public sealed class V10SimonTests
{
    [Theory, Trait("Source", "Published")]
    [InlineData(0.05, 0.25, 0.8, "0/9 2/17", "11.96 0.630249 0.046605 0.812161", "0/12 2/16", "13.84 0.540360 0.042678 0.801280")]
    [InlineData(0.10, 0.30, 0.8, "1/10 5/29", "15.01 0.736099 0.047086 0.805063", "1/15 5/25", "19.51 0.549043 0.032809 0.801701")]
    [InlineData(0.20, 0.40, 0.8, "3/13 12/43", "20.58 0.747324 0.049581 0.800214", "4/18 10/33", "22.25 0.716354 0.045830 0.801142")]
    [InlineData(0.30, 0.50, 0.8, "5/15 18/46", "23.63 0.721621 0.049865 0.803206", "6/19 16/39", "25.69 0.665502 0.045499 0.803623")]
    [InlineData(0.10, 0.30, 0.9, "2/18 6/35", "22.53 0.7338", "2/22 6/33", "26.18 0.6200")]
    [InlineData(0.20, 0.40, 0.9, "4/19 15/54", "30.43 0.6733", "5/24 13/45", "31.23 0.6559")]
    [InlineData(0.40, 0.60, 0.8, "7/16 23/46", "24.52 0.7161", "17/34 20/39", "34.44 0.9128")]
    [InlineData(0.05, 0.20, 0.9, "1/21 4/41", "26.66 0.7170", "1/29 4/38", "32.86 0.5708")]
    public void Search(double p0, double p1, double power, string optimal, string ofOptimal, string minimax, string ofMinimax)
    {
        SimonDesigns designs = SimonDesigns.Search(p0, p1, 0.05, power, 200);

        AssertDesign(designs.Optimal, optimal, ofOptimal);
        AssertDesign(designs.Minimax, minimax, ofMinimax);

        void AssertDesign(SimonDesign design, string limits, string figures)
        {
            Assert.Equal(limits, $"{design.FirstStageLimit}/{design.FirstStagePatients} {design.Limit}/{design.Patients}");
            double[] found =
                [design.ExpectedPatients(p0), design.EarlyStopProbability(p0), design.RejectionProbability(p0), design.RejectionProbability(p1)];
            Printed.Digits(figures, found[..figures.Split(' ').Length]);
            Assert.True(found[2] <= 0.05 && found[3] >= power);
        }
    }
}
