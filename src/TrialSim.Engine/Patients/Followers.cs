using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>Who counts days from what, looked up instead of asked one by one.</summary>
internal sealed class Followers
{
    // Of sessions and occurrences the first is told from the later ones, which are all alike to an anchor.
    private const int First = 1;
    private const int Later = 2;

    private readonly int[] _firstPlace;
    private readonly int[][] _followers;

    /// <param name="anchors">What each counts from.</param>
    /// <param name="treatments">How many treatments there are.</param>
    /// <param name="events">How many events there are.</param>
    public Followers(IReadOnlyList<Anchor> anchors, int treatments, int events)
    {
        // In the order of AnchorKind.
        int[] subjects = [1, treatments, events, treatments, 1];
        _firstPlace = [.. subjects.Select((_, kind) => 2 * subjects.Take(kind).Sum())];
        _followers =
        [
            .. subjects.SelectMany((count, kind) => Enumerable.Range(0, count).SelectMany(subject => new[] { First, Later }.Select(number =>
                Enumerable.Range(0, anchors.Count).Where(index => anchors[index].IsAt(new AnchorPoint((AnchorKind)kind, subject, number))).ToArray()))),
        ];
    }

    /// <summary>Indices of those who count from what has just come, ascending.</summary>
    public ReadOnlySpan<int> Of(AnchorPoint point) => _followers[_firstPlace[(int)point.Kind] + (2 * point.Subject) + (point.Number == First ? 0 : 1)];
}
