using System.Collections.Immutable;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>Something that must hold of what a command wrote. A closed set.</summary>
public abstract record ValidationCheck
{
    private ValidationCheck()
    {
    }

    /// <summary>What is checked, in words; empty for what the check itself says.</summary>
    public string What { get; init; } = "";

    /// <summary>Why the tolerance is what it is; empty for what the kind of tolerance says.</summary>
    public string Because { get; init; } = "";

    /// <summary>How far figures may lie from the expected ones.</summary>
    public FigureTolerance Tolerance { get; init; } = FigureTolerance.OfPrintedDigits;

    /// <summary>Cells of a table.</summary>
    /// <param name="File">A CSV file; empty for the tables that the command printed.</param>
    /// <param name="Where">What stands in the columns of the rows that are looked at.</param>
    /// <param name="Expected">For each column the figures of these rows, in their order.</param>
    public sealed record Cells(string File, CellTexts Where, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Expected) : ValidationCheck;

    /// <summary>Figures in sentences that the command printed.</summary>
    /// <param name="Expected">The words before each figure, and the figure.</param>
    public sealed record Sentences(CellTexts Expected) : ValidationCheck;

    /// <summary>A table against another.</summary>
    /// <param name="File">The CSV file that is looked at; empty for the tables that the command printed.</param>
    /// <param name="ReferenceFile">The CSV file with the expected figures.</param>
    /// <param name="Where">What stands in the columns of its rows that are expected.</param>
    /// <param name="Match">Columns by which the rows of both belong together.</param>
    /// <param name="Columns">Columns of the reference, each with the column that must hold the same.</param>
    public sealed record Reference(string File, string ReferenceFile, CellTexts Where, ImmutableArray<string> Match, CellTexts Columns) : ValidationCheck;

    /// <summary>The bytes of a file.</summary>
    /// <param name="File">Its path.</param>
    /// <param name="Sha256">Their SHA-256, lower-case hexadecimal.</param>
    public sealed record Digest(string File, string Sha256) : ValidationCheck;

    /// <summary>Two files or folders with the same bytes.</summary>
    /// <param name="First">A path.</param>
    /// <param name="Second">Another.</param>
    public sealed record SameBytes(string First, string Second) : ValidationCheck;
}
