using TrialSim.Results;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V15",
    "Survival design with accrual in steps and two looks",
    Source = "rpact 4.3.0 and its vignette; TrialSimulator example1.Rmd; lrstat 0.3.3, 50,000 trials",
    Asserts = "Events, bounds, end of accrual, times, power and expectations by formula; times, power and type I error simulated at 231 and 351 events, with stops in Sequential/StoppingTests",
    Tolerance = "every printed digit; simulated M, with the error of the other simulation")]
public sealed class V15AccrualInStepsTests(ITestOutputHelper output)
{
    private const string Scenario = "validation/accrual-in-steps.yaml";

    private static readonly SequentialDesign Design =
        SequentialDesign.ForPower(SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [0.66, 1.0]), 0.8);

    private readonly Agreement _agreement = Agreement.WithinFourErrors(output);

    private static double MaximumEvents => Math.Pow(2.0 * Design.Drift / Math.Log(0.74), 2);

    [Fact, Trait("Source", "AgainstR")]
    public void EventsBoundsAndPower()
    {
        Printed.Digits("231.3", 0.66 * MaximumEvents);
        Printed.Digits("350.5", MaximumEvents);
        Printed.Digits("2.524189 1.991560", Design.Bounds.Efficacy);
        Printed.Digits("0.4074", Design.UnderAlternative.Efficacy[0]);
        Printed.Digits("0.8000", Design.UnderAlternative.TotalEfficacy);
        Printed.Digits("302.0", MaximumEvents * Design.UnderAlternative.ExpectedInformationFraction);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void Times()
    {
        AccrualRates accrual = new([0, 1, 2, 3, 4, 5, 6], [6, 12, 18, 24, 30, 36, 42], 6.0 + ((1200.0 - 126.0) / 42.0));
        PlannedTrial trial = PlannedTrials.Of(
            accrual, PlannedTrials.Median(60.0), PlannedTrials.PerMonth(0.74 * Math.Log(2.0) / 60.0), -Math.Log(0.975) / 12.0);
        double first = trial.DayOfEvents(0.66 * MaximumEvents);
        double last = trial.DayOfEvents(MaximumEvents);
        double early = Design.UnderAlternative.Efficacy[0];

        Printed.Digits("31.57", accrual.EndDay);
        Printed.Digits("39.54", first);
        Printed.Digits("53.65", last);
        Printed.Digits("47.91", (early * first) + ((1.0 - early) * last));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void TimesAndPower_Simulated()
    {
        SimulatedLooks looks = SimulatedLooks.Run(ScenarioFile.Text(Scenario), "os_test", 10_000, _agreement);

        // 6 months of 126 patients, then 1074 at 42 a month: exact for Poisson arrivals.
        _agreement.Mean("V15 accrual, months", looks.Trial.Of("accrued", "", Measures.LookTime), Expected.Exact(6 + (1074 / 42.0)));
        looks.AreReachedIn([("interim", 39.51), ("final", 53.70)], 0.01, 50_000);
        looks.PassBounds([("interim", 2.524189, 0.3998), ("final", 1.991560, 0.7948)], 50_000); // lrstat
        looks.PassBounds([("interim", 2.524189, 0.4084), ("final", 1.991560, 0.8014)], 20_000); // rpact
    }

    [Fact, Trait("Source", "AgainstR")]
    public void NoEffect_Simulated() =>
        SimulatedLooks.Run(ScenarioFile.Text(Scenario).With("hazard_ratio: 0.74", "hazard_ratio: 1"), "os_test", 10_000, _agreement)
            .PassBounds([("interim", 2.524189, 0.0059), ("final", 1.991560, 0.0244)], 50_000);
}
