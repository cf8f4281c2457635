using System.Text.RegularExpressions;

namespace TrialSim.Cli.Tests.Running;

/// <summary>A CSV file without line breaks in its cells.</summary>
internal sealed partial class TableFile
{
    private readonly string[] _names;
    private readonly string[][] _rows;

    private TableFile(string[] names, string[][] rows)
    {
        _names = names;
        _rows = rows;
    }

    /// <summary>Headers in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Rows, each as a function from header to cell.</summary>
    public IEnumerable<Func<string, string>> Rows => _rows.Select(row => (Func<string, string>)(name => row[Array.IndexOf(_names, name)]));

    /// <summary>Reads one.</summary>
    public static TableFile Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        return new TableFile(CellsOf(lines[0]), [.. lines.Skip(1).Select(CellsOf)]);
    }

    private static string[] CellsOf(string line) =>
        [.. Cell().Matches(line).Select(cell => cell.Groups["quoted"].Success ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value)];

    [GeneratedRegex("""(?<=^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))""")]
    private static partial Regex Cell();
}
