using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Sites;

/// <summary>The resources of all sites, and the patients whose sessions need them, on the calendar of one replicate. One instance serves one worker.</summary>
internal sealed class SlotCalendar
{
    private readonly SitePlan _sites;
    private readonly Ledger _ledger;
    private readonly CoursesUnderWay _courses;
    private readonly int[] _resourceOf;
    private readonly uint[] _lengthPurposes;
    private readonly SiteQueue?[] _queues;
    private readonly QueuedPatient?[] _patients;
    private readonly ResourceUse[] _use;
    private ulong _seed;
    private uint _replicate;
    private Action<int> _report = static _ => { };

    /// <param name="trial">The compiled scenario.</param>
    /// <param name="ledger">The patients.</param>
    /// <param name="courses">Of those under way.</param>
    public SlotCalendar(Trial trial, Ledger ledger, CoursesUnderWay courses)
    {
        _sites = trial.Truth.Sites;
        _ledger = ledger;
        _courses = courses;
        ImmutableArray<Treatment> treatments = trial.Design.Protocol.Treatments;
        Needing = [.. Enumerable.Range(0, treatments.Length).Where(index => treatments[index] is Procedure { Need: not null })];
        _resourceOf = [.. Needing.Select(index => ((Procedure)treatments[index]).Need!.Resource)];
        _lengthPurposes = [.. Needing.Select(index => NamedPurpose.Of("session_length", treatments[index].Name))];
        _queues = new SiteQueue?[Math.Max(1, _sites.Count) * _sites.Resources.Length];
        _use = new ResourceUse[_sites.Resources.Length];
        _patients = new QueuedPatient?[IsEmpty ? 0 : ledger.Patients];
    }

    /// <summary>Whether no session needs anything.</summary>
    public bool IsEmpty => Needing.Length == 0;

    /// <summary>Indices of the treatments whose sessions need something.</summary>
    public int[] Needing { get; }

    /// <summary>The tickets of sessions that are wanted.</summary>
    public SlotTickets Tickets { get; } = new();

    /// <summary>The calendar.</summary>
    public Simulation Simulation { get; private set; } = new();

    /// <summary>How each resource has been used, once the replicate is over.</summary>
    public ReadOnlySpan<ResourceUse> Use => _use;

    /// <summary>Begins a replicate.</summary>
    /// <param name="seed">Key of all draws.</param>
    /// <param name="replicate">Its number.</param>
    public void Restart(ulong seed, uint replicate)
    {
        _seed = seed;
        _replicate = replicate;
        _courses.Restart();
        Array.Clear(_queues);
        Tickets.Restart();
        Array.Clear(_use);
    }

    /// <summary>Puts the sites on a calendar that begins.</summary>
    /// <param name="simulation">The calendar.</param>
    /// <param name="report">Called with a patient of whom more has been derived: all up to now, and what is private beyond.</param>
    public void Open(Simulation simulation, Action<int> report)
    {
        Simulation = simulation;
        _report = report;
    }

    /// <summary>A patient has been randomised: their course begins.</summary>
    /// <param name="patient">Place in the ledger.</param>
    public void Admit(int patient)
    {
        PatientCourse course = _courses.Of(patient);
        QueuedPatient queued = _patients[patient] ??= new QueuedPatient(this, patient, course);
        queued.Begin(course, new PatientKey(_seed, _replicate, _ledger.ScreeningOrder[patient]), _ledger.ArrivalOf(patient));
    }

    /// <summary>The trial is over.</summary>
    /// <param name="end">Its last day; never for a trial in which nothing could happen any more.</param>
    public void Close(TrialDay end)
    {
        TrialDay last = end < TrialDay.Never ? end : new TrialDay(Simulation.NowD);
        for (int index = 0; index < _queues.Length; index++)
        {
            int resource = index % _sites.Resources.Length;
            _use[resource] += (_queues[index] ?? NewQueue(index)).UseBy(last);
        }
    }

    /// <summary>What sessions of a treatment need at the patient's site.</summary>
    /// <param name="patient">Place in the ledger.</param>
    /// <param name="place">Place of the treatment in <see cref="Needing"/>.</param>
    public SiteQueue QueueOf(int patient, int place)
    {
        int index = (_ledger.SiteOf(patient) * _sites.Resources.Length) + _resourceOf[place];
        return _queues[index] ??= NewQueue(index);
    }

    /// <summary>Key of the luck of how long sessions of a treatment take.</summary>
    public uint LengthPurposeOf(int place) => _lengthPurposes[place];

    /// <summary>The patient's event days.</summary>
    public Span<double> EventDaysOf(int patient) => _ledger.MutableEventDaysOf(patient);

    /// <summary>The days on which they are seen.</summary>
    public Span<double> SeenDaysOf(int patient) => _ledger.MutableSeenDaysOf(patient);

    /// <summary>More has been derived of a patient.</summary>
    public void Report(int patient) => _report(patient);

    /// <summary>A patient's course is over.</summary>
    public void End(int patient) => _courses.End(patient);

    private SiteQueue NewQueue(int index)
    {
        int site = index / _sites.Resources.Length;
        return new SiteQueue(_sites.Resources[index % _sites.Resources.Length], new TrialDay(_sites.Count == 0 ? 0 : _sites.OpeningDays[site]), Simulation, Tickets);
    }
}
