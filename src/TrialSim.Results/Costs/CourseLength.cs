using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Results.Costs;

/// <summary>How long the courses of patients are on average, roughly: to their death, their loss or the end of follow-up, or to their last event where nothing is made of what comes after it. The engine follows each of them as far, whatever the looks see of it.</summary>
internal static class CourseLength
{
    // No scenario reaches further.
    private const double LongestDays = 200.0 * DaysPer.Year;
    private const double FirstDay = 0.5;
    private const int Points = 80;
    private const double ShareOfLongLived = 0.1;

    /// <summary>Mean days of the patients of an arm: on most of them no effect acts, on a few everything that lowers a hazard.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="arm">Index of the arm.</param>
    public static double MeanDays(Trial trial, int arm)
    {
        ulong state = trial.Truth.StateBits.OfType<ArmBit>().Where(bit => bit.Arm == arm).Aggregate(0UL, (bits, bit) => bits | bit.Mask);
        Hazard[] loss = trial.Truth.LossToFollowUp.IsEmpty ? [] : [Chosen(trial.Truth.LossToFollowUp, state)];
        (Hazard Hazard, double LowestRatio)[] deaths =
        [
            .. trial.Truth.Events.Select((one, index) => (one, index)).Where(pair => pair.one.Ending == CourseEnding.Fatal)
                .Select(pair => (Chosen(pair.one.HazardsBefore.IsEmpty ? pair.one.Hazards : pair.one.HazardsBefore, state), LowestRatioOf(trial.Truth, pair.index))),
        ];
        double end = Math.Min(LongestDays, trial.Design.MaxFollowUpDays);
        Hazard[] events = deaths.Length > 0 || trial.Truth.IsFollowedToTheEnd(trial.Design) ? [] : [.. trial.Truth.Events.Select(one => Chosen(one.Hazards, state))];
        return ((1.0 - ShareOfLongLived) * Mean(end, days => Math.Exp(-deaths.Sum(death => death.Hazard.Cumulative(days)) - LossBy(days)) * WithEventsLeft(days)))
            + (ShareOfLongLived * Mean(end, days => Math.Exp(-deaths.Sum(death => death.LowestRatio * death.Hazard.Cumulative(days)) - LossBy(days)) * WithEventsLeft(days)));

        double LossBy(double days) => loss.Sum(hazard => hazard.Cumulative(days));
        double WithEventsLeft(double days) => events.Length == 0 ? 1.0 : 1.0 - events.Aggregate(1.0, (all, hazard) => all * (1.0 - Math.Exp(-hazard.Cumulative(days))));
    }

    // The area below a share by trapezoids that widen with time.
    private static double Mean(double end, Func<double, double> shareAt)
    {
        double step = Math.Pow(end / FirstDay, 1.0 / Points);
        double sum = Math.Min(end, FirstDay);
        double before = FirstDay;
        double share = shareAt(before);
        for (int point = 1; point <= Points && before < end; point++)
        {
            double day = Math.Min(end, before * step);
            double shareThen = shareAt(day);
            sum += 0.5 * (share + shareThen) * (day - before);
            (before, share) = (day, shareThen);
        }

        return sum;
    }

    // The first that holds for the arm; of hazards that go by covariates too, the last.
    private static Hazard Chosen(ImmutableArray<HazardChoice> choices, ulong state) => (choices.FirstOrDefault(choice => choice.When.Holds(state)) ?? choices[^1]).Hazard;

    private static double LowestRatioOf(TrialTruth truth, int index) => Math.Exp(truth.Effects.Where(effect => effect.Event == index).Sum(effect => Math.Min(0.0, effect.LogHazardRatio)));
}
