using System.Collections.Immutable;
using TrialSim.Engine.Sites;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>One replicate with all its patients, as they truly were and as its last look knows them. It is good until the worker that holds it takes the next replicate.</summary>
public sealed class ReplayedTrial
{
    private readonly TrialConduct _conduct;
    private ImmutableArray<KnownRecord> _known;

    internal ReplayedTrial(TrialConduct conduct, uint replicate)
    {
        _conduct = conduct;
        Replicate = replicate;
        TrialDay last = TrialDay.Opening;
        bool isAny = false;
        foreach (TrialDay day in conduct.LookDays)
        {
            bool tookPlace = day < TrialDay.Never;
            isAny |= tookPlace;
            last = tookPlace && day > last ? day : last;
        }

        LastLookDay = isAny ? last : TrialDay.Never;
        Patients = conduct.Ledger.CutAt(LastLookDay).Patients;
    }

    /// <summary>Number of the replicate.</summary>
    public uint Replicate { get; }

    /// <summary>Trial day of the last look that took place; never where none did, and then all that ever happens is known.</summary>
    public TrialDay LastLookDay { get; }

    /// <summary>Patients randomised by the last look: the first so many in the order of randomisation.</summary>
    public int Patients { get; }

    /// <summary>Everything of them, and of those who came later.</summary>
    public Ledger Ledger => _conduct.Ledger;

    /// <summary>How the trial has ended.</summary>
    public TrialOutcome Outcome => _conduct.Outcome;

    /// <summary>How each resource of the sites was used, by its index.</summary>
    public ReadOnlySpan<ResourceUse> ResourceUse => _conduct.ResourceUse;

    /// <summary>What the last look knows of its patients, in the order of randomisation.</summary>
    public ImmutableArray<KnownRecord> Known => _known.IsDefault ? _known = KnownByLastLook() : _known;

    /// <summary>
    /// A patient's time on an endpoint as it truly is: to the first of its events, known or not, also of who is lost; without one to death, to the end of follow-up by protocol or to the last look.
    /// </summary>
    /// <param name="endpoint">The endpoint, a plain one.</param>
    /// <param name="patient">Order of randomisation, from 0 and below <see cref="Patients"/>.</param>
    /// <param name="time">Days since randomisation; +∞ where nothing ends it.</param>
    /// <returns>Whether it ended with an event.</returns>
    public bool HasTrueEvent(TimeToEventEndpoint endpoint, int patient, out PatientDay time)
    {
        PatientDay followed = new(Math.Min(Ledger.MaxFollowUp.Value, Ledger.DeathOf(patient).Value));
        PatientDay first = DataCut.FirstEvent(endpoint.Events, Ledger.EventDaysOf(patient));
        TrialDay randomised = Ledger.ArrivalOf(patient);
        // On the calendar, because the day of an event-driven look is the calendar day of one of these very events.
        bool hasEvent = first <= followed && randomised + first <= LastLookDay && first < PatientDay.Never;
        time = hasEvent ? first : new PatientDay(Math.Min(followed.Value, (LastLookDay - randomised).Value));
        return hasEvent;
    }

    /// <summary>A patient's whole course.</summary>
    /// <param name="patient">Order of randomisation, from 0.</param>
    /// <exception cref="NotRandomisedException">The replicate has fewer patients.</exception>
    public PatientRecord RecordOf(int patient)
    {
        if (patient >= Ledger.Enrolled)
        {
            throw new NotRandomisedException(Replicate, Ledger.Enrolled);
        }

        return new PatientRecord(
            patient,
            Ledger.ScreeningOrder[patient],
            Ledger.ArrivalOf(patient),
            Ledger.ArmOf(patient),
            Ledger.ArmOf(patient),
            [.. Ledger.CovariatesOf(patient)],
            DaysOf(Ledger.EventDaysOf(patient)),
            DaysOf(Ledger.SeenDaysOf(patient)),
            [.. Ledger.CourseOf(patient)],
            Ledger.LossOf(patient),
            [.. _conduct.LookDays])
        {
            Site = Ledger.SiteOf(patient),
            DecisionLooks = [.. _conduct.State.DecidedAt],
            NewSizes = [.. _conduct.State.NewSizes],
            DroppedBy = [.. _conduct.State.DroppedBy],
        };
    }

    internal static ImmutableArray<PatientDay> DaysOf(ReadOnlySpan<double> eventDays)
    {
        ImmutableArray<PatientDay>.Builder days = ImmutableArray.CreateBuilder<PatientDay>(eventDays.Length);
        foreach (double day in eventDays)
        {
            days.Add(new PatientDay(day));
        }

        return days.MoveToImmutable();
    }

    private ImmutableArray<KnownRecord> KnownByLastLook()
    {
        ImmutableArray<KnownRecord>.Builder known = ImmutableArray.CreateBuilder<KnownRecord>(Patients);
        for (int patient = 0; patient < Patients; patient++)
        {
            known.Add(KnownRecord.Of(Ledger, patient, LastLookDay));
        }

        return known.MoveToImmutable();
    }
}
