using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>Doses reduced, and drugs interrupted and taken again, by what is known of a patient.</summary>
internal sealed class DoseCourse(ImmutableArray<Treatment> treatments, TreatmentState[] states, Agenda agenda, ProtocolMasks masks, PatientUnderWay patient)
{
    // Most drugs have no such rule and cost nothing here.
    private readonly int[] _ruled =
    [
        .. Enumerable.Range(0, treatments.Length).Where(index => treatments[index] is Drug drug && !(drug.Dosing.ReduceIf.IsEmpty && drug.Dosing.InterruptIf.IsEmpty)),
    ];

    /// <summary>Applies the rules to all drugs.</summary>
    /// <returns>Whether a drug was interrupted, which other rules may ask for.</returns>
    public bool Adapt(double day)
    {
        bool isInterrupted = false;
        foreach (int index in _ruled)
        {
            if (!states[index].IsOver)
            {
                Dosing dosing = ((Drug)treatments[index]).Dosing;
                Reduce(index, day, dosing);
                isInterrupted |= Interrupt(index, day, dosing);
            }
        }

        return isInterrupted;
    }

    // A reason that was there before the first dose reduces nothing.
    private void Reduce(int index, double day, Dosing dosing)
    {
        ref TreatmentState drug = ref states[index];
        bool hadReason = drug.HasReasonToReduce;
        drug.HasReasonToReduce = patient.Knows(dosing.ReduceIf);
        if (drug.HasReasonToReduce && !hadReason && drug.Done > 0 && drug.DoseLevel + 1 < dosing.MgPerDay.Length)
        {
            drug.DoseLevel++;
            patient.State |= masks.ReducedTo[index][drug.DoseLevel];
            patient.Log.Add(new CourseEntry(day, CourseEntryKind.DoseReduced, index, drug.DoseLevel, dosing.MgPerDay[drug.DoseLevel]));
        }
    }

    private bool Interrupt(int index, double day, Dosing dosing)
    {
        ref TreatmentState drug = ref states[index];
        bool wasInterrupted = drug.IsInterrupted;
        drug.IsInterrupted = patient.Knows(dosing.InterruptIf);
        if (drug.IsInterrupted && drug.IsTaken)
        {
            drug.IsTaken = false;
            drug.IsDue = true;
            patient.State &= ~masks.Taking[index];
            patient.Known &= ~masks.TakingKnown[index];
            patient.Log.Add(new CourseEntry(day, CourseEntryKind.DrugInterrupted, index, drug.Done));
            return true;
        }

        if (wasInterrupted && !drug.IsInterrupted && drug.IsDue)
        {
            drug.IsDue = false;
            agenda.DayOf(AgendaItem.Start, index) = day;
        }

        return false;
    }
}
