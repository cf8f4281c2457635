namespace TrialSim.Model.Truth;

/// <summary>A fact about a patient that some condition asks for, and its place in the state. A closed set.</summary>
/// <param name="Bit">The place, 0…63.</param>
public abstract record StateBit(int Bit)
{
    /// <summary>The state in which only this fact holds.</summary>
    public ulong Mask => 1UL << Bit;
}
