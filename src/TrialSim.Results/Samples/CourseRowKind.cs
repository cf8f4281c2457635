namespace TrialSim.Results.Samples;

/// <summary>What a row of <c>courses.csv</c> tells.</summary>
public enum CourseRowKind
{
    /// <summary>The patient was followed.</summary>
    Followed,

    /// <summary>A drug was taken.</summary>
    DrugTaken,

    /// <summary>A drug was held or interrupted.</summary>
    DrugPaused,

    /// <summary>A session of a procedure took place.</summary>
    Session,

    /// <summary>A visit was kept.</summary>
    Visit,

    /// <summary>A level of a state was first seen.</summary>
    LevelSeen,

    /// <summary>An event happened that nobody knew of yet.</summary>
    EventHappened,

    /// <summary>An event came to be known.</summary>
    EventKnown,

    /// <summary>The patient was lost to follow-up.</summary>
    Lost,

    /// <summary>The patient was still followed at the last look.</summary>
    StillFollowed,
}
