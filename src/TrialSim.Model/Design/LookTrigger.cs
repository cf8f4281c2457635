namespace TrialSim.Model.Design;

/// <summary>What makes a look take place. A closed set; once true a trigger stays true.</summary>
public abstract record LookTrigger
{
    private protected LookTrigger()
    {
    }
}
