namespace TrialSim.Model.Protocol;

/// <summary>What a treatment or a schedule of visits counts its days from. A closed set.</summary>
public abstract record Anchor
{
    private protected Anchor()
    {
    }
}
