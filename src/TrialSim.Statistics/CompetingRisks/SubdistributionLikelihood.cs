namespace TrialSim.Statistics.CompetingRisks;

/// <summary>The weighted partial likelihood of a Fine–Gray regression, with patients sorted by day and covariates centred.</summary>
internal sealed class SubdistributionLikelihood
{
    private readonly int _count;
    private readonly int _covariates;
    private readonly bool _hasEfronTies;
    private readonly double[] _days;

    // 0 censored, 1 event of the cause, 2 event of another.
    private readonly byte[] _kind;
    private readonly double[] _x;

    // Probability of being uncensored just before each patient's day.
    private readonly double[] _uncensored;

    internal SubdistributionLikelihood(
        in CompetingSample sample, byte cause, ReadOnlySpan<double> covariates, int covariateCount, FineGrayForm form)
    {
        int[] order = sample.Order();
        _count = order.Length;
        _covariates = covariateCount;
        _hasEfronTies = form switch
        {
            FineGrayForm.Sandwich => false,
            FineGrayForm.WeightedCox => true,
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Must be Sandwich or WeightedCox."),
        };
        _days = new double[_count];
        _kind = new byte[_count];
        _x = new double[_count * covariateCount];
        _uncensored = new double[_count];
        for (int i = 0; i < _count; i++)
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

    /// <summary>Largest linear predictor minus the smallest.</summary>
    internal double Spread(ReadOnlySpan<double> beta)
    {
        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        for (int i = 0; i < _count; i++)
        {
            double predictor = Predictor(i, beta);
            smallest = Math.Min(smallest, predictor);
            largest = Math.Max(largest, predictor);
        }

        return largest - smallest;
    }

    /// <summary>The log likelihood; <paramref name="score"/> and <paramref name="information"/> are overwritten.</summary>
    internal double Evaluate(ReadOnlySpan<double> beta, Span<double> score, double[,] information)
    {
        int p = _covariates;
        score.Clear();
        Array.Clear(information);
        WeightedSums under = new(p);
        WeightedSums competing = new(p);
        WeightedSums tied = new(p);
        for (int i = 0; i < _count; i++)
        {
            under.Add(Row(i), Math.Exp(Predictor(i, beta)));
        }

        double logLikelihood = 0.0;
        double[] mean = new double[p];
        for (int i = 0; i < _count;)
        {
            int end = EndOfDay(i);
            tied.Clear();
            int events = 0;
            for (int j = i; j < end; j++)
            {
                if (_kind[j] == 1)
                {
                    double predictor = Predictor(j, beta);
                    events++;
                    logLikelihood += predictor;
                    tied.Add(Row(j), Math.Exp(predictor));
                    for (int k = 0; k < p; k++)
                    {
                        score[k] += Row(j)[k];
                    }
                }
            }

            for (int e = 0; e < events; e++)
            {
                double gone = _hasEfronTies ? (double)e / events : 0.0;
                double weight = _uncensored[i];
                double total = under.Total + (weight * competing.Total) - (gone * tied.Total);
                logLikelihood -= Math.Log(total);
                for (int k = 0; k < p; k++)
                {
                    mean[k] = (under.First[k] + (weight * competing.First[k]) - (gone * tied.First[k])) / total;
                    score[k] -= mean[k];
                    for (int l = 0; l <= k; l++)
                    {
                        double second = (under.Second[k, l] + (weight * competing.Second[k, l]) - (gone * tied.Second[k, l])) / total;
                        information[k, l] += second - (mean[k] * mean[l]);
                    }
                }
            }

            for (; i < end; i++)
            {
                double risk = Math.Exp(Predictor(i, beta));
                under.Add(Row(i), -risk);
                if (_kind[i] == 2)
                {
                    competing.Add(Row(i), risk / _uncensored[i]);
                }
            }
        }

        for (int k = 0; k < p; k++)
        {
            for (int l = 0; l < k; l++)
            {
                information[l, k] = information[k, l];
            }
        }

        return logLikelihood;
    }

    /// <summary>Inverse information · Σ(η + ψ)(η + ψ)ᵀ · inverse information, the η and ψ of section 5 of the paper; Breslow ties.</summary>
    internal double[,] Sandwich(ReadOnlySpan<double> beta, double[,] inverse)
    {
        int p = _covariates;
        double[] influence = new double[_count * p];

        // For each day with events: the mean covariate, and events over total.
        double[] means = new double[_count * p];
        double[] rates = new double[_count];
        WeightedSums under = new(p);
        WeightedSums competing = new(p);
        for (int i = 0; i < _count; i++)
        {
            under.Add(Row(i), Math.Exp(Predictor(i, beta)));
        }

        for (int i = 0; i < _count;)
        {
            int end = EndOfDay(i);
            double weight = _uncensored[i];
            double total = under.Total + (weight * competing.Total);
            int events = _kind.AsSpan(i, end - i).Count((byte)1);
            rates[i] = events / total;
            for (int k = 0; k < p; k++)
            {
                means[(i * p) + k] = (under.First[k] + (weight * competing.First[k])) / total;
            }

            for (int j = i; j < end; j++)
            {
                double risk = Math.Exp(Predictor(j, beta));
                under.Add(Row(j), -risk);
                if (_kind[j] == 2)
                {
                    competing.Add(Row(j), risk / _uncensored[j]);
                }
            }

            i = end;
        }

        AddEventInfluence(beta, influence, means, rates);
        AddCensoringInfluence(beta, influence, means, rates);

        double[,] covariance = new double[p, p];
        double[] step = new double[p];
        for (int i = 0; i < _count; i++)
        {
            for (int k = 0; k < p; k++)
            {
                step[k] = 0.0;
                for (int l = 0; l < p; l++)
                {
                    step[k] += inverse[k, l] * influence[(i * p) + l];
                }
            }

            for (int k = 0; k < p; k++)
            {
                for (int l = 0; l < p; l++)
                {
                    covariance[k, l] += step[k] * step[l];
                }
            }
        }

        return covariance;
    }

    /// <summary>The η: what a patient's own event, and being at risk of one, adds to the score.</summary>
    private void AddEventInfluence(ReadOnlySpan<double> beta, double[] influence, double[] means, double[] rates)
    {
        int p = _covariates;
        double cumulative = 0.0;
        double[] cumulativeMean = new double[p];
        for (int i = 0; i < _count;)
        {
            int end = EndOfDay(i);
            cumulative += rates[i];
            for (int k = 0; k < p; k++)
            {
                cumulativeMean[k] += rates[i] * means[(i * p) + k];
            }

            for (int j = i; j < end; j++)
            {
                double risk = Math.Exp(Predictor(j, beta));
                for (int k = 0; k < p; k++)
                {
                    double x = Row(j)[k];
                    influence[(j * p) + k] += (_kind[j] == 1 ? x - means[(i * p) + k] : 0.0) - (risk * ((x * cumulative) - cumulativeMean[k]));
                }
            }

            i = end;
        }

        // After a competing event a patient stays at risk with falling weight: sums over later days, from the last day back.
        double after = 0.0;
        double[] afterMean = new double[p];
        for (int end = _count; end > 0;)
        {
            int i = StartOfDay(end);
            for (int j = i; j < end; j++)
            {
                if (_kind[j] == 2)
                {
                    double risk = Math.Exp(Predictor(j, beta)) / _uncensored[j];
                    for (int k = 0; k < p; k++)
                    {
                        influence[(j * p) + k] -= risk * ((Row(j)[k] * after) - afterMean[k]);
                    }
                }
            }

            after += rates[i] * _uncensored[i];
            for (int k = 0; k < p; k++)
            {
                afterMean[k] += rates[i] * _uncensored[i] * means[(i * p) + k];
            }

            end = i;
        }
    }

    /// <summary>The ψ: what a patient's censoring, and being at risk of it, adds through the estimate of G.</summary>
    private void AddCensoringInfluence(ReadOnlySpan<double> beta, double[] influence, double[] means, double[] rates)
    {
        int p = _covariates;

        // Sums over the event days from each day on.
        double[] onwards = new double[_count + 1];
        double[] onwardsMean = new double[(_count + 1) * p];
        for (int end = _count; end > 0;)
        {
            int i = StartOfDay(end);
            double weighted = rates[i] * _uncensored[i];
            onwards[i] = onwards[end] + weighted;
            for (int k = 0; k < p; k++)
            {
                onwardsMean[(i * p) + k] = onwardsMean[(end * p) + k] + (weighted * means[(i * p) + k]);
            }

            end = i;
        }

        double competingTotal = 0.0;
        double[] competingFirst = new double[p];
        double[] drift = new double[p];
        double[] q = new double[p];
        for (int i = 0; i < _count;)
        {
            int end = EndOfDay(i);
            double atRisk = _count - i;
            int censored = _kind.AsSpan(i, end - i).Count((byte)0);
            for (int k = 0; k < p; k++)
            {
                q[k] = (competingFirst[k] * onwards[i]) - (competingTotal * onwardsMean[(i * p) + k]);
                drift[k] += censored * q[k] / (atRisk * atRisk);
            }

            for (int j = i; j < end; j++)
            {
                for (int k = 0; k < p; k++)
                {
                    influence[(j * p) + k] += (_kind[j] == 0 ? q[k] / atRisk : 0.0) - drift[k];
                }

                if (_kind[j] == 2)
                {
                    double risk = Math.Exp(Predictor(j, beta)) / _uncensored[j];
                    competingTotal += risk;
                    for (int k = 0; k < p; k++)
                    {
                        competingFirst[k] += risk * Row(j)[k];
                    }
                }
            }

            i = end;
        }
    }

    private ReadOnlySpan<double> Row(int i) => _x.AsSpan(i * _covariates, _covariates);

    private double Predictor(int i, ReadOnlySpan<double> beta) => Parametric.PositiveDefinite.Dot(Row(i), beta);

    private int EndOfDay(int start)
    {
        int end = start + 1;
        while (end < _count && _days[end] == _days[start])
        {
            end++;
        }

        return end;
    }

    private int StartOfDay(int end)
    {
        int start = end - 1;
        while (start > 0 && _days[start - 1] == _days[end - 1])
        {
            start--;
        }

        return start;
    }

    private void Centre()
    {
        for (int k = 0; k < _covariates; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < _count; i++)
            {
                sum += _x[(i * _covariates) + k];
            }

            double mean = sum / _count;
            for (int i = 0; i < _count; i++)
            {
                _x[(i * _covariates) + k] -= mean;
            }
        }
    }

    private void FillUncensored()
    {
        double uncensored = 1.0;
        for (int i = 0; i < _count;)
        {
            int end = EndOfDay(i);
            _uncensored.AsSpan(i, end - i).Fill(uncensored);
            int censored = _kind.AsSpan(i, end - i).Count((byte)0);
            int atRisk = _hasEfronTies ? _count - end + censored : _count - i;
            uncensored *= atRisk == 0 ? 1.0 : (double)(atRisk - censored) / atRisk;
            i = end;
        }
    }

    /// <summary>Sums of weight, weight·x and weight·x·xᵀ (lower triangle) over patients.</summary>
    private sealed class WeightedSums(int count)
    {
        internal double Total { get; private set; }

        internal double[] First { get; } = new double[count];

        internal double[,] Second { get; } = new double[count, count];

        internal void Add(ReadOnlySpan<double> x, double weight)
        {
            Total += weight;
            for (int k = 0; k < x.Length; k++)
            {
                First[k] += weight * x[k];
                for (int l = 0; l <= k; l++)
                {
                    Second[k, l] += weight * x[k] * x[l];
                }
            }
        }

        internal void Clear()
        {
            Total = 0.0;
            Array.Clear(First);
            Array.Clear(Second);
        }
    }
}
