namespace TrialSim.Results.Data;

/// <summary>One column of patient data, as it is written in the file.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Cells">A cell for each row, without the spaces around it.</param>
public sealed record PatientColumn(string Name, IReadOnlyList<string> Cells)
{
    private static readonly HashSet<string> MissingTexts = new(["", "NA", "NaN", "."], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell says that the value is missing: empty, <c>NA</c>, <c>NaN</c> or a full stop.</summary>
    /// <param name="row">Number of the row, from 0.</param>
    public bool IsMissing(int row) => MissingTexts.Contains(Cells[row]);

    /// <summary>The distinct values that are not missing, in the order in which they appear.</summary>
    public IReadOnlyList<string> Levels()
    {
        HashSet<string> seen = [];
        List<string> levels = [];
        for (int row = 0; row < Cells.Count; row++)
        {
            if (!IsMissing(row) && seen.Add(Cells[row]))
            {
                levels.Add(Cells[row]);
            }
        }

        return levels;
    }
}
