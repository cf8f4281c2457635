using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The times since sessions that effects ask for, and the times since sessions and randomisation that the protocol's own conditions ask for.</summary>
internal sealed class SessionTimers
{
    private readonly PatientUnderWay _patient;
    private readonly Followers _followers;
    private readonly (Anchor Since, double AfterDays, ulong Truth, ulong Known)[] _timers;

    public SessionTimers(TrialTruth truth, TrialProtocol protocol, PatientUnderWay patient)
    {
        _patient = patient;
        // The times since randomisation of the truth are no matter of the protocol: the course knows them from the start.
        _timers =
        [
            .. truth.StateBits.OfType<SinceSessionBit>().Select(bit => (bit.Session, bit.Days, bit.Mask, 0UL)),
            .. protocol.KnownBits.OfType<SinceSessionBit>().Select(bit => (bit.Session, bit.Days, 0UL, bit.Mask)),
            .. protocol.KnownBits.OfType<ElapsedBit>().Select(bit => ((Anchor)new AtRandomisation(), bit.Days, 0UL, bit.Mask)),
        ];
        _followers = new Followers([.. _timers.Select(timer => timer.Since)], protocol.Treatments.Length, truth.Events.Length);
    }

    /// <summary>How many there are.</summary>
    public int Count => _timers.Length;

    /// <summary>A time has passed.</summary>
    /// <param name="index">Index of the timer.</param>
    /// <param name="agenda">Where it was due.</param>
    /// <returns>Whether the protocol's conditions ask for it.</returns>
    public bool Pass(int index, Agenda agenda)
    {
        agenda.DayOf(AgendaItem.Timer, index) = double.PositiveInfinity;
        _patient.State |= _timers[index].Truth;
        _patient.Known |= _timers[index].Known;
        return _timers[index].Known != 0;
    }

    /// <summary>Randomisation or a session takes place: the times counted from it begin again.</summary>
    /// <param name="point">What takes place.</param>
    /// <param name="day">Its day.</param>
    /// <param name="agenda">Where they will be due.</param>
    public void Restart(AnchorPoint point, double day, Agenda agenda)
    {
        foreach (int index in _followers.Of(point))
        {
            _patient.State &= ~_timers[index].Truth;
            _patient.Known &= ~_timers[index].Known;
            agenda.DayOf(AgendaItem.Timer, index) = day + _timers[index].AfterDays;
        }
    }
}
