namespace TrialSim.Scenarios.Documents;

/// <summary>A rule that changes the rest of a trial by what a look has shown. It is followed at most once.</summary>
[Document("a decision")]
internal sealed record DecisionDocument
{
    [Key("The looks at which it is asked, after their analyses.", Default = "every look but the last", AcceptsOne = true)]
    public Listed<string>? At { get; init; }

    [Key("What has to be so.", Default = DecisionConditionDocument.AlwaysWord)]
    public DecisionConditionDocument? If { get; init; }

    [Key("What is done.", IsRequired = true)]
    public DecisionActionDocument? Then { get; init; }
}
