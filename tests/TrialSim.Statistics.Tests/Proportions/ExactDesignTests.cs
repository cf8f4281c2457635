using System.Diagnostics;
using TrialSim.Statistics.Proportions;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

public sealed class ExactDesignTests
{
    [Fact, Trait("Source", "Property")]
    public void ExactTwoArm_NoTotalWithinTheLimit_HasAReason() => Assert.Equal(
        NotEstimable.NoDesign,
        ExactTwoArmDesign.Smallest(TwoArmTestMethod.Pearson, Sides.Two, 0.05, 0.2, 0.5, 1.0, 0.8, 0, (2, 60)).Reason);

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

    [Fact, Trait("Source", "ByHand")] // 0.9² = 0.81 > 0.05: two responses of two do not reject
    public void SingleStage_Impossible_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoDesign, SingleStageDesign.OfSize(2, 0.9, 0.05).Reason);
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

    // Case V12 (lrstat): .5 against .2, total 87, power 0.8168484: 44 and 43.
    [Fact, Trait("Source", "Published")]
    public void Probability_CaseV12EightySeven_MatchesLrstat() =>
        Close.Relative(
            0.8168484, new RejectionRegion(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 43, 44).Probability(0.2, 0.5), 1e-6);

    // Power is the sum of the probabilities of all tables that the test rejects.
    [Theory, Trait("Source", "Property")]
    [InlineData(TwoArmTestMethod.FisherExact, 0.2, 0.55)]
    [InlineData(TwoArmTestMethod.PearsonYates, 0.4, 0.4)]
    [InlineData(TwoArmTestMethod.Pearson, 0.0, 0.7)]
    public void Probability_EveryTable_AddsUpToThePower(TwoArmTestMethod method, double p0, double p1)
    {
        RejectionRegion region = new(method, Sides.Two, 0.05, 17, 11);
        double power = 0.0;
        for (int i = 0; i <= 17; i++)
        {
            for (int j = 0; j <= 11; j++)
            {
                power += region.Contains(i, j) ? Statistics.Probability.Binomial.Probability(i, 17, p0) * Statistics.Probability.Binomial.Probability(j, 11, p1) : 0.0;
            }
        }

        Close.Relative(power, region.Probability(p0, p1), 1e-12);
    }

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

    // R 4.2.2, design 1/10 5/29, p0 = 0.1, as clinfun::twostage.inference has it: the estimate of Jung and Kim (2004)
    //   sum(choose(9, k - 1) * choose(19, x - k)) / sum(choose(10, k) * choose(19, x - k)), k <- max(2, x - 19):min(x, 10)
    // and the p-value of Koyama and Chen (2008), sum(dbinom(2:10, 10, .1) * (1 - pbinom(x - 2:10 - 1, 19, .1))). clinfun's limits are one-sided and on a grid; ours
    // are uniroot()'s of P(>= x) = 0.025 and P(> x) = 0.975.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(5, 0.24279257536531, 0.10162023078226)]
    [InlineData(6, 0.261308532966635, 0.047086306643891)]
    [InlineData(8, 0.3053457566940135, 0.0054940742909695)]
    [InlineData(15, 0.51789378847790, 1.9597605686709e-08)]
    public void AfterSecondStage_Koyama_MatchesClinfun(int responders, double estimate, double pValue)
    {
        TwoStageInference inference = TwoStageInference.AfterSecondStage(new SimonDesign(1, 10, 5, 29), responders);

        Close.Relative(estimate, inference.UnbiasedEstimate(), 1e-12);
        Close.Relative(pValue, inference.PValue(0.1), 1e-7);
        if (responders == 6)
        {
            Close.Relative(0.08593418377230, inference.ProbabilityInterval(0.95).Lower, 1e-9);
            Close.Relative(0.45479234454662, inference.ProbabilityInterval(0.95).Upper, 1e-9);
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
}
