using TrialSim.Model.Protocol;

namespace TrialSim.Results.Courses;

/// <summary>The doses of a drug.</summary>
public static class DrugDose
{
    /// <summary>The dose at which a drug starts, in mg a day; null for a treatment without doses.</summary>
    public static double? FullMgPerDay(Treatment treatment) => treatment is Drug { Dosing.MgPerDay: [double full, ..] } ? full : null;
}
