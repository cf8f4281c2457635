using TrialSim.Model.Design;
using TrialSim.Model.Testing;

namespace TrialSim.Engine.Testing;

/// <summary>Rejects the k smallest p-values for the largest k whose largest of them is at most α/(m − k + 1).</summary>
internal sealed class HochbergRule(TestFamily.Hochberg family) : IFamilyRule
{
    /// <inheritdoc/>
    public void Restart()
    {
        // It remembers nothing.
    }

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<MemberResult> members, Span<bool> rejected)
    {
        for (int member = 0; member < members.Length; member++)
        {
            if (members[member].IsTested && IsReached(members, OneSided(members, member)))
            {
                rejected[member] = true;
            }
        }
    }

    // Whether some p-value no smaller than this one is small enough for its rank.
    private bool IsReached(ReadOnlySpan<MemberResult> members, double pValue)
    {
        for (int candidate = 0; candidate < members.Length; candidate++)
        {
            double limit = OneSided(members, candidate);
            int larger = 0;
            for (int other = 0; other < members.Length; other++)
            {
                larger += OneSided(members, other) > limit ? 1 : 0;
            }

            if (limit >= pValue && limit <= family.OneSidedAlpha / (larger + 1))
            {
                return true;
            }
        }

        return false;
    }

    // As a share of the error on one side, so that tests on one and on both sides compare; what is not tested is as large as can be.
    private double OneSided(ReadOnlySpan<MemberResult> members, int member) =>
        !members[member].IsTested ? 1.0
            : family.Members[member].Sides == RejectionSides.Both ? 0.5 * members[member].PValue
            : members[member].PValue;
}
