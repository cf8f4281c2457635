using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// A planned trial whose hazards are proportional, with one analysis at a day: the formulas that gsDesign's <c>nSurv</c> prints, for piecewise constant
/// hazards, losses and accrual and any ratio of the arms.
/// </summary>
public sealed record ProportionalTrial
{
    private readonly PlannedArm _control;
    private readonly double _experimentalShare;

    /// <summary>A trial.</summary>
    /// <param name="accrual">Only its course matters to sizes, not how many patients it has.</param>
    /// <param name="control">The control arm.</param>
    /// <param name="hazardRatio">Experimental over control, above 0, not 1.</param>
    /// <param name="analysisDay">Since the first patient could arrive, above 0.</param>
    public ProportionalTrial(AccrualRates accrual, PlannedArm control, double hazardRatio, double analysisDay)
    {
        EventsFormula.LogEffect(hazardRatio);
        HazardRatio = hazardRatio;
        AnalysisDay = Require.PositiveFinite(analysisDay);
        _control = control;
        _experimentalShare = 1.0 - control.Share;
        Trial = new PlannedTrial(accrual, control, new PlannedArm(Times(hazardRatio), control.Dropout, _experimentalShare));
    }

    /// <summary>The same trial, to ask what is expected of it.</summary>
    public PlannedTrial Trial { get; }

    /// <summary>Experimental over control.</summary>
    public double HazardRatio { get; }

    /// <summary>Day of the analysis.</summary>
    public double AnalysisDay { get; }

    /// <summary>Probability that a control patient has had the event, and been seen to have it, by the analysis.</summary>
    public double ControlEventProbability => EventProbability(1.0);

    /// <summary>The same of an experimental patient.</summary>
    public double ExperimentalEventProbability => EventProbability(HazardRatio);

    /// <summary>
    /// Lachin and Foulkes (Biometrics 42, 1986) on the scale of the log hazard ratio, as gsDesign's <c>method = "LachinFoulkes"</c>: under the null hypothesis both
    /// arms have the mean of the two hazards, weighted by the arms.
    /// </summary>
    /// <param name="error">Error and power.</param>
    public SurvivalSize LachinFoulkes(TestError error) => SizeFor(error, MeanHazard);

    /// <summary>Bernstein and Lagakos (Journal of Statistical Computation and Simulation 8, 1978): under the null hypothesis both arms have the control hazard.</summary>
    /// <param name="error">Error and power.</param>
    public SurvivalSize BernsteinLagakos(TestError error) => SizeFor(error, 1.0);

    /// <summary>The patients who give a number of events by the analysis, such as Schoenfeld's.</summary>
    /// <param name="events">Above 0.</param>
    public SurvivalSize ForEvents(double events) => new(Require.PositiveFinite(events) / MeanEventProbability, events);

    /// <summary>Power of <see cref="LachinFoulkes"/> with so many patients.</summary>
    /// <param name="patients">In both arms, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public double LachinFoulkesPower(double patients, double oneSidedAlpha) => Power(patients, oneSidedAlpha, MeanHazard);

    /// <summary>Power of <see cref="BernsteinLagakos"/> with so many patients.</summary>
    /// <param name="patients">In both arms, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public double BernsteinLagakosPower(double patients, double oneSidedAlpha) => Power(patients, oneSidedAlpha, 1.0);

    private double MeanEventProbability => (_control.Share * ControlEventProbability) + (_experimentalShare * ExperimentalEventProbability);

    // As a multiple of the control hazard.
    private double MeanHazard => _control.Share + (_experimentalShare * HazardRatio);

    // Variance of the log hazard ratio is 1/(events of one arm) + 1/(events of the other), here for one patient.
    private double Variance(double control, double experimental) => (1.0 / (_control.Share * control)) + (1.0 / (_experimentalShare * experimental));

    private SurvivalSize SizeFor(TestError error, double nullHazard)
    {
        double underNull = Math.Sqrt(Variance(EventProbability(nullHazard), EventProbability(nullHazard)));
        double underAlternative = Math.Sqrt(Variance(ControlEventProbability, ExperimentalEventProbability));
        double root = ((error.CriticalZ * underNull) + (error.PowerZ * underAlternative)) / Math.Log(HazardRatio);
        double patients = root * root;
        return new SurvivalSize(patients, patients * MeanEventProbability);
    }

    private double Power(double patients, double oneSidedAlpha, double nullHazard)
    {
        double underNull = Math.Sqrt(Variance(EventProbability(nullHazard), EventProbability(nullHazard)));
        double underAlternative = Math.Sqrt(Variance(ControlEventProbability, ExperimentalEventProbability));
        double expected = Math.Abs(Math.Log(HazardRatio)) * Math.Sqrt(Require.PositiveFinite(patients));
        double critical = -Normal.Quantile(Require.InsideUnitInterval(oneSidedAlpha));
        return Normal.UpperTail(((critical * underNull) - expected) / underAlternative);
    }

    private double EventProbability(double hazard)
    {
        PlannedArm arm = new(Times(hazard), _control.Dropout, _control.Share);
        return Trial.EventsIn(arm, AnalysisDay) / (_control.Share * Trial.Accrual.By(AnalysisDay));
    }

    private PiecewiseExponentialHazard Times(double ratio)
    {
        double[] perDay = _control.Event.PerDay.ToArray();
        return new PiecewiseExponentialHazard(_control.Event.StartDays, [.. perDay.Select(hazard => ratio * hazard)]);
    }
}
