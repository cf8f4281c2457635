using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;

namespace TrialSim.Results.Outlines;

/// <summary>
/// The protocol followed to the day: everything takes place on the day aimed at, every visit that may decide on another session does so, and no event comes. What waits for an event is not in it.
/// </summary>
internal sealed class PlannedCourse
{
    private const double LongestDays = 2 * DaysPer.Year;
    private const double ShortestDays = 8 * DaysPer.Week;
    private const double GridDays = 4 * DaysPer.Week;
    private const int ShownOfEach = 4;
    private const int MostSteps = 10_000;

    private readonly TrialProtocol _protocol;
    private readonly string _arm;
    private readonly int _armIndex;
    private readonly double _horizon;
    private readonly PriorityQueue<Action, (double Day, int Order)> _calendar = new();
    private readonly List<PlannedSpell> _spells = [];
    private readonly int[] _sessions;
    private readonly bool[] _isPlanned;
    private readonly int[] _scheduleRun;
    private readonly SortedDictionary<int, (double Start, double End)> _taking = [];
    private int _order;

    private PlannedCourse(Trial trial, int arm, double horizon)
    {
        _protocol = trial.Design.Protocol;
        _arm = trial.Design.Arms[arm].Name;
        _armIndex = arm;
        _horizon = horizon;
        _sessions = new int[_protocol.Treatments.Length];
        _isPlanned = new bool[_protocol.Treatments.Length];
        _scheduleRun = new int[_protocol.Visits.Length];
    }

    /// <summary>The spells of an arm, by day.</summary>
    public static IReadOnlyList<PlannedSpell> Of(Trial trial, int arm, double horizonDays)
    {
        PlannedCourse course = new(trial, arm, horizonDays);
        course.Come(AnchorPoint.Randomisation, 0);
        for (int step = 0; step < MostSteps && course._calendar.TryDequeue(out Action? next, out _); step++)
        {
            next();
        }

        foreach (int drug in course._taking.Keys.ToArray())
        {
            course.Pause(drug, Math.Min(course._taking[drug].End, horizonDays));
        }

        return [.. course._spells.OrderBy(spell => spell.AimedDay)];
    }

    /// <summary>Days within which the first four of everything that repeats have come, in steps of four weeks.</summary>
    public static double HorizonOf(Trial trial)
    {
        double last = Enumerable.Range(0, trial.Design.Arms.Length)
            .SelectMany(arm => Of(trial, arm, LongestDays))
            .GroupBy(spell => (spell.Arm, spell.Activity))
            .Select(spells => spells.Take(ShownOfEach).Max(spell => spell.Kind == ActivityKind.Drug ? spell.AimedDay : spell.ToDay))
            .Append(ShortestDays)
            .Max();
        return Math.Min(LongestDays, GridDays * Math.Ceiling((last + DaysPer.Week) / GridDays));
    }

    private void At(double day, Action what)
    {
        if (day <= _horizon)
        {
            _calendar.Enqueue(what, (day, _order++));
        }
    }

    private void Come(AnchorPoint point, double day)
    {
        for (int i = 0; i < _protocol.Treatments.Length; i++)
        {
            Treatment treatment = _protocol.Treatments[i];
            if (treatment.Arms.Contains(_armIndex) && treatment.After.IsAt(point))
            {
                int index = i;
                if (treatment is Procedure)
                {
                    Plan(index, day, treatment.Start);
                }
                else
                {
                    At(day + treatment.Start.TargetDays, () => Take(index, day + treatment.Start.TargetDays));
                }
            }
        }

        for (int i = 0; i < _protocol.Visits.Length; i++)
        {
            if (_protocol.Visits[i].Arms.Contains(_armIndex) && _protocol.Visits[i].After.IsAt(point))
            {
                PlanVisit(i, ++_scheduleRun[i], day, _protocol.Visits[i].First);
            }
        }
    }

    private void Plan(int treatment, double after, TimeWindow window)
    {
        Procedure procedure = (Procedure)_protocol.Treatments[treatment];
        if (_isPlanned[treatment] || _sessions[treatment] >= procedure.MaxSessions)
        {
            return;
        }

        _isPlanned[treatment] = true;
        double day = after + window.TargetDays;
        At(day, () =>
        {
            _isPlanned[treatment] = false;
            int number = ++_sessions[treatment];
            _spells.Add(new PlannedSpell(_arm, procedure.Name, ActivityKind.Procedure, number, after + window.EarliestDays, day, after + window.LatestDays));
            foreach ((int drug, Hold hold) in HoldsFor(treatment))
            {
                Pause(drug, day - hold.BeforeDays);
                At(day + hold.Resume.TargetDays, () => Take(drug, day + hold.Resume.TargetDays));
            }

            Come(AnchorPoint.Session(treatment, number), day);
            if (procedure.Repetition is RepeatedEvery every)
            {
                Plan(treatment, day, every.Interval);
            }

            if (number >= procedure.MaxSessions || procedure.Repetition is NotRepeated)
            {
                Come(AnchorPoint.End(treatment), day);
            }
        });
    }

    private IEnumerable<(int Drug, Hold Hold)> HoldsFor(int procedure) => _protocol.Treatments
        .Select((treatment, i) => (Drug: i, Treatment: treatment as Drug))
        .Where(one => one.Treatment is not null && one.Treatment.Arms.Contains(_armIndex) && _sessions[one.Drug] > 0)
        .SelectMany(one => one.Treatment!.Holds.Where(hold => hold.Procedure == procedure).Select(hold => (one.Drug, hold)));

    private void Take(int drug, double day)
    {
        Drug treatment = (Drug)_protocol.Treatments[drug];
        double first = _spells.Where(spell => spell.Activity == treatment.Name).Select(spell => spell.FromDay).DefaultIfEmpty(day).Min();
        if (_taking.ContainsKey(drug) || day >= first + treatment.LengthDays)
        {
            return;
        }

        _taking[drug] = (day, Math.Min(_horizon, first + treatment.LengthDays));
        if (++_sessions[drug] == 1)
        {
            Come(AnchorPoint.Session(drug, 1), day);
            At(day + treatment.LengthDays, () => Come(AnchorPoint.End(drug), day + treatment.LengthDays));
        }
    }

    private void Pause(int drug, double day)
    {
        if (_taking.Remove(drug, out (double Start, double End) spell) && day > spell.Start)
        {
            int number = _spells.Count(one => one.Activity == _protocol.Treatments[drug].Name) + 1;
            _spells.Add(new PlannedSpell(_arm, _protocol.Treatments[drug].Name, ActivityKind.Drug, number, spell.Start, spell.Start, Math.Min(day, spell.End)));
        }
    }

    private void PlanVisit(int schedule, int run, double after, TimeWindow window)
    {
        double day = after + window.TargetDays;
        At(day, () =>
        {
            if (run != _scheduleRun[schedule])
            {
                return;
            }

            VisitSchedule visit = _protocol.Visits[schedule];
            int all = _spells.Count(spell => spell.Activity == visit.Name && spell.Kind == ActivityKind.Visit) + 1;
            _spells.Add(new PlannedSpell(_arm, visit.Name, ActivityKind.Visit, all, after + window.EarliestDays, day, after + window.LatestDays));
            for (int i = 0; i < _protocol.Treatments.Length; i++)
            {
                if (_protocol.Treatments[i] is Procedure { Repetition: RepeatedOnDemand demand } procedure && demand.Visit == schedule && procedure.Arms.Contains(_armIndex) && _sessions[i] > 0)
                {
                    Plan(i, day, demand.Delay);
                }
            }

            if (visit.Next is TimeWindow next)
            {
                PlanVisit(schedule, run, day, next);
            }
        });
    }
}
