using TrialSim.Model;
using TrialSim.Model.Truth;

namespace TrialSim.Results.Adam;

/// <summary>What a scenario says of an event that is reported as an adverse event.</summary>
internal static class AdverseEventFacts
{
    /// <summary>What it is called.</summary>
    public static string TermOf(ClinicalEvent one) => one.Name;

    /// <summary>Name of the treatment that it is put down to; empty for none.</summary>
    public static string TreatmentOf(Trial trial, ClinicalEvent one) => "";
}
