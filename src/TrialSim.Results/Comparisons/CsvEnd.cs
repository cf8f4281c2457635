namespace TrialSim.Results.Comparisons;

/// <summary>Tables of results end with a line end; one that does not was cut short.</summary>
internal static class CsvEnd
{
    /// <summary>Refuses a table that was cut within a row, of which a shorter number would be left.</summary>
    /// <exception cref="FormatException">It was.</exception>
    public static void Require(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length > 0)
        {
            file.Position = file.Length - 1;
            if (file.ReadByte() != '\n')
            {
                throw new FormatException("Its last row is cut short.");
            }
        }
    }
}
