using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis;

/// <summary>Levels of a column, or of several crossed, in the order in which they appear.</summary>
/// <param name="Names">Names of the levels.</param>
/// <param name="OfRow">Number of each row's level, −1 where a cell is missing.</param>
internal sealed record Levels(IReadOnlyList<string> Names, IReadOnlyList<int> OfRow)
{
    /// <summary>No column.</summary>
    public static Levels None { get; } = new([], []);

    /// <summary>The levels of columns that are crossed; a row that misses one of them has no level.</summary>
    public static Levels Crossed(PatientTable table, IReadOnlyList<string> columns)
    {
        PatientColumn[] crossed = [.. columns.Select(name => table[name])];
        Dictionary<string, int> numbers = [];
        List<string> names = [];
        int[] ofRow = new int[table.Rows];
        for (int row = 0; row < table.Rows; row++)
        {
            if (crossed.Any(column => column.IsMissing(row)))
            {
                ofRow[row] = -1;
                continue;
            }

            string name = crossed.Length == 1 ? crossed[0].Cells[row] : string.Join(" / ", crossed.Select(column => column.Cells[row]));
            if (!numbers.TryGetValue(name, out int number))
            {
                number = names.Count;
                numbers.Add(name, number);
                names.Add(name);
            }

            ofRow[row] = number;
        }

        return new Levels(names, ofRow);
    }

    /// <summary>The same levels, numbered so that one of them comes first.</summary>
    public Levels WithFirst(string name)
    {
        string[] names = [name, .. Names.Where(other => other != name)];
        int[] newNumbers = [.. Names.Select(other => Array.IndexOf(names, other))];
        return new Levels(names, [.. OfRow.Select(level => level < 0 ? -1 : newNumbers[level])]);
    }
}
