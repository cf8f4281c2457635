using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V4",
    "Patients and events of an exponential trial by four formulas",
    Source = "gsDesign 3.11, vignette SurvivalOverview.Rmd",
    Asserts = "Lachin–Foulkes, Schoenfeld, Freedman, Bernstein–Lagakos",
    Tolerance = "every printed digit (asked: N)")]
public sealed class V04LachinFoulkesTests
{
    private static readonly TestError Error = new(0.025, 0.9);

    // Control median 8, hazard ratio 0.7, dropout hazard 0.001, accrual 12, analysis at 28.
    private static readonly ProportionalTrial Trial = new(
        AccrualRates.Uniform(1.0, 12.0), new PlannedArm(PlannedTrials.Median(8.0), PlannedTrials.PerMonth(0.001), 0.5), 0.7, 28.0);

    [Fact, Trait("Source", "AgainstR")]
    public void PatientsAndEvents()
    {
        AssertSize("421.17453 329.07298", Trial.LachinFoulkes(Error));
        AssertSize("422.84469 330.37791", Trial.ForEvents(EventsFormula.Schoenfeld(0.7, Error, 0.5)));
        AssertSize("431.83857 337.40503", Trial.ForEvents(EventsFormula.Freedman(0.7, Error, 0.5)));
        AssertSize("406.26833 317.42643", Trial.BernsteinLagakos(Error));
    }

    private static void AssertSize(string printed, SurvivalSize size) => Printed.Digits(printed, [size.Patients, size.Events]);
}
