namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// A mixed model for repeated measures: fixed effects given by a design matrix, and an unstructured covariance of the visits of a
/// patient, by restricted maximum likelihood. Visits may be missing (at random). R's
/// <c>nlme::gls(…, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit), method = "REML")</c>.
/// </summary>
public sealed class RepeatedMeasuresModel
{
    private readonly RestrictedLikelihood? _at;
    private readonly double[] _offset;
    private readonly double[] _expectedInverse;
    private readonly double[] _observedInverse;
    private readonly int _residualDegreesOfFreedom;

    private RepeatedMeasuresModel(NotEstimable reason)
    {
        Reason = reason;
        _offset = _expectedInverse = _observedInverse = [];
    }

    private RepeatedMeasuresModel(
        RestrictedLikelihood at, double[] offset, double[] expectedInverse, double[] observedInverse, int residualDegreesOfFreedom)
    {
        _at = at;
        _offset = offset;
        _expectedInverse = expectedInverse;
        _observedInverse = observedInverse;
        _residualDegreesOfFreedom = residualDegreesOfFreedom;
        LogLikelihood = at.LogLikelihood;
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
    public double Coefficient(int column) => _at is null ? 0.0 : _offset[column] + _at.Coefficients[column];

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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visits, VisitPattern.MostVisits);
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
            : Climb(new RestrictedLikelihood(patterns, columns, visits, start), patterns, columns, offset, response.Length - columns);
    }

    /// <summary>A linear combination of the coefficients.</summary>
    /// <param name="weights">One for each column of the design.</param>
    /// <param name="method">Of its error and degrees of freedom.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than columns.</exception>
    public MeanContrast Contrast(ReadOnlySpan<double> weights, DegreesOfFreedomMethod method)
    {
        if (_at is null)
        {
            return MeanContrast.Without(Reason);
        }

        if (weights.Length != _offset.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {_offset.Length} coefficients. Give one for each.", nameof(weights));
        }

        double estimate = 0.0;
        for (int a = 0; a < weights.Length; a++)
        {
            estimate += weights[a] * Coefficient(a);
        }

        double plain = _at.Variance(weights);
        double[] information = method == DegreesOfFreedomMethod.KenwardRoger ? _expectedInverse : _observedInverse;
        double variance = method == DegreesOfFreedomMethod.KenwardRoger ? plain + _at.Inflation(weights, _expectedInverse) : plain;
        double degrees = method == DegreesOfFreedomMethod.Residual
            ? _residualDegreesOfFreedom
            : 2.0 * plain * plain / _at.VarianceOfVariance(weights, information);
        return plain > 0.0 && variance > 0.0 && degrees > 0.0 && double.IsFinite(degrees)
            ? new MeanContrast(estimate, Math.Sqrt(variance), degrees, NotEstimable.None)
            : MeanContrast.Without(NotEstimable.NoVariance);
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

    /// <summary>Fisher's scoring until near the top, then Newton's steps; each is halved until the likelihood rises.</summary>
    private static RepeatedMeasuresModel Climb(
        RestrictedLikelihood at, VisitPattern[] patterns, int columns, double[] offset, int residualDegreesOfFreedom)
    {
        const int MostSteps = 500;
        const double NearTheTop = 1.0;
        const double AtTheTop = 1e-20;
        const double NearRounding = 1e-10;
        int unknowns = at.Unknowns;
        if (!at.IsDefined)
        {
            return new RepeatedMeasuresModel(NotEstimable.Collinear);
        }

        double[] expectedInverse = new double[unknowns * unknowns];
        double[] observedInverse = new double[unknowns * unknowns];
        double lastGain = double.PositiveInfinity;
        for (int i = 0; i < MostSteps; i++)
        {
            at.Differentiate();
            if (!SymmetricMatrix.TryInvert(at.ExpectedInformation, unknowns, expectedInverse, out _))
            {
                return new RepeatedMeasuresModel(NotEstimable.TooFewObservations);
            }

            bool isConcave = SymmetricMatrix.TryInvert(at.ObservedInformation, unknowns, observedInverse, out _);
            double[] step = at.Step(expectedInverse);
            double gain = at.Gain(step);
            if (isConcave && gain < NearTheTop)
            {
                step = at.Step(observedInverse);
                gain = at.Gain(step);
            }

            // Newton's gains fall quadratically: one that does not, and is this small, is rounding.
            if (gain <= AtTheTop || (gain < NearRounding && gain > 0.1 * lastGain))
            {
                return isConcave
                    ? new RepeatedMeasuresModel(at, offset, expectedInverse, observedInverse, residualDegreesOfFreedom)
                    : new RepeatedMeasuresModel(NotEstimable.Diverges);
            }

            lastGain = gain;
            double least = at.LogLikelihood - (1e-12 * Math.Abs(at.LogLikelihood));
            double length = 1.0;
            RestrictedLikelihood next = at.Moved(patterns, columns, step, length);
            while (length > 1e-10 && !(next.IsDefined && next.LogLikelihood >= least))
            {
                length *= 0.5;
                next = at.Moved(patterns, columns, step, length);
            }

            if (!next.IsDefined)
            {
                return new RepeatedMeasuresModel(NotEstimable.Diverges);
            }

            at = next;
        }

        return new RepeatedMeasuresModel(NotEstimable.Diverges);
    }
}
