using TrialSim.Model.Design;
using TrialSim.Model.Testing;

namespace TrialSim.Engine.Testing;

/// <summary>
/// Rejects along a graph of shares of α. Shares follow from what has been rejected, in whatever order, and are computed once for each such set. A test with bounds is judged by those
/// that its share of now gives the look; its earlier looks are not judged again.
/// </summary>
/// <param name="family">The family.</param>
/// <param name="courses">Of each member its course, or null for a test without bounds.</param>
internal sealed class GraphRule(TestFamily.Graph family, SequentialCourse?[] courses) : IFamilyRule
{
    private readonly SortedDictionary<int, double[]> _shares = [];

    /// <inheritdoc/>
    public void Restart()
    {
        // What has been rejected is the caller's; shares do not change.
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<MemberResult> members, Span<bool> rejected)
    {
        bool hasChanged;
        do
        {
            hasChanged = false;
            double[] shares = SharesAfter(rejected);
            for (int member = 0; member < members.Length; member++)
            {
                if (!rejected[member] && members[member].IsTested && shares[member] > 0.0 && Rejects(member, members[member], shares[member] * family.OneSidedAlpha))
                {
                    rejected[member] = true;
                    hasChanged = true;
                }
            }
        }
        while (hasChanged);
    }

    private bool Rejects(int member, MemberResult result, double oneSidedAlpha)
    {
        bool isOnBothSides = family.Members[member].Sides == RejectionSides.Both;
        if (courses[member] is not { } course)
        {
            return result.PValue <= (isOnBothSides ? 2.0 * oneSidedAlpha : oneSidedAlpha);
        }

        course.UseAlpha(oneSidedAlpha);
        return course.IsCrossed;
    }

    private double[] SharesAfter(ReadOnlySpan<bool> rejected)
    {
        int set = 0;
        for (int member = 0; member < rejected.Length; member++)
        {
            set |= rejected[member] ? 1 << member : 0;
        }

        if (!_shares.TryGetValue(set, out double[]? shares))
        {
            shares = new double[rejected.Length];
            family.Shares.FillWeightsAfter(rejected, shares);
            _shares.Add(set, shares);
        }

        return shares;
    }
}
