namespace TrialSim.Engine.Allocations;

/// <summary>Each patient on their own.</summary>
internal sealed class SimpleChooser(int arms) : IArmChooser
{
    private readonly int[] _ratio = new int[arms];

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> ratio) => ratio.CopyTo(_ratio);

    /// <inheritdoc/>
    public byte Next(in Newcomer patient) => ArmDraw.ByRatio(_ratio, patient.Draws.NextUniform());
}
