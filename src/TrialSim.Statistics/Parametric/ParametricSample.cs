using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// Patients made ready for any number of parametric models: sorted and counted once. Late entry is conditioned on, as flexsurv and Stata have it:
/// a patient who comes under observation at an entry day counts with the likelihood divided by the survival at that day.
/// </summary>
public sealed class ParametricSample
{
    // Below this every patient is summed; above, patients close in time are summed through nodes.
    private const int MaxDistinct = 4_000;

    private ParametricSample(IntervalCounts exact, int patients)
    {
        Exact = exact;
        Patients = patients;
        for (int i = 0; i < exact.Length; i++)
        {
            bool hasEvent = exact.HasEvent(i);
            Events += hasEvent ? exact.Count[i] : 0.0;
            Exposure += exact.Count[i] * (hasEvent ? 0.5 * (exact.Lower[i] + exact.Upper[i]) : exact.Lower[i]);
            HasEventAtStart |= exact.Upper[i] == 0.0;
        }

        Compact = exact.Length > MaxDistinct ? LikelihoodNodes.Of(exact) : exact;
    }

    /// <summary>Number of patients.</summary>
    public int Patients { get; }

    /// <summary>Every distinct interval; an entry is a right censoring on its day that counts −1.</summary>
    internal IntervalCounts Exact { get; }

    /// <summary>The same sums for any likelihood that is smooth in the logarithm of time, from fewer days.</summary>
    internal IntervalCounts Compact { get; }

    internal double Events { get; }

    /// <summary>Days under observation; an event within an interval counts as in its middle.</summary>
    internal double Exposure { get; }

    internal bool HasEventAtStart { get; }

    /// <summary>Patients under observation from day 0.</summary>
    /// <param name="sample">Intervals, exact times among them, in any order.</param>
    public static ParametricSample Of(in IntervalSample sample) => new(IntervalCounts.Of(sample), sample.Length);

    /// <summary>Patients who come under observation on a day of their own, given that they have not had the event by then.</summary>
    /// <param name="sample">Intervals, exact times among them, in any order.</param>
    /// <param name="entryDays">Entry of each patient: 0 or above, and not after the lower end of the interval.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or an entry lies after the lower end.</exception>
    public static ParametricSample Of(in IntervalSample sample, ReadOnlySpan<double> entryDays)
    {
        if (entryDays.Length != sample.Length)
        {
            throw new ArgumentException($"{sample.Length} intervals and {entryDays.Length} entries. Give an entry for each patient.", nameof(entryDays));
        }

        for (int i = 0; i < entryDays.Length; i++)
        {
            if (!(entryDays[i] >= 0.0 && entryDays[i] <= sample.LowerDays[i]))
            {
                throw new ArgumentException(
                    $"Patient {i} enters on day {entryDays[i]} and was known to be without the event until day {sample.LowerDays[i]}. Give an entry from 0 to that day.",
                    nameof(entryDays));
            }
        }

        return new ParametricSample(IntervalCounts.Of(sample, entryDays), sample.Length);
    }
}
