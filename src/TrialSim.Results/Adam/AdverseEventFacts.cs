using TrialSim.Model;
using TrialSim.Model.Truth;

namespace TrialSim.Results.Adam;

/// <summary>What a scenario says of an event that is reported as an adverse event.</summary>
internal static class AdverseEventFacts
{
    /// <summary>Whether it is one: it has grades, or is put down to a treatment.</summary>
    public static bool IsAdverseEvent(ClinicalEvent one) => one.IsRecorded && (!one.Grades.IsEmpty || one.RelatedTo != ClinicalEvent.NoTreatment);

    /// <summary>Name of the treatment that it is put down to; empty for none.</summary>
    public static string TreatmentOf(Trial trial, ClinicalEvent one) =>
        one.RelatedTo == ClinicalEvent.NoTreatment ? "" : trial.Design.Protocol.Treatments[one.RelatedTo].Name;
}
