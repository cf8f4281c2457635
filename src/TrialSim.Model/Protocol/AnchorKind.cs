namespace TrialSim.Model.Protocol;

/// <summary>Kinds of things that days are counted from.</summary>
public enum AnchorKind
{
    /// <summary>Randomisation.</summary>
    Randomisation,

    /// <summary>A session of a procedure, or the first dose of a drug.</summary>
    Session,

    /// <summary>An event has come to be known.</summary>
    Seen,

    /// <summary>A treatment is over for good.</summary>
    End,

    /// <summary>No treatment is going on or planned any more.</summary>
    EndOfAll,
}
