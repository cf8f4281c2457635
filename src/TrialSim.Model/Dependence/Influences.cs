using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Dependence;

/// <summary>
/// What of a trial some of its results depend on: the events, states and markers of their endpoints, every fatal event, and whatever changes one of these, through the protocol too: where it
/// matters what is given or seen, so does everything by which the protocol decides.
/// </summary>
internal sealed class Influences
{
    private readonly Trial _trial;
    private readonly HashSet<int> _events = [];
    private readonly HashSet<int> _states = [];
    private readonly HashSet<int> _markers = [];
    private readonly HashSet<int> _treatments = [];
    private readonly HashSet<int> _visits = [];

    private Influences(Trial trial) => _trial = trial;

    /// <summary>Indices of the clinical events.</summary>
    public IReadOnlySet<int> Events => _events;

    /// <summary>Indices of the states.</summary>
    public IReadOnlySet<int> States => _states;

    /// <summary>Indices of the markers.</summary>
    public IReadOnlySet<int> Markers => _markers;

    /// <summary>Indices of the treatments.</summary>
    public IReadOnlySet<int> Treatments => _treatments;

    /// <summary>Indices of the schedules of visits.</summary>
    public IReadOnlySet<int> Visits => _visits;

    /// <summary>What some analyses depend on, as far as nature is concerned: how much is given is left to the protocol.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="analyses">Their indices.</param>
    public static Influences On(Trial trial, ImmutableArray<int> analyses)
    {
        Influences influences = new(trial);
        foreach (int endpoint in analyses.Select(analysis => trial.Design.Analyses[analysis].Endpoint).Distinct())
        {
            influences.AddEndpoint(trial.Design.Endpoints[endpoint]);
        }

        influences.FollowAll();
        return influences;
    }

    /// <summary>What anything depends on that a simulated trial is known by: endpoints, groups of patients, losses, the use of resources.</summary>
    public static Influences OnResults(Trial trial)
    {
        Influences influences = new(trial);
        foreach (Endpoint endpoint in trial.Design.Endpoints)
        {
            influences.AddEndpoint(endpoint);
            influences.AddAmountGiven(endpoint);
        }

        foreach (GroupAnalysis analysis in trial.Design.Analyses.OfType<GroupAnalysis>())
        {
            influences.AddFinding(analysis.Groups.Status);
        }

        ImmutableArray<Treatment> treatments = trial.Design.Protocol.Treatments;
        influences._events.UnionWith(trial.Truth.InformativeLosses.Select(loss => loss.Event));
        influences._treatments.UnionWith(Enumerable.Range(0, treatments.Length).Where(index => treatments[index] is Procedure { Need: not null }));
        influences.FollowAll();
        return influences;
    }

    private void FollowAll()
    {
        _events.UnionWith(Enumerable.Range(0, _trial.Truth.Events.Length).Where(index => _trial.Truth.Events[index].Ending == CourseEnding.Fatal));
        int found;
        do
        {
            found = Count;
            Follow();
        }
        while (Count > found);
    }

    private int Count => _events.Count + _states.Count + _markers.Count + _treatments.Count + _visits.Count;

    private void AddEndpoint(Endpoint endpoint)
    {
        switch (endpoint)
        {
            case TimeToEventEndpoint time:
                _events.UnionWith(time.Events);
                _visits.UnionWith(time.AssessedAt);
                AddFinding(time.Since);
                break;
            case BinaryEndpoint binary:
                AddFinding(binary.Yes);
                break;
            case NumericEndpoint { Quantity: MarkerValue value }:
                _markers.Add(value.Marker);
                _visits.Add(value.Visit.Schedule);
                break;
        }

        foreach (IntercurrentEvent intercurrent in endpoint.IntercurrentEvents)
        {
            AddFinding(intercurrent.Occurrence);
        }
    }

    private void AddAmountGiven(Endpoint endpoint)
    {
        switch (endpoint)
        {
            case NumericEndpoint { Quantity: SessionCount sessions }:
                _treatments.Add(sessions.Treatment);
                break;
            case NumericEndpoint { Quantity: DoseIntensity intensity }:
                _treatments.Add(intensity.Treatment);
                break;
        }
    }

    private void AddFinding(Finding finding)
    {
        switch (finding)
        {
            case EventFound found:
                _events.UnionWith(found.Events);
                break;
            case AdverseEventFound found:
                _events.UnionWith(found.Events);
                break;
            case LevelFound found:
                _states.Add(found.State);
                break;
            case BestLevelFound found:
                _states.Add(found.State);
                break;
            case LevelFoundAt found:
                _states.Add(found.State);
                _visits.Add(found.Visit.Schedule);
                break;
            case TreatmentGiven given:
                _treatments.Add(given.Treatment);
                break;
        }
    }

    private void Follow()
    {
        TrialTruth truth = _trial.Truth;
        TrialProtocol protocol = _trial.Design.Protocol;
        foreach (int index in _events.ToArray())
        {
            ClinicalEvent one = truth.Events[index];
            _visits.UnionWith(one.SeenAt);
            if (one.Since != ClinicalEvent.Randomisation)
            {
                _events.Add(one.Since);
            }

            AddBits(one.When.Concat(one.OnlyWhile).Concat(one.Chances.SelectMany(chance => chance.Rules).SelectMany(rule => rule.If)), truth.StateBits);
            AddBits(truth.Effects.Where(effect => effect.Event == index).SelectMany(effect => effect.While), truth.StateBits);
            AddOccasions(one.Chances.Select(chance => chance.At));
        }

        foreach (ClinicalState state in _states.ToArray().Select(index => truth.States[index]))
        {
            _visits.UnionWith(state.SeenAt);
            AddBits(state.Changes.SelectMany(change => change.Rules).SelectMany(rule => rule.If), truth.StateBits);
            AddOccasions(state.Changes.Select(change => change.At));
        }

        foreach (Marker marker in _markers.Select(index => truth.Markers[index]))
        {
            _visits.UnionWith(marker.MeasuredAt.Select(measured => measured.Visit)); // A change is counted from the first measurement, wherever that was.
            foreach (MarkerProfile profile in marker.Profiles)
            {
                AddBits(profile.If, truth.StateBits);
                AddAnchor(profile.Since);
            }
        }

        foreach (VisitSchedule schedule in _visits.ToArray().Select(index => protocol.Visits[index]))
        {
            AddBits(schedule.Until, protocol.KnownBits);
            AddAnchor(schedule.After);
        }

        foreach (Treatment treatment in _treatments.ToArray().Select(index => protocol.Treatments[index]))
        {
            AddTreatment(treatment, protocol.KnownBits);
        }
    }

    private void AddTreatment(Treatment treatment, ImmutableArray<StateBit> known)
    {
        AddAnchor(treatment.After);
        AddBits(treatment.StopIf, known);
        switch (treatment)
        {
            case Procedure { Repetition: RepeatedOnDemand onDemand }:
                AddBits(onDemand.If, known);
                _visits.Add(onDemand.Visit);
                break;
            case Drug drug:
                AddBits(drug.Dosing.ReduceIf.Concat(drug.Dosing.InterruptIf), known);
                _treatments.UnionWith(drug.Holds.Select(hold => hold.Procedure));
                break;
        }
    }

    private void AddBits(IEnumerable<StateMask> terms, ImmutableArray<StateBit> bits)
    {
        ulong asked = terms.Aggregate(0UL, (mask, term) => mask | term.Mask);
        AddFacts(bits.Where(bit => (bit.Mask & asked) != 0));
    }

    private void AddFacts(IEnumerable<StateBit> facts)
    {
        foreach (StateBit fact in facts)
        {
            switch (fact)
            {
                case HadBit had:
                    _events.Add(had.Event);
                    break;
                case AdverseEventBit adverse:
                    _events.Add(adverse.Event);
                    break;
                case StateLevelBit level:
                    _states.Add(level.State);
                    break;
                case TreatedBit treated:
                    _treatments.Add(treated.Treatment);
                    break;
                case TakingBit taking:
                    _treatments.Add(taking.Treatment);
                    break;
                case DoseBit dose:
                    _treatments.Add(dose.Treatment);
                    break;
                case SinceSessionBit since:
                    AddAnchor(since.Session);
                    break;
            }
        }
    }

    private void AddOccasions(IEnumerable<Occasion> occasions)
    {
        foreach (Occasion occasion in occasions)
        {
            switch (occasion.Kind)
            {
                case OccasionKind.Occurrence:
                    _events.Add(occasion.Subject);
                    break;
                case OccasionKind.FirstSession or OccasionKind.EachSession:
                    _treatments.Add(occasion.Subject);
                    break;
                case OccasionKind.KeptVisit:
                    _visits.Add(occasion.Subject);
                    break;
            }
        }
    }

    private void AddAnchor(Anchor anchor)
    {
        switch (anchor)
        {
            case FirstSession first:
                _treatments.Add(first.Treatment);
                break;
            case EachSession each:
                _treatments.Add(each.Treatment);
                break;
            case EndOfTreatment end:
                _treatments.Add(end.Treatment);
                break;
            case EndOfAllTreatments:
                _treatments.UnionWith(Enumerable.Range(0, _trial.Design.Protocol.Treatments.Length));
                break;
            case FirstSeen first:
                _events.Add(first.Event);
                break;
            case EachSeen each:
                _events.Add(each.Event);
                break;
        }
    }
}
