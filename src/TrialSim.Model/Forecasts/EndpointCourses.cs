using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Forecasts;

/// <summary>How an endpoint runs in each arm, as the design formulas take it.</summary>
internal sealed class EndpointCourses
{
    // With the knots closer together where most happens: survival between them is off by less than 1e-4.
    private const int FineKnots = 240;

    // Of a steep hazard the pieces between the first knots are too long, each several times as long as the time before it.
    private const int CoarseKnots = 4;

    // At the end of a longer piece nobody is left, in double precision, and its hazard cannot be told from how many are.
    private const double MostHazardOfPiece = 100.0;

    private readonly Trial _trial;
    private readonly EndpointRoles _roles;
    private readonly double _horizonDays;

    /// <summary>The courses of an endpoint that <see cref="FormulaScope"/> allows.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="roles">What each event is to the endpoint.</param>
    /// <param name="horizonDays">Days since randomisation up to which they are followed; later the last hazard goes on.</param>
    public EndpointCourses(Trial trial, EndpointRoles roles, double horizonDays)
    {
        _trial = trial;
        _roles = roles;
        _horizonDays = Math.Min(horizonDays, trial.Design.MaxFollowUpDays);
        Arms = [.. Enumerable.Range(0, trial.Design.Arms.Length).Select(arm => Follow(arm, Stratification.None).Single())];
        bool isOnGrid = Enumerable.Range(0, trial.Design.Arms.Length).Any(arm => !IsPiecewise([.. CellsOf(Stratification.None).Select(cell => cell.State | StateOf(arm))]));
        FirstFineDay = isOnGrid ? _horizonDays * Math.Pow((double)CoarseKnots / FineKnots, 2.0) : 0.0;
    }

    /// <summary>From this day on times are told to within a few percent, however steep hazards are; day 0 where hazards are constant between knots, which is exact.</summary>
    public double FirstFineDay { get; }

    /// <summary>Each arm with all its patients.</summary>
    public ImmutableArray<PlannedArm> Arms { get; }

    /// <summary>One arm, stratum by stratum.</summary>
    public ImmutableArray<PlannedArm> InStrata(int arm, Stratification strata) => strata.Factors.IsEmpty ? [Arms[arm]] : Follow(arm, strata);

    private ImmutableArray<PlannedArm> Follow(int arm, Stratification strata)
    {
        ImmutableArray<PatientCell> cells = CellsOf(strata);
        ulong state = StateOf(arm);
        double share = Share(arm);
        return
        [
            .. cells.GroupBy(cell => cell.Stratum).OrderBy(group => group.Key).Select(group => ArmCourse.Of(
                _trial.Truth,
                _roles,
                state,
                group,
                group.Count() == cells.Length ? share : share * group.Sum(cell => cell.Probability),
                Knots([.. group.Select(cell => cell.State | state)]),
                _trial.Design.MaxFollowUpDays)),
        ];
    }

    private ImmutableArray<PatientCell> CellsOf(Stratification strata) => PatientCell.Of(
        _trial.Truth,
        [.. FormulaScope.CovariatesOf(_trial.Truth, _roles).Union(strata.Factors.Select(factor => factor.Covariate)).Order()],
        strata);

    private ulong StateOf(int arm) => _trial.Truth.StateBits.OfType<ArmBit>().Where(bit => bit.Arm == arm).Aggregate(0UL, (bits, bit) => bits | bit.Mask);

    private double Share(int arm) => (double)_trial.Design.Allocation.Ratio[arm] / _trial.Design.Allocation.Ratio.Sum();

    /// <summary>Where a constant hazard may change; for hazards that change all the time, a fine grid besides.</summary>
    private ImmutableArray<double> Knots(ImmutableArray<ulong> states)
    {
        ImmutableArray<Hazard> hazards = [.. states.SelectMany(HazardsOf)];
        SortedSet<double> knots = [0.0, _horizonDays];
        knots.UnionWith(_trial.Truth.StateBits.OfType<ElapsedBit>().Select(bit => bit.Days));
        knots.UnionWith(_trial.Design.Analyses.OfType<MilestoneAnalysis>().Select(analysis => analysis.Day));
        knots.UnionWith(hazards.OfType<PiecewiseExponentialHazard>().SelectMany(hazard => hazard.StartDays.ToArray()));
        if (!IsPiecewise(states))
        {
            knots.UnionWith(Enumerable.Range(1, FineKnots).Select(knot => _horizonDays * Math.Pow((double)knot / FineKnots, 2.0)));
        }
        else
        {
            int pieces = (int)Math.Min(FineKnots, Math.Ceiling(hazards.Sum(hazard => hazard.Cumulative(_horizonDays)) / MostHazardOfPiece));
            knots.UnionWith(Enumerable.Range(1, pieces).Select(knot => _horizonDays * knot / pieces));
        }

        return [.. knots.Where(knot => knot <= _horizonDays)];
    }

    private bool IsPiecewise(ImmutableArray<ulong> states) =>
        states.Length == 1 && _roles.Intermediate.IsEmpty && HazardsOf(states[0]).All(hazard => hazard is ExponentialHazard or PiecewiseExponentialHazard or NoHazard);

    private IEnumerable<Hazard> HazardsOf(ulong state) => _roles.All.Select(index => CellRisk.Of(_trial.Truth, index, state))
        .Append(CellRisk.OfLoss(_trial.Truth, state))
        .SelectMany(risk => new[] { risk.Before, risk.After });
}
