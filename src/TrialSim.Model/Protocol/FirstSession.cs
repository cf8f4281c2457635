namespace TrialSim.Model.Protocol;

/// <summary>Counted from the first session of a procedure, or the first dose of a drug, once.</summary>
/// <param name="Treatment">Index of the treatment.</param>
public sealed record FirstSession(int Treatment) : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point == AnchorPoint.Session(Treatment, 1);
}
