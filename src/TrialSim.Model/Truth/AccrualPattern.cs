namespace TrialSim.Model.Truth;

/// <summary>How arrivals fall around the planned rate.</summary>
public enum AccrualPattern
{
    /// <summary>The planned number arrives within the planned time, each at random in it (density proportional to the rate).</summary>
    Uniform,

    /// <summary>A Poisson process with the planned rate; the last arrival falls where it falls.</summary>
    Poisson,

    /// <summary>Exactly at the planned rate, the first after half a gap.</summary>
    Even,
}
