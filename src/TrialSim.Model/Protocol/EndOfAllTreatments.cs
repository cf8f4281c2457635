namespace TrialSim.Model.Protocol;

/// <summary>
/// Counted from the day on which no treatment of the arm is going on or planned any more: from randomisation where there is none. A treatment that waits for
/// something that has not come does not count; should it begin later, its end starts the count again.
/// </summary>
public sealed record EndOfAllTreatments : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point.Kind == AnchorKind.EndOfAll;
}
