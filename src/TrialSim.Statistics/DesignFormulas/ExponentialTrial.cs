namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// Two exponential arms of equal size, uniform accrual, exponential loss, one analysis at a day. The closed forms that gsDesign's
/// <c>nSurv</c> prints for equal arms and piecewise constant everything with one piece.
/// </summary>
public sealed record ExponentialTrial
{
    /// <summary>A trial of two equal arms.</summary>
    /// <param name="controlPerDay">Hazard per day in the control arm, above 0.</param>
    /// <param name="hazardRatio">Experimental over control, above 0, not 1.</param>
    /// <param name="dropoutPerDay">Hazard of loss per day, 0 or above, the same in both arms.</param>
    /// <param name="accrualDays">Patients arrive evenly over these, above 0.</param>
    /// <param name="analysisDay">Since the first patient could arrive; at least <paramref name="accrualDays"/>.</param>
    public ExponentialTrial(double controlPerDay, double hazardRatio, double dropoutPerDay, double accrualDays, double analysisDay)
    {
        ControlPerDay = Require.PositiveFinite(controlPerDay);
        EventsFormula.LogEffect(hazardRatio);
        HazardRatio = hazardRatio;
        DropoutPerDay = Require.NonNegativeFinite(dropoutPerDay);
        AccrualDays = Require.PositiveFinite(accrualDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(analysisDay, accrualDays);
        AnalysisDay = Require.PositiveFinite(analysisDay);
    }

    /// <summary>Hazard per day in the control arm.</summary>
    public double ControlPerDay { get; }

    /// <summary>Experimental over control.</summary>
    public double HazardRatio { get; }

    /// <summary>Hazard of loss per day.</summary>
    public double DropoutPerDay { get; }

    /// <summary>Days over which patients arrive evenly.</summary>
    public double AccrualDays { get; }

    /// <summary>Day of the analysis.</summary>
    public double AnalysisDay { get; }

    /// <summary>Probability that a patient with a hazard has had the event, and been seen to have it, by the analysis.</summary>
    /// <param name="perDay">Hazard per day, above 0.</param>
    public double EventProbability(double perDay)
    {
        // λ/(λ + η)·[1 − (e^(−a(T − R)) − e^(−aT))/(aR)] with a = λ + η; the bracket loses digits only when hardly anybody has an event.
        double total = Require.PositiveFinite(perDay) + DropoutPerDay;
        double stay = Math.Exp(-total * (AnalysisDay - AccrualDays)) * -Elementary.ExpMinusOne(-total * AccrualDays) / (total * AccrualDays);
        return perDay / total * (1.0 - stay);
    }

    /// <summary>
    /// Lachin and Foulkes (Biometrics 42, 1986) on the scale of the log hazard ratio, as gsDesign's <c>method = "LachinFoulkes"</c>: under the null hypothesis both
    /// arms have the mean of the two hazards.
    /// </summary>
    /// <param name="error">Error and power.</param>
    public SurvivalSize LachinFoulkes(TestError error) => SizeFor(error, 0.5 * ControlPerDay * (1.0 + HazardRatio));

    /// <summary>Bernstein and Lagakos (Journal of Statistical Computation and Simulation 8, 1978): under the null hypothesis both arms have the control hazard.</summary>
    /// <param name="error">Error and power.</param>
    public SurvivalSize BernsteinLagakos(TestError error) => SizeFor(error, ControlPerDay);

    /// <summary>The patients who give a number of events by the analysis, such as Schoenfeld's.</summary>
    /// <param name="events">Above 0.</param>
    public SurvivalSize ForEvents(double events) => new(Require.PositiveFinite(events) / MeanEventProbability(), events);

    private double MeanEventProbability() => 0.5 * (EventProbability(ControlPerDay) + EventProbability(ControlPerDay * HazardRatio));

    private SurvivalSize SizeFor(TestError error, double nullPerDay)
    {
        // Variance of the log hazard ratio is 1/(events of one arm) + 1/(events of the other).
        double underNull = 4.0 / EventProbability(nullPerDay);
        double underAlternative = (2.0 / EventProbability(ControlPerDay)) + (2.0 / EventProbability(ControlPerDay * HazardRatio));
        double root = ((error.CriticalZ * Math.Sqrt(underNull)) + (error.PowerZ * Math.Sqrt(underAlternative))) / Math.Log(HazardRatio);
        double patients = root * root;
        return new SurvivalSize(patients, patients * MeanEventProbability());
    }
}
