using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The times since sessions that effects ask for.</summary>
internal sealed class SessionTimers(SinceSessionBit[] bits, PatientUnderWay patient)
{
    private readonly double[] _days = new double[bits.Length];

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
    public void Pass(int index)
    {
        _days[index] = double.PositiveInfinity;
        patient.State |= bits[index].Mask;
    }

    /// <summary>A session takes place: the times counted from it begin again.</summary>
    public void Restart(int treatment, int number, double day)
    {
        for (int index = 0; index < _days.Length; index++)
        {
            if (bits[index].Session.IsSession(treatment, number))
            {
                patient.State &= ~bits[index].Mask;
                _days[index] = day + bits[index].Days;
            }
        }
    }
}
