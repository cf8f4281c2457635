using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// Events expected over trial time in one or more arms, in closed form: gsDesign's <c>eEvents</c> with one piece, gsDesign2's <c>expected_event</c> and
/// lrstat's <c>lrstat</c> with several.
/// </summary>
public sealed class ExpectedEvents
{
    private readonly AccrualRates _accrual;
    private readonly (double Share, EventCurve Curve)[] _arms;

    /// <summary>The events of arms whose patients arrive together.</summary>
    /// <param name="accrual">Arrival of patients of all arms, these and others.</param>
    /// <param name="arms">The arms whose events count.</param>
    public ExpectedEvents(AccrualRates accrual, IEnumerable<PlannedArm> arms)
    {
        _accrual = accrual;
        _arms = [.. arms.Select(arm => (arm.Share, new EventCurve(arm)))];
    }

    /// <summary>Events expected by a trial day.</summary>
    /// <param name="day">Any number; 0 before accrual begins.</param>
    public double By(double day)
    {
        double events = 0.0;
        foreach ((double share, EventCurve curve) in _arms)
        {
            for (int i = 0; i < _accrual.StartDays.Length; i++)
            {
                events += share * _accrual.PerDay[i] * (curve.Integral(day - _accrual.StartDays[i]) - curve.Integral(day - _accrual.EndOf(i)));
            }
        }

        return events;
    }

    /// <summary>Probability that an arriving patient, of whatever arm, has an event that counts by this many days since randomisation.</summary>
    /// <param name="days">Any number; 0 before randomisation.</param>
    public double ProbabilityBy(double days)
    {
        double probability = 0.0;
        foreach ((double share, EventCurve curve) in _arms)
        {
            probability += share * curve.Probability(days);
        }

        return probability;
    }

    /// <summary>The trial day by which this many events are expected; +∞ when there will never be so many.</summary>
    /// <param name="events">Above 0.</param>
    public double DayOf(double events)
    {
        Require.PositiveFinite(events);
        double late = _accrual.EndDay;
        for (int doubling = 0; doubling < 30 && By(late) < events; doubling++)
        {
            late *= 2.0;
        }

        return By(late) < events ? double.PositiveInfinity : Root.Find(day => By(day) - events, 0.0, late);
    }
}
