using TrialSim.Model.Testing;

namespace TrialSim.Engine.Testing;

/// <summary>Rejects all tests once each rejects for benefit: at one look, or with bounds at any so far, which their error allows for.</summary>
/// <param name="family">The family.</param>
/// <param name="courses">Of each member its course, or null for a test without bounds.</param>
internal sealed class CoPrimaryRule(TestFamily.CoPrimary family, SequentialCourse?[] courses) : IFamilyRule
{
    private readonly bool[] _rejects = new bool[family.Members.Length];

    /// <inheritdoc/>
    public void Restart() => Array.Clear(_rejects);

    /// <inheritdoc/>
    public void Judge(ReadOnlySpan<MemberResult> members, Span<bool> rejected)
    {
        bool doAll = true;
        for (int member = 0; member < members.Length; member++)
        {
            bool now = members[member] is { IsTested: true, Rejects: true, Z: > 0.0 };
            _rejects[member] = now || (courses[member] is not null && _rejects[member]);
            doAll &= _rejects[member];
        }

        if (doAll)
        {
            rejected.Fill(true);
        }
    }
}
