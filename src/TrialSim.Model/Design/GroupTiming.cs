namespace TrialSim.Model.Design;

/// <summary>When a patient has to have a status to be in the group of those with it. A closed set.</summary>
public abstract record GroupTiming
{
    private protected GroupTiming()
    {
    }
}
