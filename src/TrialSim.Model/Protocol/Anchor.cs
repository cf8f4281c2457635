namespace TrialSim.Model.Protocol;

/// <summary>What a treatment or a schedule of visits counts its days from. A closed set.</summary>
public abstract record Anchor
{
    private protected Anchor()
    {
    }

    /// <summary>Whether days are counted from what has just come.</summary>
    public abstract bool IsAt(AnchorPoint point);

    /// <summary>Whether days are counted from this session.</summary>
    /// <param name="treatment">Index of the treatment.</param>
    /// <param name="number">Number of the session, from 1.</param>
    public bool IsSession(int treatment, int number) => IsAt(AnchorPoint.Session(treatment, number));
}
