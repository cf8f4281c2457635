namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// A mixed model for repeated measures: fixed effects given by a design matrix, and an unstructured covariance of the visits of a
/// patient, by restricted maximum likelihood. Visits may be missing (at random). R's
/// <c>nlme::gls(…, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit), method = "REML")</c>.
/// </summary>
public sealed class RepeatedMeasuresModel
{
    private readonly RestrictedLikelihood? _at;
    private readonly FixedEffects? _effects;
    private readonly double[] _coefficients;

    private RepeatedMeasuresModel(NotEstimable reason)
    {
        Reason = reason;
        _coefficients = [];
    }

    private RepeatedMeasuresModel(RestrictedMaximum maximum, double[] coefficients, int residualDegreesOfFreedom)
    {
        _at = maximum.At;
        _coefficients = coefficients;
        _effects = new FixedEffects(maximum, coefficients, residualDegreesOfFreedom);
        LogLikelihood = _at.LogLikelihood;
    }

    /// <summary>Why there is no fit.</summary>
    public NotEstimable Reason { get; }

    /// <summary>Whether there is a fit.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Log restricted likelihood, with −½(n − p)·ln 2π and without ln|XᵀX|, as nlme prints it; 0 without a fit.</summary>
    public double LogLikelihood { get; }

    /// <summary>Covariance of two visits within a patient; 0 without a fit.</summary>
    /// <param name="visit">From 0.</param>
    /// <param name="other">From 0.</param>
    public double VisitCovariance(int visit, int other) => _at is null ? 0.0 : _at.Sigma[(visit * _at.Visits) + other];

    /// <summary>The estimate of a coefficient; 0 without a fit.</summary>
    /// <param name="column">Of the design, from 0.</param>
    public double Coefficient(int column) => _at is null ? 0.0 : _coefficients[column];

    /// <summary>Fits the model.</summary>
    /// <param name="design">Row after row, one row for each observation; the constant is a column like others.</param>
    /// <param name="columns">Columns of the design, 1 or more.</param>
    /// <param name="response">One for each row, finite.</param>
    /// <param name="patient">Number of the patient of each row, any.</param>
    /// <param name="visit">Number of the visit of each row, from 0 to <paramref name="visits"/> − 1.</param>
    /// <param name="visits">From 1 to 30.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a patient has a visit twice.</exception>
    public static RepeatedMeasuresModel Fit(
        ReadOnlySpan<double> design, int columns, ReadOnlySpan<double> response, ReadOnlySpan<int> patient, ReadOnlySpan<int> visit, int visits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visits, VisitPattern.MaxVisits);
        if (patient.Length != response.Length || visit.Length != response.Length)
        {
            throw new ArgumentException(
                $"The columns hold {response.Length} responses, {patient.Length} patients and {visit.Length} visits. Give columns of one length.");
        }

        LinearModel ordinary = LinearModel.Fit(design, columns, response);
        if (!ordinary.IsEstimable)
        {
            return new RepeatedMeasuresModel(ordinary.Reason);
        }

        // What least squares leave is what the model explains: products of residuals cancel less than products of values.
        double[] offset = ordinary.Coefficients.ToArray();
        double[] residuals = new double[response.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = response[i];
            for (int a = 0; a < columns; a++)
            {
                residuals[i] -= design[(i * columns) + a] * offset[a];
            }
        }

        VisitPattern[] patterns = VisitPattern.Of(design, columns, residuals, patient, visit, visits);
        double[]? start = Start(residuals, visit, visits);
        return start is null
            ? new RepeatedMeasuresModel(NotEstimable.NoVariance)
            : Climbed(new RestrictedLikelihood(patterns, columns, visits, start), offset, response.Length - columns);
    }

    /// <summary>A linear combination of the coefficients.</summary>
    /// <param name="weights">One for each column of the design.</param>
    /// <param name="method">Of its error and degrees of freedom.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than columns.</exception>
    public MeanContrast Contrast(ReadOnlySpan<double> weights, DegreesOfFreedomMethod method)
    {
        if (_effects is null)
        {
            return MeanContrast.Without(Reason);
        }

        CheckWeights(weights.Length, 1);
        return _effects.Contrast(weights, method);
    }

    /// <summary>
    /// The F test that several linear combinations of the coefficients are all 0: Kenward and Roger's scaled F (R's <c>pbkrtest</c>), Fai and
    /// Cornelius's degrees of freedom for Satterthwaite (R's <c>lmerTest</c>, <c>mmrm</c>), or observations less columns (R's <c>nlme::anova</c>).
    /// </summary>
    /// <param name="weights">Combination after combination, a weight for each column of the design.</param>
    /// <param name="combinations">1 or more, none of them a combination of the others.</param>
    /// <param name="method">Of the error and the denominator degrees of freedom.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than columns times combinations.</exception>
    public VarianceRatio Test(ReadOnlySpan<double> weights, int combinations, DegreesOfFreedomMethod method)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(combinations, 1);
        if (_effects is null)
        {
            return VarianceRatio.Without(Reason);
        }

        CheckWeights(weights.Length, combinations);
        return _effects.Test(weights, method);
    }

    private void CheckWeights(int count, int combinations)
    {
        if (count != (long)_coefficients.Length * combinations)
        {
            throw new ArgumentException($"{count} weights for {_coefficients.Length} coefficients and {combinations} combinations. Give one for each coefficient and combination.");
        }
    }

    /// <summary>Mean squared residual of each visit, uncorrelated; null where there is none.</summary>
    private static double[]? Start(double[] residuals, ReadOnlySpan<int> visit, int visits)
    {
        double[] sigma = new double[visits * visits];
        for (int v = 0; v < visits; v++)
        {
            double sum = 0.0;
            int count = 0;
            for (int i = 0; i < residuals.Length; i++)
            {
                if (visit[i] == v)
                {
                    sum += residuals[i] * residuals[i];
                    count++;
                }
            }

            if (!(sum > 0.0))
            {
                return null;
            }

            sigma[(v * visits) + v] = sum / count;
        }

        return sigma;
    }

    private static RepeatedMeasuresModel Climbed(RestrictedLikelihood start, double[] offset, int residualDegreesOfFreedom)
    {
        RestrictedMaximum? maximum = RestrictedMaximum.From(start, out NotEstimable reason);
        return maximum is null
            ? new RepeatedMeasuresModel(reason)
            : new RepeatedMeasuresModel(maximum, [.. offset.Zip(maximum.At.Coefficients, (least, further) => least + further)], residualDegreesOfFreedom);
    }
}
