using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// The piecewise exponential. Without intervals each hazard is events over exposure; a piece in which nobody can have had the event gets
/// hazard 0, without an error, and does not count as a parameter.
/// </summary>
internal static class PiecewiseFit
{
    internal static ParametricFit Of(PiecewiseExponentialModel model, double perDay, IntervalCounts counts)
    {
        ReadOnlySpan<double> starts = model.StartDays;
        double[] events = new double[starts.Length];
        double[] exposure = new double[starts.Length];
        bool hasIntervals = false;
        for (int i = 0; i < counts.Length; i++)
        {
            double lower = counts.Lower[i];
            double upper = counts.Upper[i];
            bool hasEvent = counts.HasEvent(i);
            hasIntervals |= hasEvent && upper > lower;
            for (int k = 0; k < starts.Length; k++)
            {
                double end = k + 1 < starts.Length ? starts[k + 1] : double.PositiveInfinity;
                bool canHaveEvent = hasEvent && (upper == lower ? upper <= end && (upper > starts[k] || k == 0) : upper > starts[k] && lower < end);
                events[k] += canHaveEvent ? counts.Count[i] : 0.0;
                exposure[k] += counts.Count[i] * Math.Max(0.0, Math.Min(lower, end) - starts[k]);
            }
        }

        return hasIntervals ? BySearch(model, perDay, counts, events) : InClosedForm(model, counts, events, exposure);
    }

    private static ParametricFit InClosedForm(PiecewiseExponentialModel model, IntervalCounts counts, double[] events, double[] exposure)
    {
        int patients = (int)counts.Patients;
        double[] perDay = new double[events.Length];
        List<FittedParameter> parameters = [];
        double logLikelihood = 0.0;
        for (int k = 0; k < events.Length; k++)
        {
            if (events[k] > 0.0 && exposure[k] == 0.0)
            {
                return ParametricFit.Without(NotEstimable.Diverges, patients);
            }

            if (events[k] > 0.0)
            {
                perDay[k] = events[k] / exposure[k];
                double log = Math.Log(perDay[k]);
                logLikelihood += events[k] * (log - 1.0);
                parameters.Add(new FittedParameter(model.ParameterNames[k], ParameterScale.Log, log, 1.0 / Math.Sqrt(events[k])));
            }
        }

        double[,] covariance = new double[parameters.Count, parameters.Count];
        for (int k = 0; k < parameters.Count; k++)
        {
            covariance[k, k] = parameters[k].StandardError * parameters[k].StandardError;
        }

        return new ParametricFit(
            new PiecewiseExponentialHazard(model.StartDays, perDay), [.. parameters], covariance, logLikelihood, patients, NotEstimable.None);
    }

    private static ParametricFit BySearch(PiecewiseExponentialModel model, double perDay, IntervalCounts counts, double[] events)
    {
        // A piece without possible events would fall for ever; any other that does makes the fit diverge.
        int[] free = [.. Enumerable.Range(0, events.Length).Where(k => events[k] > 0.0)];
        PiecesWithEvents restricted = new(model, free);
        Maximum maximum = LikelihoodMaximum.Find(restricted, perDay, counts);
        if (!maximum.HasConverged || maximum.Transformed.Min() < Math.Log(perDay) - 25.0
            || !PositiveDefinite.TryInvert(maximum.Information, out double[,] covariance))
        {
            return ParametricFit.Without(NotEstimable.Diverges, (int)counts.Patients);
        }

        FittedParameter[] parameters = [.. free.Select((piece, k) => new FittedParameter(
            model.ParameterNames[piece], ParameterScale.Log, maximum.Transformed[k], Math.Sqrt(covariance[k, k])))];
        return new ParametricFit(
            restricted.HazardOf(maximum.Transformed), parameters, covariance, maximum.LogLikelihood, (int)counts.Patients, NotEstimable.None);
    }

    /// <summary>The model with the other pieces held at hazard 0.</summary>
    private sealed record PiecesWithEvents(PiecewiseExponentialModel Full, int[] Free) : ParametricModel
    {
        private const double NoHazardLog = -290.0;

        public override IReadOnlyList<string> ParameterNames => [.. Free.Select(k => Full.ParameterNames[k])];

        public override IReadOnlyList<ParameterScale> ParameterScales => [.. Free.Select(_ => ParameterScale.Log)];

        internal override bool IsSmooth => false;

        internal override Hazard HazardOf(ReadOnlySpan<double> transformed)
        {
            double[] perDay = new double[Full.StartDays.Length];
            for (int k = 0; k < Free.Length; k++)
            {
                perDay[Free[k]] = Math.Exp(transformed[k]);
            }

            return new PiecewiseExponentialHazard(Full.StartDays, perDay);
        }

        internal override double LogLikelihood(ReadOnlySpan<double> transformed, IntervalCounts counts)
        {
            double[] all = new double[Full.StartDays.Length];
            Array.Fill(all, NoHazardLog);
            for (int k = 0; k < Free.Length; k++)
            {
                all[Free[k]] = transformed[k];
            }

            return Full.LogLikelihood(all, counts);
        }

        internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
            [[.. Free.Select(_ => Math.Log(perDay))]];
    }
}
