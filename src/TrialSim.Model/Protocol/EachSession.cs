namespace TrialSim.Model.Protocol;

/// <summary>Counted from every session of a procedure: each one starts the count again.</summary>
/// <param name="Treatment">Index of the procedure.</param>
public sealed record EachSession(int Treatment) : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point.Kind == AnchorKind.Session && point.Subject == Treatment;
}
