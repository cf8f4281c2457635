namespace TrialSim.Model.Protocol;

/// <summary>What brings the next session of a procedure. A closed set.</summary>
public abstract record Repetition
{
    private protected Repetition()
    {
    }
}
