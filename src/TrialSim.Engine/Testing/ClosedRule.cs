using System.Numerics;
using TrialSim.Model.Testing;
using TrialSim.Statistics.Multiplicity;

namespace TrialSim.Engine.Testing;

/// <summary>
/// Rejects a hypothesis once every intersection that contains it has been rejected. An intersection is a set of bits; each stage gives it a p-value from those of its members that the
/// stage tests, and the stages are combined with the weights of the plan.
/// </summary>
/// <param name="family">The family.</param>
/// <param name="courses">Of each member its course, all with the same plan; null for each where there is one look and no bounds.</param>
internal sealed class ClosedRule(TestFamily.Closed family, SequentialCourse?[] courses) : IFamilyRule
{
    // Beyond these a quantile is infinite, and a sum with its opposite no number.
    private const double SmallestPValue = 1e-300;
    private const double LargestPValue = 1.0 - 1e-15;

    private readonly int _sets = 1 << family.Members.Length;
    private readonly double[] _weightedSums = new double[1 << family.Members.Length];
    private readonly bool[] _isRejected = new bool[1 << family.Members.Length];
    private readonly bool[] _hasGivenUp = new bool[1 << family.Members.Length];
    private readonly double[] _z = new double[family.Members.Length];
    private readonly double[] _loadings = new double[family.Members.Length];
    private double _plannedSoFar;

    /// <inheritdoc/>
    public void Restart()
    {
        Array.Clear(_weightedSums);
        Array.Clear(_isRejected);
        Array.Clear(_hasGivenUp);
        _plannedSoFar = 0;
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<MemberResult> members, Span<bool> rejected)
    {
        int tested = 0;
        SequentialCourse? any = null;
        for (int member = 0; member < members.Length; member++)
        {
            if (members[member].IsTested)
            {
                tested |= 1 << member;
                any = courses[member];
            }
        }

        if (tested == 0)
        {
            return;
        }

        double planned = any?.InformationOfBounds ?? 1.0;
        double weight = Math.Sqrt(planned - _plannedSoFar);
        _plannedSoFar = any is null ? 0.0 : planned;
        double critical = any?.Efficacy ?? -Normal.Quantile(family.OneSidedAlpha);
        for (int set = 1; set < _sets; set++)
        {
            // An intersection of which nothing is left is not tested any more.
            if ((set & tested) != 0)
            {
                _weightedSums[set] = (any is null ? 0.0 : _weightedSums[set]) - (weight * Normal.Quantile(PValueOf(set & tested, members)));
                double z = _weightedSums[set] / Math.Sqrt(planned);
                _isRejected[set] |= !_hasGivenUp[set] && z >= critical;

                // The bounds are those of each intersection, so that one past a binding futility bound is never rejected, whatever its members show alone.
                _hasGivenUp[set] |= any is { IsFutilityBinding: true } && z < any.Futility;
            }
        }

        for (int member = 0; member < members.Length; member++)
        {
            rejected[member] |= members[member].IsTested && AreAllRejectedWith(1 << member);
        }
    }

    private double PValueOf(int set, ReadOnlySpan<MemberResult> members)
    {
        int count = 0;
        for (int left = set; left != 0; left &= left - 1)
        {
            int member = BitOperations.TrailingZeroCount(left);
            _z[count] = courses[member]?.StageZ ?? members[member].Z;
            _loadings[count++] = family.Loadings[member];
        }

        return Math.Clamp(IntersectionTest.PValue(family.Intersection, _z.AsSpan(0, count), _loadings.AsSpan(0, count)), SmallestPValue, LargestPValue);
    }

    private bool AreAllRejectedWith(int member)
    {
        for (int set = 1; set < _sets; set++)
        {
            if ((set & member) != 0 && !_isRejected[set])
            {
                return false;
            }
        }

        return true;
    }
}
