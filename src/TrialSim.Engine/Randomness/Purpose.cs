namespace TrialSim.Engine.Randomness;

/// <summary>
/// What a draw is for. Append only: a number once given is never changed or used again, or old results could not be had again.
/// Things that a scenario names have <see cref="Model.Truth.NamedPurpose"/>s, which start at 0x80000000.
/// </summary>
public enum Purpose : uint
{
    /// <summary>The gap before a patient's arrival.</summary>
    Arrival = 1,

    /// <summary>A patient's arm, or the size and order of the block that this patient opens.</summary>
    Allocation = 2,

    /// <summary>The threshold of being lost to follow-up.</summary>
    LossToFollowUp = 3,

    /// <summary>The factor by which a site's rate differs from the planned one; keyed by the site instead of a patient.</summary>
    SiteRate = 4,

    /// <summary>The site to which a patient comes.</summary>
    Site = 5,

    /// <summary>Whether a patient who is screened is randomised.</summary>
    Screening = 6,

    /// <summary>What is drawn of the truth once a replicate: of patient 0, an occasion for each number of <see cref="Model.Truth.Effect.Draw"/>.</summary>
    Truth = 8,

    /// <summary>The seed of a cell of a sweep whose cells are independent; keyed by the cell's number instead of a patient, in no replicate.</summary>
    CellSeed = 9,
}
