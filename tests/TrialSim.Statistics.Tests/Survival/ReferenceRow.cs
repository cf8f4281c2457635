using System.Globalization;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>A row of a CSV file of the folder Reference, its values found by column name.</summary>
internal sealed record ReferenceRow(string[] Header, string[] Values)
{
    internal string this[string column] => Values[Array.IndexOf(Header, column)];

    internal static IEnumerable<ReferenceRow> ReadAll(string file)
    {
        string[] lines = File.ReadAllLines(PathOf(file));
        string[] header = lines[0].Split(',');
        return lines.Skip(1).Select(line => new ReferenceRow(header, line.Split(',')));
    }

    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", file);

    /// <summary>R's NA is +∞: in these tables it stands for a limit that is not reached, or a number that does not exist.</summary>
    internal double Number(string column) =>
        this[column] == "NA" ? double.PositiveInfinity : double.Parse(this[column], CultureInfo.InvariantCulture);
}
