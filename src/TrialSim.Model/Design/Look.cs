namespace TrialSim.Model.Design;

/// <summary>A planned time of analysis; the final one too.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="When">What has to be so for the look to take place.</param>
public sealed record Look(string Name, LookTrigger When)
{
    /// <summary>Days from the data cut until what it shows is decided upon; who is randomised in between overruns.</summary>
    public double DecidedAfterDays { get; init; }
}
