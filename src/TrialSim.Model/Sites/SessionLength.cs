namespace TrialSim.Model.Sites;

/// <summary>How long a session takes a place of a resource. A closed set.</summary>
public abstract record SessionLength
{
    private protected SessionLength()
    {
    }
}
