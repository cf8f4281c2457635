namespace TrialSim.Model.Decisions;

/// <summary>What the size of a trial is counted in.</summary>
public enum SizeUnit
{
    /// <summary>Events of the endpoint that a look waits for.</summary>
    Events,

    /// <summary>Patients randomised.</summary>
    Patients,
}
