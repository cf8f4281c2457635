using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TrialSim.Engine.Conduct;

/// <summary>The fast neighbour of <see cref="Ledger.FillPlainTimes"/> for the only event of a trial: eight patients at a time. Bit for bit the same.</summary>
internal static class WideTimes
{
    /// <summary>Bytes of eight answers, each 1 where the bit of its place is set.</summary>
    private static readonly ulong[] EightAnswers = AllAnswers();

    /// <summary>Writes the times of as many patients as fill eights.</summary>
    /// <param name="known">Everything that is recorded of them.</param>
    /// <param name="maxFollowUp">The day on which follow-up ends by protocol.</param>
    /// <param name="cut">The last trial day of which anything is known.</param>
    /// <param name="days">Receives the days.</param>
    /// <param name="hasEvent">Receives whether they ended with the event.</param>
    /// <param name="competingDays">Receives the days of death without the event; +∞ for none.</param>
    /// <returns>How many patients that were.</returns>
    public static int Fill(in SingleEvent known, double maxFollowUp, double cut, Span<double> days, Span<bool> hasEvent, Span<double> competingDays)
    {
        Vector512<double> never = Vector512.Create(double.PositiveInfinity);
        Vector512<double> lastDay = Vector512.Create(maxFollowUp);
        Vector512<double> lastTrialDay = Vector512.Create(cut);
        Span<ulong> answers = MemoryMarshal.Cast<bool, ulong>(hasEvent);
        int first = 0;
        for (; first + Vector512<double>.Count <= days.Length; first += Vector512<double>.Count)
        {
            Vector512<double> randomised = Vector512.Create(known.ArrivalDays[first..]);
            Vector512<double> seen = Vector512.Create(known.SeenDays[first..]);
            Vector512<double> death = known.IsFatal ? Vector512.Create(known.EventDays[first..]) : never;
            Vector512<double> observedUntil = Vector512.Min(Vector512.Min(Vector512.Create(known.LossDays[first..]), lastDay), death);
            Vector512<double> isOver = Vector512.LessThanOrEqual(seen, observedUntil) & Vector512.LessThanOrEqual(randomised + seen, lastTrialDay) & Vector512.LessThan(seen, never);
            Vector512<double> isDeathKnown = Vector512.LessThanOrEqual(death, observedUntil) & Vector512.LessThanOrEqual(randomised + death, lastTrialDay);
            Vector512.ConditionalSelect(isOver, seen, Vector512.Min(observedUntil, lastTrialDay - randomised)).CopyTo(days[first..]);
            Vector512.ConditionalSelect(Vector512.AndNot(isDeathKnown, isOver), death, never).CopyTo(competingDays[first..]);
            answers[first / Vector512<double>.Count] = EightAnswers[isOver.ExtractMostSignificantBits()];
        }

        return first;
    }

    private static ulong[] AllAnswers()
    {
        ulong[] answers = new ulong[1 << Vector512<double>.Count];
        for (int bits = 0; bits < answers.Length; bits++)
        {
            for (int place = 0; place < Vector512<double>.Count; place++)
            {
                answers[bits] |= (ulong)((bits >> place) & 1) << (8 * place);
            }
        }

        return answers;
    }

    /// <summary>The columns of a trial with one event.</summary>
    public readonly ref struct SingleEvent
    {
        /// <summary>Trial day of randomisation.</summary>
        public ReadOnlySpan<double> ArrivalDays { get; init; }

        /// <summary>Day of loss to follow-up.</summary>
        public ReadOnlySpan<double> LossDays { get; init; }

        /// <summary>Day of the event.</summary>
        public ReadOnlySpan<double> EventDays { get; init; }

        /// <summary>Day on which it comes to be known.</summary>
        public ReadOnlySpan<double> SeenDays { get; init; }

        /// <summary>Whether it is death.</summary>
        public bool IsFatal { get; init; }
    }
}
