namespace TrialSim.Engine.Testing;

/// <summary>What a family of tests rejects. One instance serves one worker.</summary>
internal interface IFamilyRule
{
    /// <summary>Begins a replicate.</summary>
    public void Restart();

    /// <summary>Adds what a look rejects.</summary>
    /// <param name="members">What the look shows of each test.</param>
    /// <param name="rejected">Whether each has been rejected by now; only ever set.</param>
    public void Judge(ReadOnlySpan<MemberResult> members, Span<bool> rejected);
}
