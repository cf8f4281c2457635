using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>Sessions of one patient that need something of their site. On the day on which such a session is wanted it begins to wait; it takes place with its slot, or is given up.</summary>
internal sealed class SlotCourse(ImmutableArray<Treatment> treatments, TreatmentState[] states, Agenda agenda, PatientUnderWay patient)
{
    // Most treatments need nothing and cost nothing here.
    private readonly int[] _needing = [.. Enumerable.Range(0, treatments.Length).Where(index => treatments[index] is Procedure { Need: not null })];

    /// <summary>Whether any session waits.</summary>
    public bool IsWaiting
    {
        get
        {
            foreach (int index in _needing)
            {
                if (states[index].IsWaiting)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a session that is planned for a day will have to ask for a slot. Who is not followed any more has left the site.</summary>
    public bool Asks(int index, double day) =>
        patient.Access == SlotAccess.Queued && treatments[index] is Procedure { Need: not null } && day < patient.SeenUntil;

    /// <summary>A session is wanted, and begins to wait: as long as the patient waits, but not beyond being lost.</summary>
    public void Ask(int index, double day)
    {
        states[index].IsWaiting = true;
        agenda.DayOf(AgendaItem.Start, index) = double.PositiveInfinity;
        agenda.DayOf(AgendaItem.GiveUp, index) = Math.Min(day + ((Procedure)treatments[index]).Need!.MaxWaitDays, patient.SeenUntil);
    }

    /// <summary>What becomes of a session whose wait is over. Who is lost while waiting leaves the queue, and is treated elsewhere, which nobody sees.</summary>
    public AfterWaiting OutcomeOf(int index, double day) => day >= patient.SeenUntil ? AfterWaiting.Treat : ((Procedure)treatments[index]).Need!.Then;
}
