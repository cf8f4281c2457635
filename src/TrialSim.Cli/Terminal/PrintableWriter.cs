using System.Text;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Terminal;

/// <summary>
/// A stream of text on which nothing that somebody has written somewhere does anything to the terminal: not the levels and names of columns of a data file, nor names of files and folders. A line that is written stays one
/// line; what is written without being called a line keeps its lines.
/// </summary>
/// <param name="text">Where it goes.</param>
internal sealed class PrintableWriter(TextWriter text) : TextWriter
{
    public override Encoding Encoding => text.Encoding;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string NewLine
    {
        get => text.NewLine;
        set => text.NewLine = value;
    }

    // Half of a character may come alone.
    public override void Write(char value) => text.Write(char.IsSurrogate(value) ? value : Lines(value.ToString())[0]);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => text.Write(Lines(value ?? ""));

    public override void WriteLine() => text.WriteLine();

    public override void WriteLine(string? value) => text.WriteLine(Line(value ?? ""));

    public override void Flush() => text.Flush();

    private static string Line(string line) => Advice.Printable(line.Replace('\t', ' '));

    private static string Lines(string value) => string.Join('\n', value.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(Advice.Printable))));
}
