using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

public sealed class SequentialBoundsTests
{
    public static TheoryData<Spending> Families =>
    [
        Spending.OBrienFleming(0.025),
        Spending.Pocock(0.05),
        Spending.KimDeMets(0.025, 0.7),
        Spending.HwangShihDeCani(0.01, -5.0),
        Spending.HwangShihDeCani(0.01, 0.0),
        Spending.HwangShihDeCani(0.1, 3.0),
        Spending.Given([0.4, 0.8, 1.0], [0.0, 0.011, 0.025]),
    ];

    [Theory, MemberData(nameof(Families)), Trait("Source", "Property")]
    public void Spending_EveryFamily_RisesFromZeroToItsTotal(Spending spending)
    {
        Assert.Equal(0.0, spending.Cumulative(0.0));
        Assert.Equal(spending.Total, spending.Cumulative(1.0));
        Assert.Equal(spending.Total, spending.Cumulative(1.7));
        for (int i = 1; i <= 1000; i++)
        {
            Assert.True(spending.Cumulative(i / 1000.0) >= spending.Cumulative((i - 1) / 1000.0));
        }

        Close.Relative(spending.Total, spending.Cumulative(1.0 - 1e-12), 1e-9);
    }

    // 2 - 2 * pnorm(qnorm(1 - .025 / 2) / sqrt(.5)), and 0.025 * log(1 + (exp(1) - 1) / 2)
    [Fact, Trait("Source", "AgainstR")]
    public void Spending_HalfTheInformation_IsTheFormula()
    {
        Close.Relative(0.001525322758, Spending.OBrienFleming(0.025).Cumulative(0.5), 1e-9);
        Close.Relative(0.015502862674, Spending.Pocock(0.025).Cumulative(0.5), 1e-10);
        Close.Relative(0.025 / 8.0, Spending.KimDeMets(0.025, 3.0).Cumulative(0.5), 1e-14);
        Close.Relative(0.0055, Spending.Given([0.4, 0.8, 1.0], [0.0, 0.011, 0.025]).Cumulative(0.6), 1e-14);
    }

    // Whatever the looks, the error is α: up to ten of them, some close together, some beyond plan.
    [Theory, MemberData(nameof(Families)), Trait("Source", "Property")]
    public void OneSidedError_RandomLooks_IsTheWholeOfAlpha(Spending spending) =>
        Prop.ForAll(
            Gen.Choose(1, 1000).ListOf().Where(list => list.Count is > 0 and <= 10).ToArbitrary(),
            picks =>
            {
                double[] fractions = [.. picks.Distinct().Order().Select(pick => pick / 1000.0)];
                fractions[^1] = 1.05;
                Close.Relative(spending.Total, SequentialBounds.FromSpending(spending, fractions).OneSidedError, 1e-10);
            }).Check(Cases.Of(15));

    // A look whose turn has nothing to spend makes no claim, and does not disturb the others.
    [Fact, Trait("Source", "Property")]
    public void FromSpending_NothingToSpend_MakesNoClaim()
    {
        SequentialBounds bounds = SequentialBounds.FromSpending(Spending.Given([0.4, 0.8, 1.0], [0.0, 0.011, 0.025]), [0.2, 0.4, 0.8, 1.0]);
        SequentialBounds without = SequentialBounds.FromSpending(Spending.Given([0.4, 0.8, 1.0], [0.0, 0.011, 0.025]), [0.8, 1.0]);

        Assert.Equal(double.PositiveInfinity, bounds.Efficacy[0]);
        Assert.Equal(double.PositiveInfinity, bounds.Efficacy[1]);
        Close.Relative(without.Efficacy[0], bounds.Efficacy[2], 1e-12);
        Close.Relative(without.Efficacy[1], bounds.Efficacy[3], 1e-12);
    }

    // A trial that ends at 90 % of its planned information spends what is left there.
    [Fact, Trait("Source", "Property")]
    public void FromSpending_LastLookShortOfPlan_SpendsTheRest()
    {
        Spending spending = Spending.OBrienFleming(0.025);
        SequentialBounds bounds = SequentialBounds.FromSpending(
            spending, [0.5, 1.0], [0.5, 0.9], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);

        Close.Relative(0.025, bounds.OneSidedError, 1e-11);
        Close.Relative(SequentialBounds.FromSpending(spending, [0.5, 1.0]).Efficacy[0], bounds.Efficacy[0], 1e-14);
        Assert.True(SequentialBounds.FromSpending(spending, [0.5, 0.9]).OneSidedError < 0.0249);
    }

    // Correlation depends on shares alone: looks at a tenth of everything are the same trial.
    [Fact, Trait("Source", "Property")]
    public void WangTsiatis_AnotherUnitOfInformation_IsTheSame() =>
        Close.Relative(
            SequentialBounds.WangTsiatis(0.025, 0.3, [0.4, 1.0]).Efficacy[0],
            SequentialBounds.WangTsiatis(0.025, 0.3, [0.04, 0.1]).Efficacy[0],
            1e-12);

    [Fact, Trait("Source", "Property")]
    public void CrossingAt_AnyDrift_ProbabilitiesAddUpToOne()
    {
        SequentialBounds bounds = SequentialDesign.FromSpending(
            Spending.Pocock(0.025), Spending.OBrienFleming(0.2), [0.25, 0.3, 0.75, 1.0], FutilityRule.Binding).Bounds;
        foreach (double drift in (double[])[-5.0, 0.0, 1.0, 3.0, 8.0])
        {
            CrossingProbabilities crossing = bounds.CrossingAt(drift);
            Close.Relative(1.0, crossing.TotalEfficacy + crossing.TotalFutility, 1e-11);
        }
    }

    // Two looks a hair apart are one look.
    [Fact, Trait("Source", "Property")]
    public void CrossingAt_LooksAlmostTogether_IsThatOfOneLook()
    {
        double[] fractions = [0.5, 0.5 * (1.0 + 2e-6), 1.0];
        SequentialBounds bounds = new(fractions, [2.5, 2.5, 2.0], SequentialBounds.Unbounded(3), FutilityRule.NonBinding);
        SequentialBounds one = new([0.5, 1.0], [2.5, 2.0], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);

        // The second of the pair catches those who cross within √(2e-6) of the bound.
        Assert.InRange(bounds.CrossingAt(0.0).TotalEfficacy - one.CrossingAt(0.0).TotalEfficacy, 0.0, 2e-5);
    }

    // The trial seen from a look on, averaged over what that look may show, is the trial: conditional error is a martingale.
    [Fact, Trait("Source", "Property")]
    public void After_AveragedOverTheFirstLook_GivesTheWhole()
    {
        SequentialBounds bounds = SequentialBounds.FromSpending(Spending.Pocock(0.025), [0.3, 0.6, 1.0]);
        double sum = bounds.CrossingAt(1.5).Efficacy[0];
        double mean = 1.5 * Math.Sqrt(0.3);
        const double Step = 0.005;
        for (double z = bounds.Efficacy[0] - (0.5 * Step); z > mean - 8.0; z -= Step)
        {
            sum += Step * Normal.Density(z - mean) * bounds.After(0, z).CrossingAt(1.5).TotalEfficacy;
        }

        Close.Relative(bounds.CrossingAt(1.5).TotalEfficacy, sum, 1e-5);
    }

    [Fact, Trait("Source", "Theory")]
    public void ForPower_SingleLook_IsTheFixedTrial()
    {
        SequentialDesign design = SequentialDesign.ForPower(SequentialBounds.Pocock(0.025, [1.0]), 0.9);

        Close.Relative(Normal.Quantile(0.975) + Normal.Quantile(0.9), design.Drift, 1e-12);
        Close.Relative(1.0, design.InflationFactor, 1e-12);
        Close.Relative(1.0, design.ExpectedInformationUnderAlternative, 1e-12);
    }

    [Fact, Trait("Source", "Property")]
    public void AtObservedInformation_AsPlanned_IsThePlan()
    {
        Spending alpha = Spending.OBrienFleming(0.025);
        Spending beta = Spending.Pocock(0.1);
        SequentialDesign plan = SequentialDesign.FromSpending(alpha, beta, [0.4, 0.7, 1.0], FutilityRule.NonBinding);
        SequentialBounds observed = SequentialDesign.AtObservedInformation(alpha, beta, [0.45, 0.7, 0.97], FutilityRule.NonBinding, plan.Drift);

        Assert.Equal(
            plan.Bounds.Futility, SequentialDesign.AtObservedInformation(alpha, beta, [0.4, 0.7, 1.0], FutilityRule.NonBinding, plan.Drift).Futility);
        Assert.Equal(observed.Efficacy[^1], observed.Futility[^1]);
        Close.Relative(0.025, observed.OneSidedError, 1e-10);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Constructor_BoundsThatCross_SaysWhichLook()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => new SequentialBounds([0.5, 1.0], [2.0, 2.0], [0.0, 2.5], FutilityRule.Binding));

        Assert.StartsWith("At look 2 the futility bound 2.5 lies above the efficacy bound 2. Lower it.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.5, 0.5 })]
    [InlineData(new[] { 0.6, 0.5, 1.0 })]
    public void FromSpending_LooksOutOfOrder_IsRefused(double[] fractions) =>
        Assert.Throws<ArgumentException>(() => SequentialBounds.FromSpending(Spending.Pocock(0.025), fractions));

    [Fact, Trait("Source", "ByHand")]
    public void ForPower_BelowTheError_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialDesign.ForPower(SequentialBounds.Pocock(0.025, [0.5, 1.0]), 0.02));
}
