namespace TrialSim.Model.Protocol;

/// <summary>Counted from the day on which a treatment is over for good: stopped, taken for its full length, or after its last session.</summary>
/// <param name="Treatment">Index of the treatment.</param>
public sealed record EndOfTreatment(int Treatment) : Anchor
{
    /// <inheritdoc/>
    public override bool IsAt(AnchorPoint point) => point == AnchorPoint.End(Treatment);
}
