namespace TrialSim.Model.Protocol;

/// <summary>Counted from randomisation, once.</summary>
public sealed record AtRandomisation : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point.Kind == AnchorKind.Randomisation;
}
