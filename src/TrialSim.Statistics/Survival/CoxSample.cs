namespace TrialSim.Statistics.Survival;

/// <summary>
/// Patients with covariates, one entry per patient or per stretch of a patient's time, in any order. A stretch is under observation after
/// its start up to its stop, (start, stop]; late entry is a start above 0, and a covariate that changes splits a patient into stretches.
/// </summary>
public readonly ref struct CoxSample
{
    /// <summary>Columns that belong together.</summary>
    /// <param name="start">Days at which observation began; empty when all began at the outset. A stretch that is empty takes no part.</param>
    /// <param name="stop">Days at which observation ended, finite.</param>
    /// <param name="hasEvent">Whether it ended with the event.</param>
    /// <param name="stratum">Stratum number, from 0; a negative one leaves the patient out. Empty when there are no strata.</param>
    /// <param name="covariates">Design matrix, finite, column after column, each as long as <paramref name="stop"/>.</param>
    /// <exception cref="ArgumentException">Columns differ in length, a number is not finite, or a start lies after its stop.</exception>
    public CoxSample(
        ReadOnlySpan<double> start, ReadOnlySpan<double> stop, ReadOnlySpan<bool> hasEvent, ReadOnlySpan<int> stratum, ReadOnlySpan<double> covariates)
    {
        int count = stop.Length;
        if (hasEvent.Length != count
            || (start.Length != count && start.Length != 0)
            || (stratum.Length != count && stratum.Length != 0)
            || (count == 0 ? covariates.Length != 0 : covariates.Length % count != 0))
        {
            throw new ArgumentException(
                $"The columns hold {start.Length} starts, {count} stops, {hasEvent.Length} event flags, {stratum.Length} strata and "
                + $"{covariates.Length} covariate values. Give columns of one length; start and stratum may be empty.");
        }

        RequireFinite(stop, "stop");
        RequireFinite(start, "start");
        RequireFinite(covariates, "covariate");
        for (int i = 0; i < start.Length; i++)
        {
            if (start[i] > stop[i])
            {
                throw new ArgumentException($"Entry {i} starts on day {start[i]} and stops on day {stop[i]}. Give a start no later than the stop.", nameof(start));
            }
        }

        Start = start;
        Stop = stop;
        HasEvent = hasEvent;
        Stratum = stratum;
        Covariates = covariates;
    }

    /// <summary>Number of entries.</summary>
    public int Length => Stop.Length;

    /// <summary>Number of covariates; 0 without entries.</summary>
    public int CovariateCount => Length == 0 ? 0 : Covariates.Length / Length;

    /// <summary>Days at which observation began; empty when all began at the outset.</summary>
    public ReadOnlySpan<double> Start { get; }

    /// <summary>Days at which observation ended.</summary>
    public ReadOnlySpan<double> Stop { get; }

    /// <summary>Whether observation ended with the event.</summary>
    public ReadOnlySpan<bool> HasEvent { get; }

    /// <summary>Stratum number; empty when there are no strata.</summary>
    public ReadOnlySpan<int> Stratum { get; }

    /// <summary>Design matrix, column after column.</summary>
    public ReadOnlySpan<double> Covariates { get; }

    private static void RequireFinite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Value {i} of the {name} column is {values[i]}. Give finite numbers; leave out what is missing.");
            }
        }
    }
}
