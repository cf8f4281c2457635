using System.Diagnostics;
using TrialSim.Statistics.Proportions;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

public sealed class ExactDesignTests
{
    // Case V10 (Simon 1989, table 1): r1/n1, r/n, EN(p0), PET(p0), and where given α and power (R's clinfun 1.1.5, ph2simon).
    [Theory, Trait("Source", "Published")]
    [InlineData(0.05, 0.25, 0.8, 0, 9, 2, 17, 11.96, 0.630249, 0.046605, 0.812161, 0, 12, 2, 16, 13.84, 0.540360, 0.042678, 0.801280)]
    [InlineData(0.10, 0.30, 0.8, 1, 10, 5, 29, 15.01, 0.736099, 0.047086, 0.805063, 1, 15, 5, 25, 19.51, 0.549043, 0.032809, 0.801701)]
    [InlineData(0.20, 0.40, 0.8, 3, 13, 12, 43, 20.58, 0.747324, 0.049581, 0.800214, 4, 18, 10, 33, 22.25, 0.716354, 0.045830, 0.801142)]
    [InlineData(0.30, 0.50, 0.8, 5, 15, 18, 46, 23.63, 0.721621, 0.049865, 0.803206, 6, 19, 16, 39, 25.69, 0.665502, 0.045499, 0.803623)]
    [InlineData(0.10, 0.30, 0.9, 2, 18, 6, 35, 22.53, 0.7338, 0, 0, 2, 22, 6, 33, 26.18, 0.6200, 0, 0)]
    [InlineData(0.20, 0.40, 0.9, 4, 19, 15, 54, 30.43, 0.6733, 0, 0, 5, 24, 13, 45, 31.23, 0.6559, 0, 0)]
    [InlineData(0.40, 0.60, 0.8, 7, 16, 23, 46, 24.52, 0.7161, 0, 0, 17, 34, 20, 39, 34.44, 0.9128, 0, 0)]
    [InlineData(0.05, 0.20, 0.9, 1, 21, 4, 41, 26.66, 0.7170, 0, 0, 1, 29, 4, 38, 32.86, 0.5708, 0, 0)]
    public void Search_CaseV10_GivesSimonsDesigns(
        double p0, double p1, double power,
        int r1, int n1, int r, int n, double mean, double stop, double alpha, double reached,
        int minimaxR1, int minimaxN1, int minimaxR, int minimaxN, double minimaxMean, double minimaxStop, double minimaxAlpha, double minimaxReached)
    {
        SimonDesigns designs = SimonDesigns.Search(p0, p1, 0.05, power, 200);

        Assert.Equal(new SimonDesign(r1, n1, r, n), designs.Optimal);
        Assert.Equal(new SimonDesign(minimaxR1, minimaxN1, minimaxR, minimaxN), designs.Minimax);
        AssertCharacteristics(designs.Optimal, p0, p1, power, mean, stop, alpha, reached);
        AssertCharacteristics(designs.Minimax, p0, p1, power, minimaxMean, minimaxStop, minimaxAlpha, minimaxReached);
    }

    // A plain second search: every design up to 32 patients, and the best for each of 101 weights.
    [Fact, Trait("Source", "Property")]
    public void Admissible_EveryWeight_IsTheBestOfAllDesigns()
    {
        const double P0 = 0.1;
        const double P1 = 0.3;
        SimonDesigns designs = SimonDesigns.Search(P0, P1, 0.05, 0.8, 32);
        List<SimonDesign> all = [];
        for (int n = 2; n <= 32; n++)
        {
            for (int n1 = 1; n1 < n; n1++)
            {
                for (int r1 = 0; r1 < n1; r1++)
                {
                    for (int r = r1; r < n; r++)
                    {
                        SimonDesign design = new(r1, n1, r, n);
                        if (design.EarlyStopProbability(P1) <= 0.2
                            && design.RejectionProbability(P0) <= 0.05 && design.RejectionProbability(P1) >= 0.8)
                        {
                            all.Add(design);
                        }
                    }
                }
            }
        }

        for (int i = 0; i <= 100; i++)
        {
            double weight = i / 100.0;
            double Cost(SimonDesign design) => (weight * design.Patients) + ((1.0 - weight) * design.ExpectedPatients(P0));
            double found = double.PositiveInfinity;
            foreach (AdmissibleDesign admissible in designs.Admissible)
            {
                if (admissible.LowestWeight <= weight && weight <= admissible.HighestWeight)
                {
                    found = Math.Min(found, Cost(admissible.Design));
                }
            }

            Close.Relative(all.Min(Cost), found, 1e-12);
        }

        Assert.True(designs.Admissible.Length >= 2);
        Assert.Equal(1.0, designs.Admissible[0].HighestWeight);
        Assert.Equal(0.0, designs.Admissible[^1].LowestWeight);
    }

    [Fact, Trait("Source", "Property")]
    public void Search_FourHundredPatients_IsFast()
    {
        // Some 0.2 s on one core; the bound leaves room for a busy machine.
        Stopwatch watch = Stopwatch.StartNew();

        SimonDesigns designs = SimonDesigns.Search(0.3, 0.4, 0.05, 0.9, 400);

        Assert.True(designs.Optimal.Patients > 100);
        Assert.True(watch.Elapsed.TotalSeconds < 5.0, $"took {watch.Elapsed}");
    }

    [Fact, Trait("Source", "ByHand")]
    public void Search_TooFewPatients_GivesTheReason()
    {
        SimonDesigns designs = SimonDesigns.Search(0.1, 0.3, 0.05, 0.8, 20);

        Assert.Equal(NotEstimable.NoDesign, designs.Reason);
        Assert.True(designs.Admissible.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => designs.Optimal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SimonDesigns.Search(0.3, 0.3, 0.05, 0.8, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimonDesigns.Search(0.1, 0.3, 0.05, 0.8, 1_001));
    }

    // Case V11: smallest n, α 0.05, power 0.8: p0, p1, r, n, exact α and power.
    [Theory, Trait("Source", "Published")]
    [InlineData(0.05, 0.20, 4, 27, 0.043736, 0.817717)]
    [InlineData(0.10, 0.30, 6, 25, 0.033400, 0.806512)]
    [InlineData(0.20, 0.40, 12, 35, 0.034357, 0.804825)]
    [InlineData(0.30, 0.50, 17, 39, 0.049984, 0.831608)]
    public void Smallest_CaseV11_GivesTheDesign(double p0, double p1, int r, int n, double alpha, double power)
    {
        SingleStageDesign design = SingleStageDesign.Smallest(p0, p1, 0.05, 0.8, 1_000);

        Assert.Equal(new SingleStageDesign(n, r, NotEstimable.None), design);
        Assert.Equal(alpha, design.RejectionProbability(p0), 6);
        Assert.Equal(power, design.RejectionProbability(p1), 6);
    }

    // Study 000: 55 patients, one-sided 5 %. H0 25 % → 42 % power 0.84 from 20 responders; 47.3 % → 60.6 % 0.59; → 65 % 0.82 from 33.
    [Theory, Trait("Source", "Published")]
    [InlineData(0.25, 0.42, 20, 0.84)]
    [InlineData(0.473, 0.606, 33, 0.59)]
    [InlineData(0.473, 0.65, 33, 0.82)]
    public void OfSize_Study000_GivesThePower(double p0, double p1, int r, double power)
    {
        SingleStageDesign design = SingleStageDesign.OfSize(55, p0, 0.05);

        Assert.Equal(r, design.RespondersToReject);
        Assert.Equal(power, design.RejectionProbability(p1), 2);
    }

    [Fact, Trait("Source", "ByHand")]
    public void SingleStage_Impossible_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoDesign, SingleStageDesign.OfSize(1, 0.5, 0.05).Reason);
        Assert.Equal(NotEstimable.NoDesign, SingleStageDesign.Smallest(0.5, 0.55, 0.05, 0.9, 50).Reason);
        Assert.Equal(0.0, SingleStageDesign.OfSize(1, 0.5, 0.05).RejectionProbability(0.9));
    }

    // Study 002, response .60 against .85: Pearson 0.809 with 49 in each arm; with 54 control and 53 combination 0.841, Yates 0.787,
    // Fisher 0.800; at the rates seen 0.726. Type I .050 to .052.
    [Theory, Trait("Source", "Published")]
    [InlineData(TwoArmTestMethod.Pearson, 49, 49, 0.60, 0.85, 0.809)]
    [InlineData(TwoArmTestMethod.Pearson, 54, 53, 0.60, 0.85, 0.841)]
    [InlineData(TwoArmTestMethod.PearsonYates, 54, 53, 0.60, 0.85, 0.787)]
    [InlineData(TwoArmTestMethod.FisherExact, 54, 53, 0.60, 0.85, 0.800)]
    [InlineData(TwoArmTestMethod.Pearson, 54, 53, 33.0 / 54.0, 44.0 / 53.0, 0.726)]
    public void Probability_Study002_GivesThePower(
        TwoArmTestMethod method, int control, int experimental, double p0, double p1, double power) =>
        Assert.Equal(power, new RejectionRegion(method, Sides.Two, 0.05, control, experimental).Probability(p0, p1), 3);

    [Fact, Trait("Source", "Published")]
    public void Probability_Study002WithoutADifference_IsTheLevel()
    {
        RejectionRegion region = new(TwoArmTestMethod.Pearson, Sides.Two, 0.05, 54, 53);

        foreach (double p in new[] { 0.60, 0.725, 0.85 })
        {
            Assert.InRange(region.Probability(p, p), 0.0495, 0.0525);
        }
    }

    // Case V12 (lrstat): Fisher two-sided, 82 in each arm, .4 against .2: 0.75931952; size at .3 0.03387780; 80 in each arm 0.74522153.
    [Fact, Trait("Source", "Published")]
    public void Probability_CaseV12_MatchesLrstat()
    {
        RejectionRegion region = new(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 82, 82);

        Close.Relative(0.75931952, region.Probability(0.2, 0.4), 1e-7);
        Close.Relative(0.03387780, region.Probability(0.3, 0.3), 1e-7);
        Close.Relative(
            0.74522153, new RejectionRegion(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 80, 80).Probability(0.2, 0.4), 1e-7);
    }

    // Case V12 (lrstat): .5 against .2, total 87, power 0.8168484: 44 and 43.
    [Fact, Trait("Source", "Published")]
    public void Probability_CaseV12EightySeven_MatchesLrstat() =>
        Close.Relative(
            0.8168484, new RejectionRegion(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 43, 44).Probability(0.2, 0.5), 1e-6);

    // The fast region is what the test itself says of each table, one by one.
    [Theory, Trait("Source", "Property")]
    [InlineData(9, 7, 0.05)]
    [InlineData(12, 12, 0.1)]
    [InlineData(3, 20, 0.3)]
    [InlineData(1, 1, 0.5)]
    public void Contains_EveryTable_IsTheTestItself(int control, int experimental, double level)
    {
        RejectionRegion two = new(TwoArmTestMethod.FisherExact, Sides.Two, level, control, experimental);
        RejectionRegion one = new(TwoArmTestMethod.FisherExact, Sides.One, level, control, experimental);
        RejectionRegion pearson = new(TwoArmTestMethod.PearsonYates, Sides.One, level, control, experimental);
        for (int i = 0; i <= control; i++)
        {
            for (int j = 0; j <= experimental; j++)
            {
                TwoArmCounts counts = new(i, control, j, experimental);
                Assert.Equal(FisherExact.Test(counts).TwoSidedPValue <= level, two.Contains(i, j));
                Assert.Equal(FisherExact.Test(counts).OneSidedPValue <= level, one.Contains(i, j));
                Assert.Equal(
                    ProportionTests.Pearson(counts, ContinuityCorrection.Yates).OneSidedPValue <= level, pearson.Contains(i, j));
            }
        }
    }

    // Jung and Kim's estimate has no bias: its mean over all outcomes is the probability itself.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.77)]
    public void UnbiasedEstimate_MeanOverAllOutcomes_IsTheProbability(double p)
    {
        SimonDesign design = new(1, 10, 5, 29);
        double mean = 0.0;
        double coverage = 0.0;
        double total = 0.0;
        for (int x = 0; x <= 29; x++)
        {
            if (x <= 1)
            {
                Add(TwoStageInference.AfterFirstStage(design, x), Statistics.Probability.Binomial.Probability(x, 10, p));
            }
            else
            {
                Add(
                    TwoStageInference.AfterSecondStage(design, x),
                    design.ReachesSecondStageWith(x, p) - (x == 29 ? 0.0 : design.ReachesSecondStageWith(x + 1, p)));
            }
        }

        Close.Relative(1.0, total, 1e-12);
        Close.Relative(p, mean, 1e-11);
        Assert.True(coverage >= 0.95);

        void Add(TwoStageInference inference, double probability)
        {
            total += probability;
            mean += probability * inference.UnbiasedEstimate();
            Interval interval = inference.ProbabilityInterval(0.95);
            coverage += interval.Lower <= p && p <= interval.Upper ? probability : 0.0;
        }
    }

    // The p-value at the design's own limit is its α, and the interval leaves the null hypothesis out just when the test rejects.
    [Fact, Trait("Source", "Theory")]
    public void PValue_AtTheLimit_IsTheExactAlpha()
    {
        SimonDesign design = new(3, 13, 12, 43);

        Close.Relative(design.RejectionProbability(0.2), TwoStageInference.AfterSecondStage(design, 13).PValue(0.2), 1e-13);
        Assert.True(TwoStageInference.AfterSecondStage(design, 13).ProbabilityInterval(0.9).Lower > 0.2);
        Assert.True(TwoStageInference.AfterSecondStage(design, 12).ProbabilityInterval(0.9).Lower < 0.2);
        Assert.Equal(1.0, TwoStageInference.AfterFirstStage(design, 0).PValue(0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoStageInference.AfterFirstStage(design, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoStageInference.AfterSecondStage(design, 3));
    }

    private static void AssertCharacteristics(
        SimonDesign design, double p0, double p1, double power, double mean, double stop, double alpha, double reached)
    {
        Assert.Equal(mean, design.ExpectedPatients(p0), 2);
        Assert.Equal(stop, design.EarlyStopProbability(p0), stop.ToString("R").Length > 6 ? 6 : 4);
        Assert.True(design.RejectionProbability(p0) <= 0.05);
        Assert.True(design.RejectionProbability(p1) >= power);
        if (alpha > 0.0)
        {
            Assert.Equal(alpha, design.RejectionProbability(p0), 6);
            Assert.Equal(reached, design.RejectionProbability(p1), 6);
        }
    }
}
