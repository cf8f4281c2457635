using System.Collections.Immutable;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// A Cox regression on several covariates. A coefficient is the log hazard ratio of one more unit of its covariate; the Z of an arm coded
/// 0 for control and 1 for experimental is positive when the experimental arm does better, the opposite of the sign that R prints. Not for
/// several threads at once: profile intervals search with the buffers of the fit.
/// </summary>
public sealed class CoxModelResult
{
    private readonly double[] _covariance;
    private readonly CoxLikelihood? _likelihood;
    private readonly CoxMaximum? _maximum;

    private CoxModelResult(
        double[] coefficients, double[] covariance, CoxLikelihood? likelihood, CoxMaximum? maximum, int degreesOfFreedom, NotEstimable reason)
    {
        Coefficients = [.. coefficients];
        _covariance = covariance;
        _likelihood = likelihood;
        _maximum = maximum;
        DegreesOfFreedom = degreesOfFreedom;
        Reason = reason;
    }

    /// <summary>Log hazard ratios in the order of the covariates; empty without an estimate.</summary>
    public ImmutableArray<double> Coefficients { get; }

    /// <summary>Number of covariates; 0 where not even the score test can be had.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>
    /// Why there is no estimate. Where it is <see cref="NotEstimable.Diverges"/>, <see cref="LogLikelihoodNull"/> and the score test hold, and
    /// <see cref="LogLikelihood"/> is how far the search came, a lower bound of the limit; for any other reason all numbers are 0.
    /// </summary>
    public NotEstimable Reason { get; }

    /// <summary>
    /// The covariate, from 0, that depends on those before it among the patients at risk (<see cref="NotEstimable.Collinear"/>), or with which
    /// the likelihood is seen to rise for ever (<see cref="NotEstimable.Diverges"/>); −1 for neither.
    /// </summary>
    public int Column { get; private init; } = -1;

    /// <summary>Log partial likelihood without any effect.</summary>
    public double LogLikelihoodNull { get; private init; }

    /// <summary>Log partial likelihood at the estimate.</summary>
    public double LogLikelihood { get; private init; }

    /// <summary>Score test of no effect at all; <see cref="DegreesOfFreedom"/> degrees of freedom, like the two others.</summary>
    public double ScoreChiSquare { get; private init; }

    /// <summary>Wald's test of no effect at all; 0 without an estimate.</summary>
    public double WaldChiSquare { get; private init; }

    /// <summary>Twice the gain in log likelihood; a lower bound where the likelihood diverges.</summary>
    public double LikelihoodRatioChiSquare => 2.0 * (LogLikelihood - LogLikelihoodNull);

    /// <summary>Whether there is an estimate.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Of the score test; 1 where there is none.</summary>
    public double ScorePValue => PValueOf(ScoreChiSquare);

    /// <summary>Of Wald's test; 1 where there is none.</summary>
    public double WaldPValue => PValueOf(WaldChiSquare);

    /// <summary>Of the likelihood-ratio test; 1 where there is none.</summary>
    public double LikelihoodRatioPValue => PValueOf(LikelihoodRatioChiSquare);

    /// <summary>Covariance of two coefficients, from the observed information.</summary>
    /// <param name="first">Number of a covariate, from 0.</param>
    /// <param name="second">Number of a covariate, from 0.</param>
    /// <exception cref="InvalidOperationException">There is no estimate.</exception>
    public double Covariance(int first, int second)
    {
        RequireEstimate();
        return _covariance[(first * Coefficients.Length) + second];
    }

    /// <summary>Standard error of a coefficient.</summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <exception cref="InvalidOperationException">There is no estimate.</exception>
    public double StandardError(int covariate) => Math.Sqrt(Covariance(covariate, covariate));

    /// <summary>Wald's Z of a coefficient: minus the coefficient over its error.</summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <exception cref="InvalidOperationException">There is no estimate.</exception>
    public double Z(int covariate) => -Coefficients[covariate] / StandardError(covariate);

    /// <summary>Of Wald's test of a coefficient.</summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <exception cref="InvalidOperationException">There is no estimate.</exception>
    public double TwoSidedPValue(int covariate) => Normal.TwoSidedTail(Z(covariate));

    /// <summary>Of Wald's test of a coefficient: small when more of the covariate goes with a lower hazard.</summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <exception cref="InvalidOperationException">There is no estimate.</exception>
    public double OneSidedPValue(int covariate) => Normal.UpperTail(Z(covariate));

    /// <summary>Wald's interval of a hazard ratio; from 0 to +∞ without an estimate.</summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval HazardRatioInterval(int covariate, double confidence)
    {
        double critical = Normal.TwoSidedCriticalValue(confidence);
        if (!IsEstimable)
        {
            return new Interval(0.0, double.PositiveInfinity);
        }

        double reach = critical * StandardError(covariate);
        return new Interval(Math.Exp(Coefficients[covariate] - reach), Math.Exp(Coefficients[covariate] + reach));
    }

    /// <summary>
    /// Interval of a hazard ratio by profile likelihood: the values that a likelihood-ratio test with one degree of freedom, the other
    /// coefficients fitted anew, would not reject. From 0 to +∞ without an estimate.
    /// </summary>
    /// <param name="covariate">Number of a covariate, from 0.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval ProfileInterval(int covariate, double confidence)
    {
        double critical = Normal.TwoSidedCriticalValue(confidence);
        return _likelihood is null || _maximum is null
            ? new Interval(0.0, double.PositiveInfinity)
            : new Interval(
                Math.Exp(ProfileLimit(_likelihood, _maximum, covariate, -critical)),
                Math.Exp(ProfileLimit(_likelihood, _maximum, covariate, critical)));
    }

    internal static CoxModelResult Without(NotEstimable reason, int column) => new([], [], null, null, 0, reason) { Column = column };

    internal static CoxModelResult Diverging(double value, double nullValue, double scoreChiSquare, int degreesOfFreedom, int column) =>
        new([], [], null, null, degreesOfFreedom, NotEstimable.Diverges)
        {
            Column = column,
            LogLikelihoodNull = nullValue,
            LogLikelihood = value,
            ScoreChiSquare = scoreChiSquare,
        };

    /// <summary>The result at the maximum that a likelihood has just been brought to.</summary>
    internal static CoxModelResult Of(CoxLikelihood likelihood, CoxMaximum maximum, double nullValue, double scoreChiSquare)
    {
        int count = maximum.Coefficients.Length;
        double[] coefficients = new double[count];
        double[] covariance = new double[count * count];
        CholeskyFactor factor = new(count);
        factor.Factor(likelihood.Information, new double[count], 0.0);
        double wald = 0.0;
        for (int a = 0; a < count; a++)
        {
            double[] column = new double[count];
            column[a] = 1.0;
            factor.Solve(column);
            coefficients[a] = maximum.Coefficients[a] / likelihood.Scale[a];
            for (int b = 0; b < count; b++)
            {
                covariance[(b * count) + a] = column[b] / (likelihood.Scale[a] * likelihood.Scale[b]);
                wald += maximum.Coefficients[a] * maximum.Coefficients[b] * likelihood.Information[(a * count) + b];
            }
        }

        return new CoxModelResult(coefficients, covariance, likelihood, maximum, count, NotEstimable.None)
        {
            LogLikelihoodNull = nullValue,
            LogLikelihood = likelihood.Value,
            ScoreChiSquare = scoreChiSquare,
            WaldChiSquare = wald,
        };
    }

    private double PValueOf(double chiSquare) => DegreesOfFreedom == 0 || chiSquare <= 0.0 ? 1.0 : ChiSquare.UpperTail(chiSquare, DegreesOfFreedom);

    private void RequireEstimate()
    {
        if (!IsEstimable)
        {
            throw new InvalidOperationException($"There is no estimate: {Reason}. Ask IsEstimable first.");
        }
    }

    /// <summary>
    /// Newton's steps on the profile of the likelihood, which is concave: from outside the interval they come closer and stay outside, and
    /// from inside the first one goes out.
    /// </summary>
    private double ProfileLimit(CoxLikelihood likelihood, CoxMaximum maximum, int covariate, double critical)
    {
        const int MaxSteps = 100;
        const double LastStep = 1e-11;
        double scale = likelihood.Scale[covariate];
        double target = LogLikelihood - (0.5 * critical * critical);
        double error = StandardError(covariate) * scale;
        double estimate = Coefficients[covariate] * scale;
        double limit = estimate + (critical * error);
        for (int k = 0; k < Coefficients.Length; k++)
        {
            maximum.Coefficients[k] = Coefficients[k] * likelihood.Scale[k];
        }

        for (int i = 0; i < MaxSteps; i++)
        {
            maximum.Coefficients[covariate] = limit;
            maximum.TryClimb(covariate);
            double step = (likelihood.Value - target) / likelihood.Score[covariate];
            double next = limit - Math.Clamp(step, -5.0 * error, 5.0 * error);
            bool isSettled = Math.Abs(next - limit) <= LastStep * error;
            limit = next;
            if (isSettled)
            {
                break;
            }
        }

        return limit / scale;
    }
}
