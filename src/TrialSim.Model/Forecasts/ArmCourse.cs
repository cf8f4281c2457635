using TrialSim.Model.Truth;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Forecasts;

/// <summary>
/// Follows the patients of one arm from knot to knot: who is at risk for an endpoint, and who has its event. Cells are mixed by those still at risk, so that the
/// hazards that come out are what the whole arm shows. At the knots at-risk shares are exact as long as no intermediate event matters; patients of whom one happens
/// between two knots are followed from the middle (Lakatos, Biometrics 44, 1988, in finer steps).
/// </summary>
internal sealed class ArmCourse
{
    private readonly TrialTruth _truth;
    private readonly EndpointRoles _roles;
    private readonly IReadOnlyList<double> _knots;
    private readonly List<double> _atRisk;
    private readonly List<double> _events;

    private ArmCourse(TrialTruth truth, EndpointRoles roles, IReadOnlyList<double> knots)
    {
        _truth = truth;
        _roles = roles;
        _knots = knots;
        _atRisk = [.. new double[knots.Count]];
        _events = [.. new double[knots.Count - 1]];
    }

    /// <summary>The arm as the design formulas take it.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="roles">What each event is to the endpoint.</param>
    /// <param name="armState">The bits of the arm.</param>
    /// <param name="cells">The patients.</param>
    /// <param name="share">Their share of all patients who arrive.</param>
    /// <param name="knots">Days since randomisation, ascending from 0; the last piece goes on beyond the last knot.</param>
    /// <param name="maxFollowUpDays">The last day on which anything is seen; +∞ for none.</param>
    public static PlannedArm Of(
        TrialTruth truth, EndpointRoles roles, ulong armState, IEnumerable<PatientCell> cells, double share, IReadOnlyList<double> knots, double maxFollowUpDays)
    {
        ArmCourse course = new(truth, roles, knots);
        foreach (PatientCell cell in cells)
        {
            course.Follow(cell.State | armState, cell.Probability);
        }

        return course.Hazards(share, maxFollowUpDays);
    }

    private void Follow(ulong baseline, double weight)
    {
        CellRisk[] own = [.. _roles.Own.Select(index => CellRisk.Of(_truth, index, baseline))];
        CellRisk[] other = [.. _roles.Competing.Select(index => CellRisk.Of(_truth, index, baseline)), CellRisk.OfLoss(_truth, baseline)];
        int turn = _roles.Intermediate.IsEmpty ? ClinicalEvent.Randomisation : _roles.Intermediate[0];
        CellRisk[] turning = [.. _roles.Intermediate.Select(index => CellRisk.Of(_truth, index, baseline))];
        ulong turned = _truth.StateBits.OfType<HadBit>().Where(bit => bit.Event == turn).Aggregate(0UL, (bits, bit) => bits | bit.Mask);
        bool keepsOrigins = own.Concat(other).Any(risk => risk.Origin == turn && turn != ClinicalEvent.Randomisation);

        double before = weight;
        List<(double Since, double Mass)> after = [];
        for (int i = 0; i < _events.Count; i++)
        {
            double from = _knots[i];
            double to = _knots[i + 1];
            _atRisk[i] += before + after.Sum(group => group.Mass);
            ulong state = _truth.StateBits.OfType<ElapsedBit>().Where(bit => bit.Days <= from).Aggregate(baseline, (bits, bit) => bits | bit.Mask);

            for (int group = 0; group < after.Count; group++)
            {
                after[group] = after[group] with { Mass = StillAtRisk(i, from, after[group]) };
            }

            double events = own.Sum(risk => risk.Between(from, to, state));
            double turns = turning.Sum(risk => risk.Between(from, to, state));
            double all = events + turns + other.Sum(risk => risk.Between(from, to, state));
            double gone = before * Gone(all);
            if (gone > 0.0)
            {
                _events[i] += gone * events / all;
                before *= Math.Exp(-all); // Not less those who are gone: of many medians the difference would be 0.
                double middle = 0.5 * (from + to);
                Add(middle, StillAtRisk(i, middle, (middle, gone * turns / all)));
            }

            double StillAtRisk(int interval, double start, (double Since, double Mass) group)
            {
                double counted = own.Sum(risk => risk.Between(start, to, state | turned, turn, group.Since));
                double ended = counted + other.Sum(risk => risk.Between(start, to, state | turned, turn, group.Since));
                double left = group.Mass * Gone(ended);
                _events[interval] += left > 0.0 ? left * counted / ended : 0.0;
                return group.Mass * Math.Exp(-ended);
            }
        }

        _atRisk[^1] += before + after.Sum(group => group.Mass);

        // Where no clock starts with the intermediate event, when it happened does not matter any more.
        void Add(double since, double mass)
        {
            if (keepsOrigins || after.Count == 0)
            {
                after.Add((since, mass));
            }
            else
            {
                after[0] = after[0] with { Mass = after[0].Mass + mass };
            }
        }
    }

    private PlannedArm Hazards(double share, double maxFollowUpDays)
    {
        List<double> starts = [];
        List<double> events = [];
        List<double> losses = [];
        for (int i = 0; i < _events.Count && _knots[i] < maxFollowUpDays; i++)
        {
            double left = _atRisk[i] - _atRisk[i + 1];
            double hazard = left > 0.0 && _atRisk[i + 1] > 0.0 ? LogRatio(_atRisk[i], _atRisk[i + 1]) / (_knots[i + 1] - _knots[i]) : 0.0;
            double counted = left > 0.0 ? Math.Min(1.0, _events[i] / left) : 0.0;
            starts.Add(_knots[i]);
            events.Add(hazard * counted);
            losses.Add(hazard * (1.0 - counted));
        }

        if (double.IsFinite(maxFollowUpDays))
        {
            // Nobody is at risk for anything that will be seen; without hazards nobody's presence matters either.
            starts.Add(maxFollowUpDays);
            events.Add(0.0);
            losses.Add(0.0);
        }

        return new PlannedArm(new PiecewiseExponentialHazard([.. starts], [.. events]), new PiecewiseExponentialHazard([.. starts], [.. losses]), share);
    }

    // Of the last few of a whole arm, a share below the smallest normal number, the ratio is too large for a number and its logarithm is not.
    private static double LogRatio(double before, double after) => before / after is double ratio && double.IsFinite(ratio) ? Math.Log(ratio) : Math.Log(before) - Math.Log(after);

    private static double Gone(double cumulativeHazard) => cumulativeHazard > 0.0 ? -Math.Exp(-cumulativeHazard) + 1.0 : 0.0;
}
