namespace TrialSim.Statistics.CompetingRisks;

/// <summary>The weighted partial likelihood of a Fine–Gray regression.</summary>
internal sealed class SubdistributionLikelihood(SubdistributionOrder patients)
{
    /// <summary>The log likelihood; <paramref name="score"/> and <paramref name="information"/> are overwritten.</summary>
    internal double Evaluate(ReadOnlySpan<double> beta, Span<double> score, double[,] information)
    {
        int p = patients.Covariates;
        score.Clear();
        Array.Clear(information);
        WeightedSums under = new(p);
        WeightedSums competing = new(p);
        WeightedSums tied = new(p);
        for (int i = 0; i < patients.Count; i++)
        {
            under.Add(patients.Row(i), Math.Exp(patients.Predictor(i, beta)));
        }

        double logLikelihood = 0.0;
        double[] mean = new double[p];
        for (int i = 0; i < patients.Count;)
        {
            int end = patients.EndOfDay(i);
            tied.Clear();
            int events = 0;
            for (int j = i; j < end; j++)
            {
                if (patients.HasEvent(j))
                {
                    double predictor = patients.Predictor(j, beta);
                    events++;
                    logLikelihood += predictor;
                    tied.Add(patients.Row(j), Math.Exp(predictor));
                    for (int k = 0; k < p; k++)
                    {
                        score[k] += patients.Row(j)[k];
                    }
                }
            }

            for (int e = 0; e < events; e++)
            {
                double gone = patients.HasEfronTies ? (double)e / events : 0.0;
                double weight = patients.Uncensored[i];
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
                double risk = Math.Exp(patients.Predictor(i, beta));
                under.Add(patients.Row(i), -risk);
                if (patients.HasCompetingEvent(i))
                {
                    competing.Add(patients.Row(i), risk / patients.Uncensored[i]);
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
}
