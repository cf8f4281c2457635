namespace TrialSim.Statistics.Proportions;

/// <summary>Counts by row and column, such as arms by response categories.</summary>
public readonly ref struct ContingencyTable
{
    /// <summary>A table of counts.</summary>
    /// <param name="counts">Row after row, <paramref name="rows"/> × <paramref name="columns"/> of them, each 0 or above.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="columns">1 or more.</param>
    /// <exception cref="ArgumentException">The number of counts is not rows times columns, or a count is below 0.</exception>
    public ContingencyTable(ReadOnlySpan<long> counts, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (counts.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{counts.Length} counts do not fill {rows} rows of {columns} columns. Give {(long)rows * columns}.", nameof(counts));
        }

        foreach (long count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        Counts = counts;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Counts, row after row.</summary>
    public ReadOnlySpan<long> Counts { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The count of a row and column, both from 0.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public long this[int row, int column] => Counts[(row * Columns) + column];

    /// <summary>Sums of the rows.</summary>
    internal long[] RowTotals()
    {
        long[] totals = new long[Rows];
        for (int i = 0; i < Counts.Length; i++)
        {
            totals[i / Columns] += Counts[i];
        }

        return totals;
    }

    /// <summary>Sums of the columns.</summary>
    internal long[] ColumnTotals()
    {
        long[] totals = new long[Columns];
        for (int i = 0; i < Counts.Length; i++)
        {
            totals[i % Columns] += Counts[i];
        }

        return totals;
    }
}
