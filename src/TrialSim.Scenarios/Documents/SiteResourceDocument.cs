using TrialSim.Model.Sites;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>Something that each site has, and that sessions take for a while: either slots a week, or places with the length of a session.</summary>
[Document("a resource")]
internal sealed record SiteResourceDocument
{
    [Key(
        "Sessions a week. Without days: one at a time, each for its share of the week. With days: as many on each of them.",
        Above = 0,
        Max = Limits.Slots)]
    public double? SlotsPerWeek { get; init; }

    [Key("Sessions at a time.", Min = 1, Max = Limits.Slots)]
    public int? Places { get; init; }

    [Key("With places: how long a session takes one.")]
    public SessionDocument? Session { get; init; }

    [Key("Days of the week on which it opens; trial day 0 is a Monday.", Default = "all seven; for slots: at any time", AcceptsOne = true, MaxItems = Limits.DaysAWeek)]
    public Listed<DayOfWeek?>? Days { get; init; }

    [Key("How long it is open on each of its days, as the day begins. A session that has begun is finished.", Default = "24h", Above = 0, Max = 1)]
    public Duration? Hours { get; init; }

    [Key("Who of those that wait is next. first_come: who has waited longest. window_first: whose window ends first.", Default = "first_come")]
    public QueueOrder? Priority { get; init; }
}
