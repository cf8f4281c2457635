using System.Text;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>Changes a table of CSV by cells, columns, rows, quotes and separators.</summary>
internal static class TableMutation
{
    private const int MostChanges = 4;
    private const int LargeCell = 2_000_000;

    /// <summary>A table after one to four changes.</summary>
    public static byte[] Of(byte[] source, Chance chance)
    {
        List<List<string>> rows = [.. Encoding.UTF8.GetString(source).TrimEnd('\n').Split('\n').Select(line => line.Split(',').ToList())];
        for (int left = chance.OneIn(2) ? 1 : chance.Between(1, MostChanges); left > 0; left--)
        {
            Change(rows, chance);
        }

        string separator = chance.Below(12) switch { 0 => ";", 1 => "\t", 2 => "|", _ => "," };
        string ending = chance.Below(12) switch { 0 => "\r\n", 1 => "\r", 2 => "\n\n", _ => "\n" };
        return Encoding.UTF8.GetBytes(string.Join(ending, rows.Select(row => string.Join(separator, row))) + (chance.OneIn(4) ? "" : ending));
    }

    private static void Change(List<List<string>> rows, Chance chance)
    {
        if (rows.Count == 0)
        {
            return;
        }

        int number = chance.OneIn(4) ? 0 : chance.Below(rows.Count);
        List<string> row = rows[number];
        int column = chance.Below(row.Count + 1);
        switch (chance.Below(12))
        {
            case 0 or 1 or 2 when column < row.Count:
                row[column] = Hostile.Text(chance);
                break;
            case 3 when column < row.Count:
                string everywhere = chance.Pick(Hostile.Numbers);
                rows.Skip(1).Where(other => column < other.Count).ToList().ForEach(other => other[column] = everywhere);
                break;
            case 4 when column < row.Count:
                row.RemoveAt(column);
                break;
            case 5:
                row.Insert(column, chance.Pick(Hostile.Numbers));
                break;
            case 6:
                rows.RemoveRange(1, chance.OneIn(3) ? rows.Count - 1 : chance.Below(rows.Count));
                break;
            case 7:
                rows.RemoveAt(number);
                break;
            case 8:
                rows.AddRange(Enumerable.Repeat(row, chance.Between(1, 5)));
                break;
            case 9 when column < row.Count:
                row[column] = chance.Below(4) switch { 0 => $"\"{row[column]}\"", 1 => $"\"{row[column]}", 2 => $"{row[column]}\"\"", _ => $"\"{row[column]},\n{row[column]}\"" };
                break;
            case 10 when column < row.Count && chance.OneIn(40):
                row[column] = new string('7', LargeCell);
                break;
            default:
                int other = chance.Below(rows.Count);
                (rows[number], rows[other]) = (rows[other], row);
                break;
        }
    }
}
