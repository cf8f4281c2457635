using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Rows of patient data ready for statistics: complete in every column that is filled.</summary>
/// <param name="Times">Time of the event or of censoring.</param>
/// <param name="Starts">Time from which a row is at risk; empty where all are from 0.</param>
/// <param name="Causes">0 censored, 1 the event that is analysed, 2 a competing event.</param>
/// <param name="Arms">Number of the arm; the control is 0.</param>
/// <param name="Strata">Number of the stratum; empty without strata, −1 where it is missing.</param>
/// <param name="Terms">Columns of covariates, <see cref="double.NaN"/> where missing.</param>
internal sealed record SurvivalRows(double[] Times, double[] Starts, int[] Causes, byte[] Arms, int[] Strata, double[][] Terms)
{
    /// <summary>Number of rows.</summary>
    public int Rows => Times.Length;

    /// <summary>Number of events that are analysed.</summary>
    public int Events => Causes.Count(cause => cause == 1);

    /// <summary>Whether each row ends with the event that is analysed; a competing event counts as censoring.</summary>
    public bool[] HasEvent => [.. Causes.Select(cause => cause == 1)];

    /// <summary>The rows that a predicate on their number keeps, in order.</summary>
    public SurvivalRows Where(Func<int, bool> keeps)
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(keeps)];
        return rows.Length == Rows ? this : Take(rows);
    }

    /// <summary>These rows, in this order.</summary>
    public SurvivalRows Take(int[] rows) =>
        new(Take(Times, rows), Take(Starts, rows), Take(Causes, rows), Take(Arms, rows), Take(Strata, rows), [.. Terms.Select(term => Take(term, rows))]);

    /// <summary>The rows of each stratum.</summary>
    /// <param name="strata">Number of strata.</param>
    public int[][] RowsByStratum(int strata)
    {
        List<int>[] rows = [.. Enumerable.Range(0, strata).Select(_ => new List<int>())];
        for (int row = 0; row < Rows; row++)
        {
            rows[Strata[row]].Add(row);
        }

        return [.. rows.Select(own => own.ToArray())];
    }

    /// <summary>Rows whose stratum is known.</summary>
    public SurvivalRows WithStrata() => Where(row => Strata[row] >= 0);

    /// <summary>Rows whose covariates are all known.</summary>
    public SurvivalRows WithTerms() => Where(row => Terms.All(term => !double.IsNaN(term[row])));

    /// <summary>The rows by ascending time, as the methods of survival want them.</summary>
    public SurvivalSample Sorted() => new SurvivalOrder(Rows).Sort(new SurvivalSample(Times, HasEvent, Arms, Strata, Starts));

    private static T[] Take<T>(T[] column, int[] rows) => column.Length == 0 ? [] : [.. rows.Select(row => column[row])];
}
