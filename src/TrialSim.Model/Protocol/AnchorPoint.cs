namespace TrialSim.Model.Protocol;

/// <summary>Something that days can be counted from, as it comes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Index of the treatment or the event; 0 where there is none.</param>
/// <param name="Number">Number of the session or occurrence, from 1.</param>
public readonly record struct AnchorPoint(AnchorKind Kind, int Subject, int Number)
{
    /// <summary>Randomisation.</summary>
    public static AnchorPoint Randomisation => new(AnchorKind.Randomisation, 0, 1);

    /// <summary>No treatment is going on or planned any more.</summary>
    public static AnchorPoint EndOfAll => new(AnchorKind.EndOfAll, 0, 1);

    /// <summary>A session of a procedure, or the first dose of a drug.</summary>
    public static AnchorPoint Session(int treatment, int number) => new(AnchorKind.Session, treatment, number);

    /// <summary>An occurrence of an event has come to be known.</summary>
    public static AnchorPoint Seen(int clinicalEvent, int number) => new(AnchorKind.Seen, clinicalEvent, number);

    /// <summary>A treatment is over for good.</summary>
    public static AnchorPoint End(int treatment) => new(AnchorKind.End, treatment, 1);
}
