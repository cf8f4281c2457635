using TrialSim.Model.Sites;

namespace TrialSim.Model.Protocol;

/// <summary>What each session of a procedure needs of the patient's site.</summary>
/// <param name="Resource">Index of the resource among <see cref="SitePlan.Resources"/>.</param>
/// <param name="MaxWaitDays">How long a session waits for it from the day on which it is wanted; +∞ for as long as it takes.</param>
/// <param name="Then">What becomes of a session that has waited so long.</param>
public sealed record ResourceNeed(int Resource, double MaxWaitDays, AfterWaiting Then);
