using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TrialSim.Model.Design;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Model.Forecasts;

/// <summary>Foretells when looks take place.</summary>
/// <param name="Accrual">Arrivals.</param>
/// <param name="WhyNotArrivals">Why the arrivals cannot be followed; empty where they can.</param>
/// <param name="Events">The events of an endpoint in some arms; none with the reason why not.</param>
internal sealed record LookDays(PlannedAccrual Accrual, string WhyNotArrivals, Func<EventsSeen, (ExpectedEvents? Events, string WhyNot)> Events)
{
    private const double StepDays = 1.0;

    // Two days further apart than this many standard deviations come in the same order in practically every trial.
    private const double Apart = 4.0;

    // The event rate may change by this share within a standard deviation of the day before a second-order term no longer tells enough.
    private const double MaxBend = 0.5;

    /// <summary>The day of a trigger, or why there is none.</summary>
    public bool TryFind(LookTrigger trigger, out LookDay day, [NotNullWhen(false)] out string? whyNot)
    {
        whyNot = null;
        switch (trigger)
        {
            case TrialTimeReached time:
                day = new LookDay(time.Day.Value, time.Day.Value, 0.0, ForecastMethod.PlannedDay);
                return true;
            case LastPatientFollowedUp or PatientsRandomised or PatientsFollowedUp when WhyNotArrivals.Length > 0:
                day = default;
                whyNot = WhyNotArrivals;
                return false;
            case LastPatientFollowedUp followUp:
                day = OfArrival(Accrual.Patients, followUp.Days);
                return true;
            case PatientsRandomised randomised:
                day = OfArrival(randomised.Count, 0.0);
                return true;
            case PatientsFollowedUp followedUp:
                day = OfArrival(followedUp.Count, followedUp.Days);
                return true;
            case EventsSeen seen:
                return TryFind(seen, out day, out whyNot);
            case AnyTrigger any:
                return TryJoin(any.Parts, days => days.MinBy(part => part.MeanDay), out day, out whyNot);
            case AllTriggers all:
                return TryJoin(all.Parts, days => days.MaxBy(part => part.MeanDay), out day, out whyNot);
            default:
                throw new InvalidOperationException($"No forecast for {trigger.GetType().Name}.");
        }
    }

    private LookDay OfArrival(int order, double daysLater)
    {
        double day = Accrual.DayOfArrival(order) + daysLater;
        return new LookDay(day, day, Accrual.DeviationOfArrival(order), ForecastMethod.PlannedDay);
    }

    private bool TryFind(EventsSeen seen, out LookDay day, [NotNullWhen(false)] out string? whyNot)
    {
        day = default;
        (ExpectedEvents? events, whyNot) = Events(seen);
        if (events is null)
        {
            return false;
        }

        double due = events.DayOf(seen.Count);
        if (double.IsPositiveInfinity(due))
        {
            whyNot = $"it waits for {seen.Count} events, and fewer are expected however long it waits.";
            return false;
        }

        double slope = (events.By(due + StepDays) - events.By(due - StepDays)) / (2.0 * StepDays);
        double bend = (events.By(due + StepDays) - (2.0 * events.By(due)) + events.By(due - StepDays)) / (StepDays * StepDays);
        double variance = Accrual.VarianceOf(events, due);
        double varianceSlope = (Accrual.VarianceOf(events, due + StepDays) - Accrual.VarianceOf(events, due - StepDays)) / (2.0 * StepDays);
        double deviation = Math.Sqrt(Math.Max(0.0, variance)) / slope;
        if (Math.Abs(bend) * deviation > MaxBend * slope)
        {
            whyNot = $"its {seen.Count} events come so late that their day varies too much between trials for a formula.";
            return false;
        }

        // The count strays around its mean, so the day does too; to second order, and with half an event because the look is the day of one.
        double shift = (varianceSlope - slope - (bend * variance / slope)) / (2.0 * slope * slope);
        day = new LookDay(due, due + shift, deviation, ForecastMethod.EventTime);
        whyNot = null;
        return true;
    }

    private bool TryJoin(
        ImmutableArray<LookTrigger> parts, Func<IEnumerable<LookDay>, LookDay> choose, out LookDay day, [NotNullWhen(false)] out string? whyNot)
    {
        List<LookDay> days = [];
        day = default;
        foreach (LookTrigger part in parts)
        {
            if (!TryFind(part, out LookDay own, out whyNot))
            {
                return false;
            }

            days.Add(own);
        }

        LookDay chosen = choose(days);
        day = chosen;
        bool isClear = days.All(other => other == chosen || Math.Abs(other.MeanDay - chosen.MeanDay) > Apart * double.Hypot(other.Deviation, chosen.Deviation));
        whyNot = isClear ? null : "it waits for several things, and which of them decides differs between trials.";
        return isClear;
    }
}
