using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Responses as an analysis sees them.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Endpoint">What was asked for.</param>
/// <param name="Levels">Levels of the response, in the order of the file.</param>
/// <param name="Responses">Which of them are a response; empty where the levels are categories and nobody said.</param>
/// <param name="Rows">Numbers of the rows whose response and arm are known.</param>
/// <param name="LevelOfRow">Number of the level of every row of the file, −1 where it is missing.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record BinaryData(
    Cohort Cohort,
    BinaryEndpoint Endpoint,
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Responses,
    IReadOnlyList<int> Rows,
    IReadOnlyList<int> LevelOfRow,
    IReadOnlyList<string> Description) : AnalysisData(Cohort, Description)
{
    /// <summary>Patients of an arm, and how many of them responded.</summary>
    public (int Responders, int Patients) ArmCounts(int arm) => (CountIn(arm, IsResponse), CountIn(arm, _ => true));

    /// <summary>An arm and the control.</summary>
    public TwoArmCounts Compared(int arm) => Compared(arm, _ => true);

    /// <summary>An arm and the control within a stratum.</summary>
    public TwoArmCounts ComparedIn(int stratum, int arm) => Compared(arm, row => Cohort.StratumOfRow[row] == stratum);

    /// <summary>Patients by arm and level, arm after arm.</summary>
    public long[] Counts()
    {
        long[] counts = new long[Arms.Count * Levels.Count];
        foreach (int row in Rows)
        {
            counts[(Cohort.ArmOfRow[row] * Levels.Count) + LevelOfRow[row]]++;
        }

        return counts;
    }

    private TwoArmCounts Compared(int arm, Predicate<int> takes) => new(
        CountIn(0, row => takes(row) && IsResponse(row)), CountIn(0, takes), CountIn(arm, row => takes(row) && IsResponse(row)), CountIn(arm, takes));

    private int CountIn(int arm, Predicate<int> counts) => Rows.Count(row => Cohort.ArmOfRow[row] == arm && counts(row));

    private bool IsResponse(int row) => Responses.Contains(Levels[LevelOfRow[row]]);
}
