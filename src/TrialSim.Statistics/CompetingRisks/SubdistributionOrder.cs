namespace TrialSim.Statistics.CompetingRisks;

/// <summary>Patients of a Fine–Gray regression sorted by day, with centred covariates and the censoring curve that weighs those with a competing event.</summary>
internal sealed class SubdistributionOrder
{
    // 0 censored, 1 event of the cause, 2 event of another.
    private readonly byte[] _kind;
    private readonly double[] _days;
    private readonly double[] _x;

    internal SubdistributionOrder(
        in CompetingSample sample, byte cause, ReadOnlySpan<double> covariates, int covariateCount, FineGrayForm form)
    {
        int[] order = sample.Order();
        Count = order.Length;
        Covariates = covariateCount;
        HasEfronTies = form switch
        {
            FineGrayForm.Sandwich => false,
            FineGrayForm.WeightedCox => true,
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Must be Sandwich or WeightedCox."),
        };
        _days = new double[Count];
        _kind = new byte[Count];
        _x = new double[Count * covariateCount];
        Uncensored = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            int patient = order[i];
            byte ended = sample.Cause[patient];
            _days[i] = sample.Days[patient];
            _kind[i] = ended == 0 ? (byte)0 : ended == cause ? (byte)1 : (byte)2;
            covariates.Slice(patient * covariateCount, covariateCount).CopyTo(_x.AsSpan(i * covariateCount));
        }

        Centre();
        FillUncensored();
    }

    internal int Count { get; }

    internal int Covariates { get; }

    internal bool HasEfronTies { get; }

    /// <summary>Probability of being uncensored just before each patient's day.</summary>
    internal double[] Uncensored { get; }

    internal bool HasEvent(int i) => _kind[i] == 1;

    internal bool HasCompetingEvent(int i) => _kind[i] == 2;

    internal bool IsCensored(int i) => _kind[i] == 0;

    internal int Events(int start, int end) => _kind.AsSpan(start, end - start).Count((byte)1);

    internal int Censored(int start, int end) => _kind.AsSpan(start, end - start).Count((byte)0);

    internal ReadOnlySpan<double> Row(int i) => _x.AsSpan(i * Covariates, Covariates);

    internal double Predictor(int i, ReadOnlySpan<double> beta) => Parametric.PositiveDefinite.Dot(Row(i), beta);

    /// <summary>One past the last patient of the day that begins here.</summary>
    internal int EndOfDay(int start)
    {
        int end = start + 1;
        while (end < Count && _days[end] == _days[start])
        {
            end++;
        }

        return end;
    }

    /// <summary>The first patient of the day that ends before here.</summary>
    internal int StartOfDay(int end)
    {
        int start = end - 1;
        while (start > 0 && _days[start - 1] == _days[end - 1])
        {
            start--;
        }

        return start;
    }

    /// <summary>Largest linear predictor minus the smallest.</summary>
    internal double Spread(ReadOnlySpan<double> beta)
    {
        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        for (int i = 0; i < Count; i++)
        {
            double predictor = Predictor(i, beta);
            smallest = Math.Min(smallest, predictor);
            largest = Math.Max(largest, predictor);
        }

        return largest - smallest;
    }

    private void Centre()
    {
        for (int k = 0; k < Covariates; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < Count; i++)
            {
                sum += _x[(i * Covariates) + k];
            }

            double mean = sum / Count;
            for (int i = 0; i < Count; i++)
            {
                _x[(i * Covariates) + k] -= mean;
            }
        }
    }

    private void FillUncensored()
    {
        double uncensored = 1.0;
        for (int i = 0; i < Count;)
        {
            int end = EndOfDay(i);
            Uncensored.AsSpan(i, end - i).Fill(uncensored);
            int censored = Censored(i, end);
            int atRisk = HasEfronTies ? Count - end + censored : Count - i;
            uncensored *= atRisk == 0 ? 1.0 : (double)(atRisk - censored) / atRisk;
            i = end;
        }
    }
}
