using System.Globalization;
using TrialSim.Model.Design;

namespace TrialSim.Results.Outlines;

/// <summary>What a look waits for, in words.</summary>
internal static class TriggerText
{
    /// <summary>For example <c>24 months after the last patient is randomised</c>.</summary>
    public static string Of(LookTrigger trigger, TrialDesign design) => trigger switch
    {
        TrialTimeReached time => $"{DayText.Of(time.Day.Value)} after the trial opens",
        LastPatientFollowedUp followUp => followUp.Days == 0 ? "when the last patient is randomised" : $"{DayText.Of(followUp.Days)} after the last patient is randomised",
        PatientsRandomised randomised => $"when {Count(randomised.Count)} patients are randomised",
        PatientsFollowedUp followedUp => followedUp.Days == 0
            ? $"when {Count(followedUp.Count)} patients are randomised"
            : $"{DayText.Of(followedUp.Days)} after patient {Count(followedUp.Count)} is randomised",
        EventsSeen events => $"when {Count(events.Count)} events of {design.Endpoints[events.Endpoint].Name} are seen{ArmsOf(events, design)}",
        AnyTrigger any => string.Join(", or ", any.Parts.Select(part => Of(part, design))) + ", whichever is first",
        AllTriggers all => string.Join(", and ", all.Parts.Select(part => Of(part, design))) + ", whichever is last",
        _ => throw new InvalidOperationException($"No words for {trigger.GetType().Name}."),
    };

    private static string ArmsOf(EventsSeen events, TrialDesign design) =>
        events.Arms.Length == design.Arms.Length ? "" : $" in {string.Join(" and ", events.Arms.Select(arm => design.Arms[arm].Name))}";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
