using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up how large trials become, how many events they see, how long they take, and how many of their patients are in the arm that does best.</summary>
internal sealed class CourseAccumulator
{
    private readonly ImmutableArray<RowKey> _keys;
    private readonly ImmutableArray<string> _arms;
    private readonly NumberAccumulator _patients = new(Blank("", Measures.TrialPatients, "patients"));
    private readonly NumberAccumulator _screened = new(Blank("", Measures.TrialScreened, "patients"));
    private readonly bool _turnsAway;
    private readonly NumberAccumulator _duration = new(Blank("", Measures.TrialDuration, "months"));
    private readonly (int Endpoint, NumberAccumulator Sum)[] _events;
    private readonly BetterArm _better;
    private readonly bool _mayShift;
    private readonly RunningMoments[] _shares;

    public CourseAccumulator(Trial trial)
    {
        TrialDesign design = trial.Design;
        _turnsAway = trial.Truth.Sites.ScreeningFailure > 0 || design.Decisions.Any(decision => decision.Then is DecisionAction.EnrolOnly);
        _keys = new ResultLayout(design).Rows;
        _arms = [.. design.Arms.Select(arm => arm.Name)];
        _events =
        [
            .. _keys.Where(key => key.Measure == RowMeasure.Count).Select(key => key.Endpoint).Distinct()
                .Select(endpoint => (endpoint, new NumberAccumulator(Blank(design.Endpoints[endpoint].Name, Measures.TrialEvents, "events")))),
        ];
        _better = new BetterArm(_keys);
        _mayShift = design.Allocation.Method == AllocationMethod.ResponseAdaptive || design.Decisions.Any(decision => decision.Then.ChangesEnrolment);
        _shares = new RunningMoments[_arms.Length];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        if (result.Outcome.EndDay < TrialDay.Never)
        {
            _patients.Add(result.Outcome.Patients);
            _screened.Add(result.Outcome.Screened);
            _duration.Add(result.Outcome.EndDay.Value / DaysPer.Month);
        }
        else
        {
            _patients.Miss();
            _screened.Miss();
            _duration.Miss();
        }

        foreach ((int endpoint, NumberAccumulator sum) in _events)
        {
            AddEvents(result, endpoint, sum);
        }

        _better.Add(result);
        AddShares(result);
    }

    /// <summary>Size, events, duration, and the share in the better arm.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise()
    {
        IEnumerable<OperatingCharacteristic> numbers = _patients.Summarise().Concat(_turnsAway ? _screened.Summarise() : []).Concat(_events.SelectMany(one => one.Sum.Summarise())).Concat(_duration.Summarise());
        return _better.IsKnown && _mayShift
            ? numbers.Append(RowAccumulator.MeanOf(Blank("", Measures.PatientsOnBetterArm, "probability") with { Arm = _better.Arm is int arm and >= 0 ? _arms[arm] : "" }, _better.Arm >= 0 ? _shares[_better.Arm] : default))
            : numbers;
    }

    /// <summary>How size, events and duration are spread over trials.</summary>
    public IEnumerable<DistributionBin> Distributions() =>
    [
        .. _patients.Distribution(HistogramScale.Counts),
        .. _turnsAway ? _screened.Distribution(HistogramScale.Counts) : [],
        .. _events.SelectMany(one => one.Sum.Distribution(HistogramScale.Counts)),
        .. _duration.Distribution(HistogramScale.Linear),
    ];

    private void AddEvents(in ReplicateResult result, int endpoint, NumberAccumulator sum)
    {
        int look = LastLook(result, key => key.Endpoint == endpoint);
        if (look < 0)
        {
            sum.Miss();
            return;
        }

        long events = 0;
        for (int row = 0; row < _keys.Length; row++)
        {
            events += _keys[row].Measure == RowMeasure.Count && _keys[row].Look == look && _keys[row].Endpoint == endpoint ? result.Rows[row].Events : 0;
        }

        sum.Add(events);
    }

    // Patients of the arms are known at looks: at the last one before the end.
    private void AddShares(in ReplicateResult result)
    {
        int look = LastLook(result, _ => true);
        if (look < 0)
        {
            return;
        }

        int first = -1;
        long patients = 0;
        for (int row = 0; row < _keys.Length; row++)
        {
            if (_keys[row].Look == look && _keys[row].Measure is RowMeasure.Count or RowMeasure.Measured && (first < 0 || _keys[row].Endpoint == _keys[first].Endpoint))
            {
                first = first < 0 ? row : first;
                patients += result.Rows[row].Patients;
            }
        }

        for (int arm = 0; arm < _arms.Length && patients > 0; arm++)
        {
            _shares[arm].Add(result.Rows[first + arm].Patients / (double)patients);
        }
    }

    private int LastLook(in ReplicateResult result, Predicate<RowKey> isWanted)
    {
        int last = -1;
        foreach (RowKey key in _keys)
        {
            if (key.Measure is RowMeasure.Count or RowMeasure.Measured && isWanted(key) && result.IsBeforeEnd(key.Look) && (last < 0 || result.DayOf(key.Look) > result.DayOf(last)))
            {
                last = key.Look;
            }
        }

        return last;
    }

    private static OperatingCharacteristic Blank(string endpoint, string measure, string unit) =>
        new("", endpoint, "", "", measure, unit, null, null, null, null, 0, 0);
}
