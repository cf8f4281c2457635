using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>What those who look for events at visits report, right or wrong.</summary>
internal sealed class EventReader
{
    private readonly ReadingErrors[] _errors;
    private readonly bool[] _errs;
    private readonly uint[][] _purposes;
    private readonly PatientUnderWay _patient;

    public EventReader(TrialTruth truth, TrialProtocol protocol, PatientUnderWay patient)
    {
        _patient = patient;
        _errors = [.. truth.Events.Select(one => one.Reading)];
        _errs = [.. _errors.Select(errors => errors != ReadingErrors.None)];
        _purposes = [.. protocol.Visits.Select(visit => truth.Events.Select(one => NamedPurpose.Of("reading", $"{one.Name} at {visit.Name}")).ToArray())];
    }

    /// <summary>Whether a visit reports an event.</summary>
    /// <param name="visit">Index of the schedule.</param>
    /// <param name="number">Number of the visit, which the luck of reading belongs to.</param>
    /// <param name="clinicalEvent">Index of the event.</param>
    /// <param name="day">Day of the visit.</param>
    /// <param name="eventDay">Day on which the event happened; later or +∞ where it has not.</param>
    public bool Reports(int visit, int number, int clinicalEvent, double day, double eventDay)
    {
        bool hasHappened = eventDay <= day;
        if (!_errs[clinicalEvent])
        {
            return hasHappened;
        }

        ReadingErrors errors = _errors[clinicalEvent];
        Draws draws = _patient.Key.Draws(_purposes[visit][clinicalEvent], number);
        bool isMissed = draws.NextUniform() < errors.MissedProbability;
        bool isInvented = draws.NextUniform() < errors.InventedProbability;
        return hasHappened ? !isMissed : isInvented;
    }
}
