namespace TrialSim.Statistics.Proportions;

/// <summary>
/// Fisher's exact test of rows by columns (Freeman and Halton), R's <c>fisher.test</c> on larger tables: the probability, given the
/// margins, of all tables that are no more likely than the one seen, up to a relative error of 1e-7.
/// </summary>
/// <param name="PValue">1 without a test.</param>
/// <param name="Reason">Why there is no test; <see cref="NotEstimable.TooManyOutcomes"/> where the tables are too many to go through.</param>
public readonly record struct FisherTable(double PValue, NotEstimable Reason)
{
    // A second or two of work; a table beyond it has counts that Pearson's test is made for.
    private const int MaxSteps = 3_000_000;

    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>
    /// Goes through the table column by column. Partial tables that leave the same rows to be filled are one node, and those that are
    /// equally likely besides are one path (Mehta and Patel 1983 draw the same network).
    /// </summary>
    /// <param name="table">Counts; rows and columns without patients count for nothing.</param>
    public static FisherTable Test(ContingencyTable table)
    {
        long[] rows = [.. table.RowTotals().Where(r => r > 0)];
        long[] columns = [.. table.ColumnTotals().Where(c => c > 0).OrderDescending()];
        long n = rows.Sum();
        if (n == 0)
        {
            return new FisherTable(1.0, NotEstimable.NoPatients);
        }

        if (rows.Length < 2 || columns.Length < 2)
        {
            return new FisherTable(1.0, rows.Length < 2 ? NotEstimable.OneArmEmpty : NotEstimable.NoVariance);
        }

        if (n > MaxSteps)
        {
            return new FisherTable(1.0, NotEstimable.TooManyOutcomes);
        }

        // A table's probability is Π rows!·Π columns!/(n!·Π cells!), so that only the cells' factorials tell tables apart.
        double[] logFactorials = new double[n + 1];
        for (int i = 1; i <= n; i++)
        {
            logFactorials[i] = logFactorials[i - 1] + Math.Log(i);
        }

        double constant = rows.Sum(r => logFactorials[r]) + columns.Sum(c => logFactorials[c]) - logFactorials[n];
        double observed = 0.0;
        foreach (long count in table.Counts)
        {
            observed -= logFactorials[count];
        }

        double limit = observed + Math.Log(FisherExact.RelativeTie);
        Network network = new(columns, logFactorials, limit, MaxSteps);
        return network.TrySum(rows, out double sum)
            ? new FisherTable(Math.Min(1.0, sum * Math.Exp(limit + constant)), NotEstimable.None)
            : new FisherTable(1.0, NotEstimable.TooManyOutcomes);
    }

    /// <summary>Partial tables by what is left in each row, in ascending order since rows are exchangeable.</summary>
    private sealed class Network(long[] columns, double[] logFactorials, double limit, int mostSteps)
    {
        // Logarithms closer than this are taken for equal: far above rounding, far below the tolerance of ties.
        private const double Grain = 1e-10;

        private int _steps;
        private double _sum;

        /// <summary>The sum of Π 1/cells! over all tables at or below the limit, in units of the limit so that it cannot underflow.</summary>
        internal bool TrySum(long[] rows, out double sum)
        {
            Dictionary<string, Node> nodes = [];
            Node start = new([.. rows.Order()], columns, 0, logFactorials);
            start.Paths[0] = new Path(0.0, 1.0);
            nodes.Add(start.Key, start);
            bool isDone = true;
            for (int column = 0; column < columns.Length && isDone; column++)
            {
                Dictionary<string, Node> next = [];
                foreach (Node node in nodes.Values)
                {
                    long[] left = [.. node.Rows];
                    isDone = isDone && TryFill(node, left, 0, column, columns[column], 0.0, next);
                }

                nodes = next;
            }

            sum = _sum;
            return isDone;
        }

        /// <summary>All ways to fill one column from a row on.</summary>
        private bool TryFill(
            Node node, long[] left, int row, int column, long rest, double logCells, Dictionary<string, Node> next)
        {
            if (row == left.Length - 1)
            {
                if (rest > left[row])
                {
                    return true;
                }

                left[row] -= rest;
                bool isDone = TryAdd(node, left, column + 1, logCells - logFactorials[rest], next);
                left[row] += rest;
                return isDone;
            }

            // What the rows below cannot hold must be here.
            long below = 0;
            for (int i = row + 1; i < left.Length; i++)
            {
                below += left[i];
            }

            long most = Math.Min(rest, left[row]);
            for (long count = Math.Max(0, rest - below); count <= most; count++)
            {
                left[row] -= count;
                bool isDone = TryFill(node, left, row + 1, column, rest - count, logCells - logFactorials[count], next);
                left[row] += count;
                if (!isDone)
                {
                    return false;
                }
            }

            return true;
        }

        private bool TryAdd(Node node, long[] left, int column, double logCells, Dictionary<string, Node> next)
        {
            Node target = new([.. left.Order()], columns, column, logFactorials);
            if (!next.TryAdd(target.Key, target))
            {
                target = next[target.Key];
            }

            _steps += 1 + node.Paths.Count;
            if (_steps > mostSteps)
            {
                return false;
            }

            foreach (Path path in node.Paths.Values)
            {
                double log = path.LogCells + logCells;
                if (log + target.LogMax <= limit)
                {
                    // However the rest is filled the table counts: all its fillings at once.
                    _sum += path.Count * Math.Exp(log + target.LogTotal - limit);
                }
                else if (log + target.LogMin <= limit)
                {
                    long key = (long)Math.Round(log / Grain);
                    target.Paths[key] = target.Paths.TryGetValue(key, out Path? known)
                        ? known with { Count = known.Count + path.Count }
                        : new Path(log, path.Count);
                }
            }

            return true;
        }
    }

    private sealed class Node
    {
        internal Node(long[] rows, long[] columns, int column, double[] logFactorials)
        {
            Rows = rows;
            Key = string.Join(' ', rows);
            ReadOnlySpan<long> open = columns.AsSpan(column);
            double byRows = 0.0;
            double byColumns = 0.0;
            double evenRows = 0.0;
            double evenColumns = 0.0;
            long n = 0;
            foreach (long row in rows)
            {
                n += row;
                byRows -= logFactorials[row];
                evenRows -= LogEvenSplit(row, open.Length, logFactorials);
            }

            foreach (long count in open)
            {
                byColumns -= logFactorials[count];
                evenColumns -= LogEvenSplit(count, rows.Length, logFactorials);
            }

            LogMin = Math.Max(byRows, byColumns);
            LogMax = Math.Min(evenRows, evenColumns);
            LogTotal = logFactorials[n] + byRows + byColumns;
        }

        internal long[] Rows { get; }

        internal string Key { get; }

        internal Dictionary<long, Path> Paths { get; } = [];

        /// <summary>No filling of what is left has a smaller Π 1/cells!: each margin in one cell.</summary>
        internal double LogMin { get; }

        /// <summary>No filling has a larger one: each margin spread evenly.</summary>
        internal double LogMax { get; }

        /// <summary>The sum over all fillings.</summary>
        internal double LogTotal { get; }

        private static double LogEvenSplit(long count, int cells, double[] logFactorials)
        {
            if (cells == 0)
            {
                return 0.0;
            }

            long each = count / cells;
            long more = count % cells;
            return (more * logFactorials[Math.Min(count, each + 1)]) + ((cells - more) * logFactorials[each]);
        }
    }

    /// <summary>Tables with the same probability so far.</summary>
    private sealed record Path(double LogCells, double Count);
}
