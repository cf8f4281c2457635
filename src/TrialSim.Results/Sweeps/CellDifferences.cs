using TrialSim.Results.Tables;

namespace TrialSim.Results.Sweeps;

/// <summary>
/// Sets two cells of a sweep against each other. Cells of one seed share their luck, replicate by replicate; a difference of means over replicates then has the error of the mean of differences, which is smaller than that of
/// two independent means. With gaps, where a replicate has shown the quantity in one cell only, the same by linearisation: each replicate counts with what it adds to the one mean less what it adds to the other.
/// </summary>
public static class CellDifferences
{
    /// <summary>A row for each mean over replicates that both cells have.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="against">The other one.</param>
    /// <param name="along">The keys in which the two differ; empty against the first cell.</param>
    public static IEnumerable<CellDifference> Between(CellRecord cell, CellRecord against, string along)
    {
        Dictionary<Quantity, CellFigure> others = [];
        foreach (CellFigure figure in against.Figures.Where(figure => figure.Series.Length > 0))
        {
            others.TryAdd(QuantityOf(figure.Row), figure);
        }

        bool isPaired = cell.Seed == against.Seed;
        foreach (CellFigure figure in cell.Figures.Where(figure => figure.Series.Length > 0))
        {
            if (others.TryGetValue(QuantityOf(figure.Row), out CellFigure? other))
            {
                CellDifference difference = new(cell.Number, against.Number, along, figure.Row);
                yield return figure.Row.Value is double value && other.Row.Value is double otherValue
                    ? WithErrors(difference with { Difference = value - otherValue }, Influence.Of(figure, cell.Replicates), Influence.Of(other, against.Replicates), isPaired)
                    : difference;
            }
        }
    }

    private static Quantity QuantityOf(OperatingCharacteristic row) => new(row.Look, row.Endpoint, row.Analysis, row.Arm, row.Subject, row.Measure, row.Unit);

    private static CellDifference WithErrors(CellDifference difference, Influence own, Influence other, bool isPaired)
    {
        if (own.Count < 2 || other.Count < 2)
        {
            return difference;
        }

        double independent = own.Square + other.Square;
        double paired = 0;
        long either = 0;
        long both = 0;
        for (int replicate = 0; replicate < Math.Max(own.Length, other.Length); replicate++)
        {
            bool inOwn = own.Contains(replicate);
            bool inOther = other.Contains(replicate);
            double added = own.At(replicate) - other.At(replicate);
            paired += added * added;
            either += inOwn || inOther ? 1 : 0;
            both += inOwn && inOther ? 1 : 0;
        }

        paired *= own.IsShare ? 1 : either / (either - 1.0);
        return difference with { Error = Math.Sqrt(isPaired ? paired : independent), IndependentError = Math.Sqrt(independent), Pairs = both };
    }

    // What an operating characteristic is of: the same in two cells.
    private readonly record struct Quantity(string Look, string Endpoint, string Analysis, string Arm, string Subject, string Measure, string Unit);

    // What each replicate adds to the error of a mean.
    private readonly struct Influence
    {
        private readonly CellFigure _figure;
        private readonly double _mean;
        private readonly double _scale;

        private Influence(CellFigure figure, long replicates)
        {
            _figure = figure;
            double sum = 0;
            bool isShare = true;
            foreach (float value in figure.Series)
            {
                if (!float.IsNaN(value))
                {
                    sum += value;
                    Count++;
                    isShare &= value is 0 or 1;
                }
            }

            IsShare = isShare && figure.Row.Unit == "probability";
            _mean = sum / Count;
            // The mean is of all replicates, of which the first are known one by one; that of a ratio is geometric, so a small change of a logarithm counts as many times as large as the ratio.
            _scale = Math.Sqrt(figure.Series.Length / (double)replicates) / Count * (MeasureTraits.IsGeometricMean(figure.Row.Measure) ? figure.Row.Value!.Value : 1);
            double square = 0;
            for (int replicate = 0; replicate < figure.Series.Length; replicate++)
            {
                double added = At(replicate);
                square += added * added;
            }

            Square = square * (IsShare ? 1 : Count / (Count - 1.0));
        }

        public long Count { get; }

        public bool IsShare { get; }

        public double Square { get; }

        public int Length => _figure.Series.Length;

        public static Influence Of(CellFigure figure, long replicates) => new(figure, replicates);

        public bool Contains(int replicate) => replicate < Length && !float.IsNaN(_figure.Series[replicate]);

        public double At(int replicate) => Contains(replicate) ? (_figure.Series[replicate] - _mean) * _scale : 0;
    }
}
