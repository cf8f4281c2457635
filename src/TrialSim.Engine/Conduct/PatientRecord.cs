using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>One virtual patient's whole course, seen or not.</summary>
/// <param name="Patient">Order of randomisation, from 0.</param>
/// <param name="ScreeningOrder">Order of screening, from 0: whose luck.</param>
/// <param name="Randomised">Trial day of randomisation.</param>
/// <param name="AllocatedArm">Index of the arm that allocation gave.</param>
/// <param name="Arm">Index of the arm whose course this is: the allocated one, or another for a counterfactual.</param>
/// <param name="Covariates">One value per covariate; for a categorical one the index of its level.</param>
/// <param name="EventDays">Day of each event since randomisation; never for those that do not happen.</param>
/// <param name="SeenDays">Day on which each event comes to be known: that of the event, or of the visit that sees it.</param>
/// <param name="Course">What the protocol does, in the order of time.</param>
/// <param name="LossDay">Day of being lost to follow-up; never for most.</param>
/// <param name="LookDays">Trial day of each look; never for those not reached.</param>
public sealed record PatientRecord(
    int Patient,
    uint ScreeningOrder,
    TrialDay Randomised,
    int AllocatedArm,
    int Arm,
    ImmutableArray<double> Covariates,
    ImmutableArray<PatientDay> EventDays,
    ImmutableArray<PatientDay> SeenDays,
    ImmutableArray<CourseEntry> Course,
    PatientDay LossDay,
    ImmutableArray<TrialDay> LookDays)
{
    /// <summary>Of each decision of the design the index of the look at which it was taken; −1 for not.</summary>
    public ImmutableArray<int> DecisionLooks { get; init; } = [];

    /// <summary>Of each decision of the design the events or patients that it has set for the rest of the trial; 0 for none.</summary>
    public ImmutableArray<int> NewSizes { get; init; } = [];

    /// <summary>Of each arm of the design the index of the decision that dropped it; −1 for none.</summary>
    public ImmutableArray<int> DroppedBy { get; init; } = [];

    /// <summary>Index of the site; 0 where there are none.</summary>
    public int Site { get; init; }
}
