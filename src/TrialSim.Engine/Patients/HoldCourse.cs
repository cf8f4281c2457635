using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>Drugs that are paused for sessions of procedures. A drug is paused by the day that is planned for the session, and waits for it however late it comes.</summary>
internal sealed class HoldCourse(ImmutableArray<Treatment> treatments, TreatmentState[] states, Agenda agenda)
{
    /// <summary>A session has been planned: drugs will be paused for it.</summary>
    public void Plan(int procedure, double today, double sessionDay)
    {
        for (int index = 0; index < states.Length; index++)
        {
            ref TreatmentState drug = ref states[index];
            if (!drug.IsOver && !drug.IsHeld && Find(index, procedure) is Hold hold)
            {
                ref double holdDay = ref agenda.DayOf(AgendaItem.Hold, index);
                holdDay = Math.Min(holdDay, Math.Max(today, sessionDay - hold.BeforeDays));
            }
        }
    }

    /// <summary>The session that drugs were to be held for does not take place.</summary>
    public void Release(int procedure, double day)
    {
        for (int index = 0; index < states.Length; index++)
        {
            ref TreatmentState drug = ref states[index];
            if (Find(index, procedure) is not null)
            {
                agenda.DayOf(AgendaItem.Hold, index) = double.PositiveInfinity;
                ref double startDay = ref agenda.DayOf(AgendaItem.Start, index);
                startDay = drug.IsHeld ? day : startDay;
                drug.IsHeld = false;
            }
        }
    }

    /// <summary>How a drug is held for a procedure; null where it is not.</summary>
    public Hold? Find(int index, int procedure)
    {
        if (treatments[index] is Drug drug)
        {
            foreach (Hold hold in drug.Holds)
            {
                if (hold.Procedure == procedure)
                {
                    return hold;
                }
            }
        }

        return null;
    }
}
