using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A check, as written: exactly one of <c>expect</c>, <c>printed</c>, <c>reference</c>, <c>sha256</c> and <c>same</c>.</summary>
[Document("a check")]
internal sealed record ValidationCheckDocument
{
    [Key("What is checked, in words.", Default = "columns and rows")]
    public string? What { get; init; }

    [Key("The CSV file that is looked at.", Default = "the tables that the command printed")]
    public string? File { get; init; }

    [Key("The rows that are looked at, by what stands in their columns.", Default = "all rows")]
    public Named<string>? Where { get; init; }

    [Key("Columns with the figure of the row, or those of all rows in their order. A figure is compared as a number, anything else letter by letter.", AcceptsOne = true)]
    public Named<Listed<string>>? Expect { get; init; }

    [Key("Words that the command prints, with the figure that follows them.")]
    public Named<string>? Printed { get; init; }

    [Key("A table of expected figures in a CSV file.")]
    public ReferenceTableDocument? Reference { get; init; }

    [Key("SHA-256 of the file, hexadecimal.")]
    public string? Sha256 { get; init; }

    [Key("Two files, or two folders, that must hold the same bytes.", MinItems = 2, MaxItems = 2)]
    public Listed<string>? Same { get; init; }

    [Key("How far a figure may lie from the expected one.", Default = "half a unit of the last digit that is written")]
    public ToleranceDocument? Tolerance { get; init; }

    [Key("Why the tolerance is not the default.", Default = "empty")]
    public string? Because { get; init; }
}
