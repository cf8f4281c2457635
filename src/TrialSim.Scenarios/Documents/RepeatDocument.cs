using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>What brings further sessions of a procedure.</summary>
[Document("a repetition")]
internal sealed record RepeatDocument
{
    [Key("Days from one session to the next; not with decided_at.")]
    public Window? Every { get; init; }

    [Key("The visits at which it is decided whether there is another session.")]
    public string? DecidedAt { get; init; }

    [Key("With decided_at: there is another session when this holds, over what is known.", Default = "always")]
    public ConditionDocument? If { get; init; }

    [Key("With decided_at: days from the decision to the session.", Default = "0d")]
    public Window? Delay { get; init; }

    [Key("No session after so many, the first one included.", Default = Resolution.Defaults.MaxSessionsText, Min = 2, Max = Limits.Sessions)]
    public int? MaxSessions { get; init; }
}
