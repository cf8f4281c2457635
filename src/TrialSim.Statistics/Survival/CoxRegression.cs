using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>Cox's proportional hazards regression on the arm, by partial likelihood. Allocates nothing.</summary>
public static class CoxRegression
{
    // The information of an arm's hazard ratio is a sum of p(1 − p): beyond this step the quadratic picture tells nothing.
    private const double LongestStep = 4.0;

    // Newton's error after a step is of the order of the square of the step.
    private const double LastStep = 1e-8;
    private const int MaxSteps = 200;

    /// <summary>With Efron's treatment of ties. Rows of several strata give the stratified regression.</summary>
    /// <param name="rows">From <see cref="RiskTable"/>.</param>
    public static CoxResult Fit(ReadOnlySpan<RiskRow> rows) => Fit(rows, TieHandling.Efron);

    /// <summary>Rows of several strata give the stratified regression. R's <c>coxph(Surv(days, event) ~ arm)</c>.</summary>
    /// <param name="rows">From <see cref="RiskTable"/>.</param>
    /// <param name="ties">Treatment of events on the same day: Efron's or Breslow's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ties"/> is exact.</exception>
    public static CoxResult Fit(ReadOnlySpan<RiskRow> rows, TieHandling ties)
    {
        if (ties == TieHandling.Exact)
        {
            throw new ArgumentOutOfRangeException(nameof(ties), ties, "Exact ties are CoxModel's. Write Efron or Breslow, or fit a CoxModel.");
        }

        NotEstimable reason = ReasonAgainst(rows);
        if (reason is not (NotEstimable.None or NotEstimable.Diverges))
        {
            return CoxResult.Without(reason);
        }

        (double score, double information) = Derivatives(rows, ties, 0.0);
        double scoreChiSquare = score * score / information;
        double logLikelihoodNull = LogLikelihood(rows, ties, 0.0);
        if (reason == NotEstimable.Diverges)
        {
            return new CoxResult(0.0, 0.0, logLikelihoodNull, 0.0, scoreChiSquare, reason);
        }

        double estimate = Maximise(rows, ties, ref score, ref information);
        return new CoxResult(
            estimate,
            1.0 / Math.Sqrt(information),
            logLikelihoodNull,
            LogLikelihood(rows, ties, estimate),
            scoreChiSquare,
            NotEstimable.None);
    }

    /// <summary>
    /// Interval of the hazard ratio by likelihood: the values that a likelihood-ratio test would not reject. From 0 to +∞ without an estimate.
    /// </summary>
    /// <param name="rows">From <see cref="RiskTable"/>.</param>
    /// <param name="ties">Treatment of events on the same day.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public static Interval ProfileInterval(ReadOnlySpan<RiskRow> rows, TieHandling ties, double confidence)
    {
        double critical = Normal.TwoSidedCriticalValue(confidence);
        CoxResult fit = Fit(rows, ties);
        return fit.IsEstimable
            ? new Interval(Math.Exp(LikelihoodLimit(rows, ties, fit, -critical)), Math.Exp(LikelihoodLimit(rows, ties, fit, critical)))
            : new Interval(0.0, double.PositiveInfinity);
    }

    /// <summary>
    /// Newton's steps on the likelihood, which is concave: from outside the interval they come closer and stay outside, and from inside the
    /// first one goes out.
    /// </summary>
    private static double LikelihoodLimit(ReadOnlySpan<RiskRow> rows, TieHandling ties, in CoxResult fit, double critical)
    {
        double target = fit.LogLikelihood - (0.5 * critical * critical);
        double limit = fit.LogHazardRatio + (critical * fit.StandardError);
        for (int i = 0; i < MaxSteps; i++)
        {
            (double score, _) = Derivatives(rows, ties, limit);
            double step = (LogLikelihood(rows, ties, limit) - target) / score;
            limit -= Math.Clamp(step, -LongestStep, LongestStep);
            if (Math.Abs(step) <= LastStep * fit.StandardError)
            {
                break;
            }
        }

        return limit;
    }

    /// <summary>
    /// As the log hazard ratio goes to −∞, the score goes to the number of experimental events at which a control was at risk; as it goes
    /// to +∞, to minus the number of control events at which an experimental patient was. The likelihood has a maximum when both exist.
    /// </summary>
    private static NotEstimable ReasonAgainst(ReadOnlySpan<RiskRow> rows)
    {
        bool areBothAtRisk = false;
        bool canRise = false;
        bool canFall = false;
        foreach (ref readonly RiskRow row in rows)
        {
            areBothAtRisk |= row.AtRiskControl != 0 & row.AtRiskExperimental != 0;
            canRise |= row.EventsExperimental != 0 & row.AtRiskControl != 0;
            canFall |= row.EventsControl != 0 & row.AtRiskExperimental != 0;
        }

        return rows.IsEmpty ? NotEstimable.NoEvents
            : !areBothAtRisk ? NotEstimable.OneArmEmpty
            : canRise && canFall ? NotEstimable.None
            : NotEstimable.Diverges;
    }

    /// <summary>
    /// Newton's steps from 0. The likelihood is concave, so the sign of the score tells on which side the maximum lies; a step that
    /// leaves the bracket found so far is replaced by a halving of it. On return score and information are those of the estimate.
    /// </summary>
    private static double Maximise(ReadOnlySpan<RiskRow> rows, TieHandling ties, ref double score, ref double information)
    {
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        double estimate = 0.0;
        for (int i = 0; i < MaxSteps; i++)
        {
            if (score > 0.0)
            {
                low = estimate;
            }
            else
            {
                high = estimate;
            }

            double next = estimate + Math.Clamp(score / information, -LongestStep, LongestStep);
            if (!(next >= low && next <= high) && double.IsFinite(low) && double.IsFinite(high))
            {
                next = 0.5 * (low + high);
            }

            bool isSettled = Math.Abs(next - estimate) <= LastStep * (1.0 + Math.Abs(next));
            estimate = next;
            (score, information) = Derivatives(rows, ties, estimate);
            if (isSettled)
            {
                break;
            }
        }

        return estimate;
    }

    /// <summary>First derivative of the log likelihood, and minus the second.</summary>
    private static (double Score, double Information) Derivatives(ReadOnlySpan<RiskRow> rows, TieHandling ties, double logHazardRatio)
    {
        double hazardRatio = Math.Exp(logHazardRatio);
        double score = 0.0;
        double information = 0.0;
        foreach (ref readonly RiskRow row in rows)
        {
            double experimental = hazardRatio * row.AtRiskExperimental;
            int events = row.Events;
            if (events == 1 || ties == TieHandling.Breslow)
            {
                double share = experimental / (row.AtRiskControl + experimental);
                score += row.EventsExperimental - (events * share);
                information += events * share * (1.0 - share);
                continue;
            }

            // Of d tied events, the k-th (from 0) faces a risk set from which k/d of each tied patient has gone.
            score += row.EventsExperimental;
            for (int k = 0; k < events; k++)
            {
                double gone = (double)k / events;
                double remaining = experimental - (gone * hazardRatio * row.EventsExperimental);
                double share = remaining / (row.AtRiskControl - (gone * row.EventsControl) + remaining);
                score -= share;
                information += share * (1.0 - share);
            }
        }

        return (score, information);
    }

    private static double LogLikelihood(ReadOnlySpan<RiskRow> rows, TieHandling ties, double logHazardRatio)
    {
        double hazardRatio = Math.Exp(logHazardRatio);
        long eventsExperimental = 0;
        LogOfProduct denominators = new();
        foreach (ref readonly RiskRow row in rows)
        {
            int events = row.Events;
            double tiedShare = ties == TieHandling.Efron ? 1.0 / events : 0.0;
            eventsExperimental += row.EventsExperimental;
            for (int k = 0; k < events; k++)
            {
                double gone = k * tiedShare;
                denominators.Multiply(
                    row.AtRiskControl - (gone * row.EventsControl) + (hazardRatio * (row.AtRiskExperimental - (gone * row.EventsExperimental))));
            }
        }

        return (eventsExperimental * logHazardRatio) - denominators.Logarithm;
    }

    /// <summary>The logarithm of a long product, taken once per many factors.</summary>
    private struct LogOfProduct()
    {
        // A factor is at least the hazard ratio and at most the patients plus as many hazard ratios, far inside 1e±100.
        private const double Large = 1e200;
        private const double Small = 1e-200;

        private double _sum;
        private double _product = 1.0;

        public readonly double Logarithm => _sum + Math.Log(_product);

        public void Multiply(double factor)
        {
            _product *= factor;
            if (_product is > Large or < Small)
            {
                _sum += Math.Log(_product);
                _product = 1.0;
            }
        }
    }
}
