namespace TrialSim.Model.Targets;

/// <summary>When a target is met. A closed set.</summary>
public abstract record TargetCriterion
{
    private protected TargetCriterion()
    {
    }
}
