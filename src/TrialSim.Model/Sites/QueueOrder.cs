namespace TrialSim.Model.Sites;

/// <summary>Who of those that wait for a resource is next.</summary>
public enum QueueOrder
{
    /// <summary>Who has waited longest.</summary>
    FirstCome,

    /// <summary>Whose window ends first; of the same end who has waited longest.</summary>
    WindowFirst,
}
