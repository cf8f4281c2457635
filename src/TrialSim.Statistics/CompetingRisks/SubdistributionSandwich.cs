namespace TrialSim.Statistics.CompetingRisks;

/// <summary>The sandwich variance of a Fine–Gray regression, which allows for the estimated censoring curve: section 5 of the paper.</summary>
internal sealed class SubdistributionSandwich(SubdistributionOrder patients)
{
    /// <summary>Inverse information · Σ(η + ψ)(η + ψ)ᵀ · inverse information; Breslow ties.</summary>
    internal double[,] Covariance(ReadOnlySpan<double> beta, double[,] inverse)
    {
        int p = patients.Covariates;
        double[] influence = new double[patients.Count * p];

        // For each day with events: the mean covariate, and events over total.
        double[] means = new double[patients.Count * p];
        double[] rates = new double[patients.Count];
        WeightedSums under = new(p);
        WeightedSums competing = new(p);
        for (int i = 0; i < patients.Count; i++)
        {
            under.Add(patients.Row(i), Math.Exp(patients.Predictor(i, beta)));
        }

        for (int i = 0; i < patients.Count;)
        {
            int end = patients.EndOfDay(i);
            double weight = patients.Uncensored[i];
            double total = under.Total + (weight * competing.Total);
            int events = patients.Events(i, end);
            rates[i] = events / total;
            for (int k = 0; k < p; k++)
            {
                means[(i * p) + k] = (under.First[k] + (weight * competing.First[k])) / total;
            }

            for (int j = i; j < end; j++)
            {
                double risk = Math.Exp(patients.Predictor(j, beta));
                under.Add(patients.Row(j), -risk);
                if (patients.HasCompetingEvent(j))
                {
                    competing.Add(patients.Row(j), risk / patients.Uncensored[j]);
                }
            }

            i = end;
        }

        AddEventInfluence(beta, influence, means, rates);
        AddCensoringInfluence(beta, influence, means, rates);

        double[,] covariance = new double[p, p];
        double[] step = new double[p];
        for (int i = 0; i < patients.Count; i++)
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
        int p = patients.Covariates;
        double cumulative = 0.0;
        double[] cumulativeMean = new double[p];
        for (int i = 0; i < patients.Count;)
        {
            int end = patients.EndOfDay(i);
            cumulative += rates[i];
            for (int k = 0; k < p; k++)
            {
                cumulativeMean[k] += rates[i] * means[(i * p) + k];
            }

            for (int j = i; j < end; j++)
            {
                double risk = Math.Exp(patients.Predictor(j, beta));
                for (int k = 0; k < p; k++)
                {
                    double x = patients.Row(j)[k];
                    influence[(j * p) + k] += (patients.HasEvent(j) ? x - means[(i * p) + k] : 0.0) - (risk * ((x * cumulative) - cumulativeMean[k]));
                }
            }

            i = end;
        }

        // After a competing event a patient stays at risk with falling weight: sums over later days, from the last day back.
        double after = 0.0;
        double[] afterMean = new double[p];
        for (int end = patients.Count; end > 0;)
        {
            int i = patients.StartOfDay(end);
            for (int j = i; j < end; j++)
            {
                if (patients.HasCompetingEvent(j))
                {
                    double risk = Math.Exp(patients.Predictor(j, beta)) / patients.Uncensored[j];
                    for (int k = 0; k < p; k++)
                    {
                        influence[(j * p) + k] -= risk * ((patients.Row(j)[k] * after) - afterMean[k]);
                    }
                }
            }

            after += rates[i] * patients.Uncensored[i];
            for (int k = 0; k < p; k++)
            {
                afterMean[k] += rates[i] * patients.Uncensored[i] * means[(i * p) + k];
            }

            end = i;
        }
    }

    /// <summary>The ψ: what a patient's censoring, and being at risk of it, adds through the estimate of G.</summary>
    private void AddCensoringInfluence(ReadOnlySpan<double> beta, double[] influence, double[] means, double[] rates)
    {
        int p = patients.Covariates;

        // Sums over the event days from each day on.
        double[] onwards = new double[patients.Count + 1];
        double[] onwardsMean = new double[(patients.Count + 1) * p];
        for (int end = patients.Count; end > 0;)
        {
            int i = patients.StartOfDay(end);
            double weighted = rates[i] * patients.Uncensored[i];
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
        for (int i = 0; i < patients.Count;)
        {
            int end = patients.EndOfDay(i);
            double atRisk = patients.Count - i;
            int censored = patients.Censored(i, end);
            for (int k = 0; k < p; k++)
            {
                q[k] = (competingFirst[k] * onwards[i]) - (competingTotal * onwardsMean[(i * p) + k]);
                drift[k] += censored * q[k] / (atRisk * atRisk);
            }

            for (int j = i; j < end; j++)
            {
                for (int k = 0; k < p; k++)
                {
                    influence[(j * p) + k] += (patients.IsCensored(j) ? q[k] / atRisk : 0.0) - drift[k];
                }

                if (patients.HasCompetingEvent(j))
                {
                    double risk = Math.Exp(patients.Predictor(j, beta)) / patients.Uncensored[j];
                    competingTotal += risk;
                    for (int k = 0; k < p; k++)
                    {
                        competingFirst[k] += risk * patients.Row(j)[k];
                    }
                }
            }

            i = end;
        }
    }
}
