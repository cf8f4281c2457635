using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Allocations;

/// <summary>Gives each patient, in the order in which they come, an arm. One instance serves one worker; <see cref="Restart"/> begins a new trial.</summary>
internal sealed class Allocator
{
    private readonly Allocation _allocation;
    private readonly IArmChooser _chooser;
    private int _ratioVersion;

    public Allocator(TrialDesign design)
    {
        _allocation = design.Allocation;
        _chooser = ArmChoosers.Of(design);
        Restart();
    }

    /// <summary>Begins a new trial.</summary>
    public void Restart()
    {
        _ratioVersion = 0;
        _chooser.Begin(_allocation.Ratio.AsSpan());
    }

    /// <summary>Takes over the ratio as it stands.</summary>
    public void Follow(TrialState state)
    {
        if (state.RatioVersion != _ratioVersion)
        {
            _ratioVersion = state.RatioVersion;
            _chooser.Begin(state.Ratio);
        }
    }

    /// <summary>The arm of the next patient.</summary>
    public byte Next(in Newcomer patient) => _chooser.Next(patient);
}
