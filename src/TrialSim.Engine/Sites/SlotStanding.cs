namespace TrialSim.Engine.Sites;

/// <summary>How far a session that needs a resource has come.</summary>
internal enum SlotStanding
{
    /// <summary>It is wanted: it waits, or takes place.</summary>
    Wanted,

    /// <summary>It is not wanted any more. The place that it will be given goes back then: SimSharp cannot cancel a request that has a priority.</summary>
    Withdrawn,

    /// <summary>It is not wanted any more, and the place that it had just been given has gone back.</summary>
    GivenBack,
}
