using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Results.Costs;

/// <summary>How long the courses of patients are on average, roughly: to their death, their loss or the end of follow-up. The engine follows each of them as far, whatever the looks see of it.</summary>
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
        return ((1.0 - ShareOfLongLived) * Mean(end, days => deaths.Sum(death => death.Hazard.Cumulative(days)) + LossBy(days)))
            + (ShareOfLongLived * Mean(end, days => deaths.Sum(death => death.LowestRatio * death.Hazard.Cumulative(days)) + LossBy(days)));

        double LossBy(double days) => loss.Sum(hazard => hazard.Cumulative(days));
    }

    // The area below exp(−cumulative) by trapezoids that widen with time.
    private static double Mean(double end, Func<double, double> cumulative)
    {
        double step = Math.Pow(end / FirstDay, 1.0 / Points);
        double sum = Math.Min(end, FirstDay);
        double before = FirstDay;
        double free = Math.Exp(-cumulative(before));
        for (int point = 1; point <= Points && before < end; point++)
        {
            double day = Math.Min(end, before * step);
            double freeThen = Math.Exp(-cumulative(day));
            sum += 0.5 * (free + freeThen) * (day - before);
            (before, free) = (day, freeThen);
        }

        return sum;
    }

    // The first that holds for the arm; of hazards that go by covariates too, the last.
    private static Hazard Chosen(ImmutableArray<HazardChoice> choices, ulong state) => (choices.FirstOrDefault(choice => choice.When.Holds(state)) ?? choices[^1]).Hazard;

    private static double LowestRatioOf(TrialTruth truth, int index) => Math.Exp(truth.Effects.Where(effect => effect.Event == index).Sum(effect => Math.Min(0.0, effect.LogHazardRatio)));
}
