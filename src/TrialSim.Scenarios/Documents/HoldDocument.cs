namespace TrialSim.Scenarios.Documents;

/// <summary>A pause of a drug around each session of a procedure.</summary>
[Document("a hold")]
internal sealed record HoldDocument
{
    [Key("The procedure.", IsRequired = true)]
    public string? Before { get; init; }

    [Key("How long before a session the drug is stopped.", IsRequired = true, Min = 0)]
    public Duration? By { get; init; }

    [Key("Days from the session until it is taken again.", Default = "the window of start, where start is after each session of this procedure")]
    public Window? Resume { get; init; }
}
