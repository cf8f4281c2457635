namespace TrialSim.Model.Protocol;

/// <summary>What a treatment or a schedule of visits counts its days from. A closed set.</summary>
public abstract record Anchor
{
    /// <summary>Stands for randomisation where the index of a treatment is asked for.</summary>
    public const int NoTreatment = -1;

    private protected Anchor()
    {
    }

    /// <summary>Whether days are counted from this session.</summary>
    /// <param name="treatment">Index of the treatment, or <see cref="NoTreatment"/> for randomisation.</param>
    /// <param name="number">Number of the session, from 1.</param>
    public abstract bool IsSession(int treatment, int number);
}
