using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The times since sessions that effects ask for, and the times since sessions and randomisation that the protocol's own conditions ask for.</summary>
internal sealed class SessionTimers
{
    private readonly PatientUnderWay _patient;
    private readonly (Anchor Since, double AfterDays, ulong Truth, ulong Known)[] _timers;
    private readonly double[] _days;

    public SessionTimers(ImmutableArray<StateBit> truth, ImmutableArray<StateBit> known, PatientUnderWay patient)
    {
        _patient = patient;
        // The times since randomisation of the truth are no matter of the protocol: the course knows them from the start.
        _timers =
        [
            .. truth.OfType<SinceSessionBit>().Select(bit => (bit.Session, bit.Days, bit.Mask, 0UL)),
            .. known.OfType<SinceSessionBit>().Select(bit => (bit.Session, bit.Days, 0UL, bit.Mask)),
            .. known.OfType<ElapsedBit>().Select(bit => ((Anchor)new AtRandomisation(), bit.Days, 0UL, bit.Mask)),
        ];
        _days = new double[_timers.Length];
    }

    /// <summary>Nothing has been given yet.</summary>
    public void Start() => Array.Fill(_days, double.PositiveInfinity);

    /// <summary>The earliest time to pass, or what there was.</summary>
    public AgendaEntry Earliest(AgendaEntry entry)
    {
        for (int index = 0; index < _days.Length; index++)
        {
            entry = entry.Or(_days[index], AgendaItem.Timer, index);
        }

        return entry;
    }

    /// <summary>A time has passed.</summary>
    /// <returns>Whether the protocol's conditions ask for it.</returns>
    public bool Pass(int index)
    {
        _days[index] = double.PositiveInfinity;
        _patient.State |= _timers[index].Truth;
        _patient.Known |= _timers[index].Known;
        return _timers[index].Known != 0;
    }

    /// <summary>Randomisation or a session takes place: the times counted from it begin again.</summary>
    public void Restart(AnchorPoint point, double day)
    {
        for (int index = 0; index < _days.Length; index++)
        {
            if (_timers[index].Since.IsAt(point))
            {
                _patient.State &= ~_timers[index].Truth;
                _patient.Known &= ~_timers[index].Known;
                _days[index] = day + _timers[index].AfterDays;
            }
        }
    }
}
