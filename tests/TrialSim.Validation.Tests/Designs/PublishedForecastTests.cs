using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>
/// What the design formulas foretell of the shipped scenarios, against published analytic figures and, where only a simulation is published, against that with a
/// tolerance of its error and of the approximation. Nothing is simulated here.
/// </summary>
public sealed class PublishedForecastTests
{
    private const int None = Forecast.None;

    [Fact, Trait("Source", "Published")]
    public void ExpectedEvents_V5_IsTheClosedForm() =>
        Assert.Equal(157.51004, Of("validation/expected-events.yaml").Events(0, None), 5e-6); // gsDesign's eEvents.

    [Theory, Trait("Source", "Published")]
    [InlineData(0, 0.6619)]
    [InlineData(1, 0.5389)]
    public void EventProbabilities_V5_AreRpacts(int arm, double probability) =>
        Assert.Equal(probability, Of("validation/event-probabilities.yaml").Events(0, arm) / 150.0, 5e-5); // getEventProbabilities

    [Fact, Trait("Source", "Published")]
    public void AccrualInSteps_V15_HasThePublishedTimes()
    {
        ScenarioForecast forecast = Of("validation/accrual-in-steps.yaml");

        // lrstat, 50,000 trials; months with a standard deviation of 1.5 and 2.1.
        Assert.Equal(39.51, forecast.Months(1), 0.02);
        Assert.Equal(53.70, forecast.Months(2), 0.03);
    }

    [Theory, Trait("Source", "Published")]
    [InlineData(0, 12.004)]
    [InlineData(1, 23.935)]
    [InlineData(2, 35.801)]
    public void ThreeLooksDelayedEffect_V16_HasTheSimulatedTimes(int look, double months) =>
        Assert.Equal(months, Of("validation/three-looks-delayed-effect.yaml").Months(look), 0.02); // 100,000 trials; the days of expected numbers are .006 to .09 later.

    // lrstat, 100,000 trials.
    [Theory, Trait("Source", "Published")]
    [InlineData(0, 0.00888)]
    [InlineData(1, 0.65897)]
    [InlineData(2, 0.89676)]
    public void ThreeLooksDelayedEffect_V16_HasTheSimulatedPowerByThen(int look, double power) =>
        Assert.Equal(power, Of("validation/three-looks-delayed-effect.yaml").Value(look, ForecastMeasure.CumulativePower, ForecastMethod.GroupSequential), 0.003);

    [Fact, Trait("Source", "Published")]
    public void FixedDateDelayedEffect_V18_IsLrstats()
    {
        ScenarioForecast forecast = Of("validation/fixed-date-delayed-effect.yaml");

        Assert.Equal(252.43, forecast.Events(0, None), 5e-3);
        Assert.Equal(0.81337, forecast.Value(0, ForecastMeasure.Power, ForecastMethod.Lakatos), 5e-6);
        Assert.Equal(0.89504, forecast.Test("os_late_half", ForecastMethod.Lakatos), 2e-4); // Another quadrature of pooled survival.
        Assert.Equal(0.714942, forecast.Test("os_rmst_30mo", ForecastMethod.Greenwood), 2e-6);
        Assert.Equal(0.7737853, forecast.Test("os_30mo", ForecastMethod.Greenwood), 2e-7);
    }

    [Fact, Trait("Source", "Published")]
    public void EventsOrDate_V22_IsNearTheSimulation()
    {
        ScenarioForecast forecast = Of("validation/events-or-date.yaml");

        // lrstat, 200,000 trials: standard errors of .0007 and .0006 (power), .02 (events).
        Assert.Equal(16.16, forecast.Months(0), 0.01);
        Assert.Equal(0.8978, forecast.Value(0, ForecastMeasure.Power, ForecastMethod.Lakatos), 0.004);
        Assert.Equal(252.96, forecast.Events(1, None), 0.1);
        Assert.Equal(0.9285, forecast.Value(1, ForecastMeasure.Power, ForecastMethod.Lakatos), 0.004);
    }

    [Fact, Trait("Source", "Published")]
    public void Benchmarks_Forecast_IsNearAMillionTrials()
    {
        ScenarioForecast first = Of("validation/benchmark-d1.yaml");
        Assert.Equal(62.04268, first.Events(0, None), 5e-6); // Exact.
        Assert.Equal(0.14268, first.Value(0, ForecastMeasure.Power, ForecastMethod.Lakatos), 0.002);

        ScenarioForecast second = Of("validation/benchmark-d2.yaml");
        Assert.Equal(18.970, second.Months(0), 0.002);
        Assert.Equal(29.621, second.Months(1), 0.002);
        Assert.Equal(0.24665, second.Value(0, ForecastMeasure.CumulativePower, ForecastMethod.GroupSequential), 0.002);
        Assert.Equal(0.89675, second.Value(1, ForecastMeasure.CumulativePower, ForecastMethod.GroupSequential), 0.002);

        ScenarioForecast third = Of("validation/benchmark-d3.yaml");
        Assert.Equal(35.2833, third.Months(0), 0.006);
        Assert.Equal(0.84576, third.Value(0, ForecastMeasure.Power, ForecastMethod.Lakatos), 0.005);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void ThreeArmTace_Deaths_AreTheIntegrals()
    {
        ScenarioForecast forecast = Of("three-arm-tace.yaml");

        // Reference/exact.R, F5.
        Assert.Equal(99.37374203, forecast.Events(0, 0), 2e-4); // 24 months after the last of 450 patients, whose day is random there.
        Assert.Equal(74.76058669, forecast.Events(0, 1), 2e-4);
        Assert.Equal(96.73275627, forecast.Events(0, 2), 2e-4);
    }

    // V6, closed form: survival after progression has a clock of its own.
    [Theory, Trait("Source", "Published")]
    [InlineData(0, 4.6209812, 9.6118649, 0.40406179)]
    [InlineData(1, 4.9510513, 12.057383, 0.50212962)]
    [InlineData(2, 0.86643398, 1.7716923, 0.00176487)]
    [InlineData(3, 1.1950813, 2.0932688, 0.00668531)]
    [InlineData(4, 7.0014867, 14.977281, 0.59454040)]
    [InlineData(5, 9.9021026, 19.848334, 0.67035099)]
    public void IllnessDeath_V6_HasTheMedians(int arm, double progressionFree, double overall, double at12Months)
    {
        ScenarioForecast forecast = Of("validation/illness-death.yaml");

        Assert.Equal(progressionFree, forecast.Of(ForecastMeasure.Median, 0, arm) / DaysPer.Month, 1e-4 * progressionFree);
        Assert.Equal(overall, forecast.Of(ForecastMeasure.Median, 1, arm) / DaysPer.Month, 1e-4 * overall);
        Assert.Equal(at12Months, forecast.Of(ForecastMeasure.MilestoneSurvival, 1, arm), 2e-5);
    }

    // Closed forms, from the scenario's description: months 6 and 18.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0, 0.78265, 0.27988)]
    [InlineData(1, 0.65, 0.3875)]
    [InlineData(2, 0.81592, 0.45347)]
    [InlineData(3, 0.56449, 0.31835)]
    [InlineData(4, 0.73844, 0.23125)]
    [InlineData(5, 0.70441, 0.26909)]
    [InlineData(6, 0.93448, 0.42089)]
    [InlineData(7, 0.87844, 0.42837)]
    [InlineData(8, 0.69768, 0.36059)]
    public void SurvivalFamilies_Milestones_AreTheFormulas(int arm, double at6Months, double at18Months)
    {
        ScenarioForecast forecast = Of("validation/survival-families.yaml");

        double[] found = [.. forecast.All(ForecastMeasure.MilestoneSurvival, 0, arm)];
        Assert.Equal(at6Months, found[0], 1e-5);
        Assert.Equal(at18Months, found[1], 1e-5);
    }

    [Fact, Trait("Source", "Independent")]
    public void Stratified_Tests_AreNearTheSimulationInR()
    {
        ScenarioForecast forecast = Of("validation/stratified.yaml");

        Assert.Equal(0.7106, forecast.Test("stratified_test", ForecastMethod.Lakatos), 0.008);
        Assert.Equal(0.6, forecast.Ratio("stratified_hr"), 1e-9);
        Assert.InRange(forecast.Ratio("plain_hr"), 0.62, 0.66); // Mixing the levels draws the ratio towards 1.
        Assert.StartsWith("Allocation balances risk", forecast.NoteOf("plain_test"), StringComparison.Ordinal);
        Assert.Empty(forecast.NoteOf("stratified_test"));
    }

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "scenarios"), path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Shipped)), Trait("Source", "Property")]
    public void AnyShippedScenario_Forecast_IsTheSameEachTime(string path)
    {
        Trial trial = SimulatedTrial.Read(ScenarioFile.Text(path));

        Assert.Equal(TrialForecast.Of(trial).Figures.AsEnumerable(), TrialForecast.Of(trial).Figures);
    }

    private static ScenarioForecast Of(string path) => new(SimulatedTrial.Read(ScenarioFile.Text(path)));

    private sealed class ScenarioForecast(Trial trial)
    {
        private readonly TrialForecast _forecast = TrialForecast.Of(trial);

        public double Months(int look) => Value(look, ForecastMeasure.LookTime, null) / DaysPer.Month;

        public double Events(int look, int arm) => _forecast.Figures.First(row => row.Look == look && row.Measure == ForecastMeasure.Events && row.Arm == arm).Value;

        public double Value(int look, ForecastMeasure measure, ForecastMethod? method) =>
            _forecast.Figures.First(row => row.Look == look && row.Measure == measure && (method is null || row.Method == method)).Value;

        public double Of(ForecastMeasure measure, int endpoint, int arm) => All(measure, endpoint, arm).Single();

        public IEnumerable<double> All(ForecastMeasure measure, int endpoint, int arm) =>
            _forecast.Figures.Where(row => row.Measure == measure && row.Endpoint == endpoint && row.Arm == arm).Select(row => row.Value);

        public double Test(string analysis, ForecastMethod method) =>
            RowsOf(analysis).Single(row => row.Measure == ForecastMeasure.Power && row.Method == method).Value;

        public double Ratio(string analysis) => RowsOf(analysis).Single(row => row.Measure == ForecastMeasure.HazardRatio).Value;

        public string NoteOf(string analysis) => RowsOf(analysis).First().Note;

        private IEnumerable<Forecast> RowsOf(string analysis) => _forecast.Figures.Where(row => row.Analysis != None && trial.Design.Analyses[row.Analysis].Name == analysis);
    }
}
