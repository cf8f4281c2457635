using System.Collections.Immutable;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>One virtual patient's whole course, seen or not.</summary>
/// <param name="Patient">Screening order, from 0.</param>
/// <param name="Randomised">Trial day of randomisation.</param>
/// <param name="AllocatedArm">Index of the arm that allocation gave.</param>
/// <param name="Arm">Index of the arm whose course this is: the allocated one, or another for a counterfactual.</param>
/// <param name="Covariates">One value per covariate; for a categorical one the index of its level.</param>
/// <param name="EventDays">Day of each event since randomisation; never for those that do not happen.</param>
/// <param name="LossDay">Day of being lost to follow-up; never for most.</param>
/// <param name="LookDays">Trial day of each look; never for those not reached.</param>
public sealed record PatientRecord(
    int Patient,
    TrialDay Randomised,
    int AllocatedArm,
    int Arm,
    ImmutableArray<double> Covariates,
    ImmutableArray<PatientDay> EventDays,
    PatientDay LossDay,
    ImmutableArray<TrialDay> LookDays);
