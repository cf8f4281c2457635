using TrialSim.Model.Protocol;

namespace TrialSim.Scenarios.Documents;

/// <summary>A window as written.</summary>
/// <param name="Days">The same in days.</param>
/// <param name="Text">As written, such as <c>6w ± 2w</c> or <c>3d..14d</c>.</param>
internal sealed record Window(TimeWindow Days, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
