using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>Interval-censored times as an analysis sees them, a row each.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Endpoint">What was asked for.</param>
/// <param name="Lower">Last time known to be without the event; 0 where none is.</param>
/// <param name="Upper">First time known to be with it; +∞ where none is, the same as the lower for an exact time.</param>
/// <param name="Starts">Time from which a row is under observation; empty where all are from 0.</param>
/// <param name="ArmOfRow">Number of the arm; the control is 0.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record IntervalData(
    Cohort Cohort,
    IntervalEndpoint Endpoint,
    double[] Lower,
    double[] Upper,
    double[] Starts,
    byte[] ArmOfRow,
    IReadOnlyList<string> Description) : AnalysisData(Cohort, Description)
{
    /// <summary>The unit of time in brackets after a space, or nothing.</summary>
    public string UnitInBrackets => Endpoint.TimeUnit.Length == 0 ? "" : $" ({Endpoint.TimeUnit})";

    /// <summary>All rows.</summary>
    public IntervalSample Sample => new(Lower, Upper);

    /// <summary>The rows of an arm.</summary>
    public IntervalSample SampleOf(int arm)
    {
        int[] rows = [.. Enumerable.Range(0, Lower.Length).Where(row => ArmOfRow[row] == arm)];
        double[] lower = [.. rows.Select(row => Lower[row])];
        double[] upper = [.. rows.Select(row => Upper[row])];
        return new IntervalSample(lower, upper);
    }

    /// <summary>Time from which each row of an arm is under observation; empty where all are from 0.</summary>
    public double[] StartsOf(int arm) => [.. Starts.Where((_, row) => ArmOfRow[row] == arm)];
}
