namespace TrialSim.Model.Protocol;

/// <summary>Counted from the day on which an event comes to be known for the first time: its own day, or that of the visit that sees it.</summary>
/// <param name="Event">Index of the event.</param>
public sealed record FirstSeen(int Event) : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point == AnchorPoint.Seen(Event, 1);
}
