namespace TrialSim.Model.Protocol;

/// <summary>Counted from every day on which an event that recurs comes to be known: each one starts the count again.</summary>
/// <param name="Event">Index of the event.</param>
public sealed record EachSeen(int Event) : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point.Kind == AnchorKind.Seen && point.Subject == Event;
}
