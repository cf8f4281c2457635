namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// The restricted likelihood of an unstructured covariance Σ, with its derivatives in the elements of Σ. Since Σ is linear in them,
/// with Vⱼ = ∂V/∂θⱼ and P = V⁻¹ − V⁻¹XΦXᵀV⁻¹: score −½[tr PVⱼ − yᵀPVⱼPy], expected information ½·tr PVⱼPVₖ, observed information
/// yᵀPVⱼPVₖPy − ½·tr PVⱼPVₖ.
/// </summary>
internal sealed class RestrictedLikelihood
{
    private readonly VisitPattern[] _patterns;
    private readonly int _columns;
    private readonly double[][] _inverses;
    private readonly double[] _phi;
    private readonly double[] _score;
    private readonly double[][] _first;
    private readonly double[][] _second;

    internal RestrictedLikelihood(VisitPattern[] patterns, int columns, int visits, double[] sigma)
    {
        _patterns = patterns;
        _columns = columns;
        Visits = visits;
        Sigma = sigma;
        Unknowns = visits * (visits + 1) / 2;
        _inverses = new double[patterns.Length][];
        _phi = new double[columns * columns];
        _score = new double[Unknowns];
        _first = new double[Unknowns][];
        _second = new double[Unknowns * Unknowns][];
        Coefficients = new double[columns];
        ExpectedInformation = new double[Unknowns * Unknowns];
        ObservedInformation = new double[Unknowns * Unknowns];
        IsDefined = TryEvaluate();
    }

    internal int Visits { get; }

    internal double[] Sigma { get; }

    /// <summary>Elements of Σ on and below the diagonal.</summary>
    internal int Unknowns { get; }

    /// <summary>Whether Σ is positive definite, and the coefficients can be told apart.</summary>
    internal bool IsDefined { get; }

    internal double LogLikelihood { get; private set; }

    internal double[] Coefficients { get; }

    internal double[] ExpectedInformation { get; }

    internal double[] ObservedInformation { get; }

    /// <summary>The likelihood at Σ plus a share of a step of its elements.</summary>
    internal RestrictedLikelihood Moved(VisitPattern[] patterns, int columns, double[] step, double share)
    {
        double[] sigma = [.. Sigma];
        int j = 0;
        for (int a = 0; a < Visits; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                sigma[(a * Visits) + b] += share * step[j];
                sigma[(b * Visits) + a] = sigma[(a * Visits) + b];
                j++;
            }
        }

        return new RestrictedLikelihood(patterns, columns, Visits, sigma);
    }

    /// <summary>Inverse information times score.</summary>
    internal double[] Step(double[] informationInverse)
    {
        double[] step = new double[Unknowns];
        for (int i = 0; i < step.Length; i++)
        {
            for (int j = 0; j < step.Length; j++)
            {
                step[i] += informationInverse[(i * Unknowns) + j] * _score[j];
            }
        }

        return step;
    }

    /// <summary>What a step would gain if the likelihood were a parabola, twice.</summary>
    internal double Gain(double[] step)
    {
        double gain = 0.0;
        for (int j = 0; j < step.Length; j++)
        {
            gain += step[j] * _score[j];
        }

        return Math.Abs(gain);
    }

    /// <summary>wᵀΦw.</summary>
    internal double Variance(ReadOnlySpan<double> weights) => SquareMatrix.Quadratic(_phi, weights);

    /// <summary>The variance, by the delta method, of the estimated wᵀΦw.</summary>
    internal double VarianceOfVariance(ReadOnlySpan<double> weights, double[] informationInverse)
    {
        double[] image = SquareMatrix.Times(_phi, weights);
        double[] gradient = new double[Unknowns];
        for (int j = 0; j < Unknowns; j++)
        {
            gradient[j] = SquareMatrix.Quadratic(_first[j], image);
        }

        double sum = 0.0;
        for (int j = 0; j < Unknowns; j++)
        {
            for (int k = 0; k < Unknowns; k++)
            {
                sum += informationInverse[(j * Unknowns) + k] * gradient[j] * gradient[k];
            }
        }

        return sum;
    }

    /// <summary>Kenward and Roger's addition to wᵀΦw: 2·wᵀΦ{Σ W(Q − PΦP)}Φw, without the third term since Σ is linear.</summary>
    internal double Inflation(ReadOnlySpan<double> weights, double[] expectedInverse)
    {
        double[] image = SquareMatrix.Times(_phi, weights);
        double[][] images = [.. _first.Select(p => SquareMatrix.Times(p, image))];
        double sum = 0.0;
        for (int j = 0; j < Unknowns; j++)
        {
            double[] through = SquareMatrix.Times(_phi, images[j]);
            for (int k = 0; k < Unknowns; k++)
            {
                double inner = 0.0;
                for (int a = 0; a < _columns; a++)
                {
                    inner += through[a] * images[k][a];
                }

                sum += expectedInverse[(j * Unknowns) + k] * (SquareMatrix.Quadratic(_second[(j * Unknowns) + k], image) - inner);
            }
        }

        return 2.0 * sum;
    }

    /// <summary>Fills the score, both informations, and the matrices that the degrees of freedom need.</summary>
    internal void Differentiate()
    {
        int width = _columns + 1;
        CovarianceDerivatives derivatives = new(Unknowns, width * width);
        for (int g = 0; g < _patterns.Length; g++)
        {
            derivatives.Add(_patterns[g], _inverses[g]);
        }

        // Residual e = y − Xβ: what stands in the response's row and column of each block becomes gⱼ = Xᵀ…e, and eᵀ…e.
        double[][] toResidual = new double[Unknowns][];
        double[] residualForm = new double[Unknowns];
        for (int j = 0; j < Unknowns; j++)
        {
            _first[j] = Inner(derivatives.First[j]);
            (toResidual[j], residualForm[j]) = WithResidual(derivatives.First[j]);
            _score[j] = -0.5 * (derivatives.Traces[j] - SquareMatrix.TraceOfProduct(_phi, _first[j]) - residualForm[j]);
        }

        double[][] phiFirst = [.. _first.Select(p => SquareMatrix.Product(_phi, p))];
        for (int j = 0; j < Unknowns; j++)
        {
            for (int k = 0; k < Unknowns; k++)
            {
                int index = (j * Unknowns) + k;
                _second[index] = Inner(derivatives.Second[index]);
                double trace = derivatives.Products[index] - (2.0 * SquareMatrix.TraceOfProduct(_phi, _second[index])) + SquareMatrix.TraceOfProduct(phiFirst[j], phiFirst[k]);
                double[] image = SquareMatrix.Times(_phi, toResidual[k]);
                double form = WithResidual(derivatives.Second[index]).Form;
                for (int a = 0; a < _columns; a++)
                {
                    form -= toResidual[j][a] * image[a];
                }

                ExpectedInformation[index] = 0.5 * trace;
                ObservedInformation[index] = form - (0.5 * trace);
            }
        }
    }

    private bool TryEvaluate()
    {
        int width = _columns + 1;
        double[] moments = new double[width * width];
        double logDeterminant = 0.0;
        int observations = 0;
        for (int g = 0; g < _patterns.Length; g++)
        {
            VisitPattern pattern = _patterns[g];
            int m = pattern.Visits.Length;
            double[] block = new double[m * m];
            for (int r = 0; r < m; r++)
            {
                for (int s = 0; s < m; s++)
                {
                    block[(r * m) + s] = Sigma[(pattern.Visits[r] * Visits) + pattern.Visits[s]];
                }
            }

            _inverses[g] = new double[m * m];
            if (!SymmetricMatrix.TryInvert(block, m, _inverses[g], out double log))
            {
                return false;
            }

            logDeterminant += pattern.Patients * log;
            observations += pattern.Patients * m;
            CovarianceDerivatives.AddMoments(_inverses[g], pattern, moments);
        }

        double[] information = Inner(moments);
        if (!SymmetricMatrix.TryInvert(information, _columns, _phi, out double logInformation))
        {
            return false;
        }

        double[] right = new double[_columns];
        for (int a = 0; a < _columns; a++)
        {
            right[a] = moments[(a * width) + _columns];
        }

        SquareMatrix.Times(_phi, right).CopyTo(Coefficients, 0);
        double form = WithResidual(moments).Form;
        LogLikelihood = -0.5 * (logDeterminant + logInformation + form + ((observations - _columns) * Math.Log(2.0 * Math.PI)));
        return double.IsFinite(LogLikelihood);
    }

    /// <summary>The block of the design, without the response.</summary>
    private double[] Inner(double[] moments)
    {
        double[] inner = new double[_columns * _columns];
        for (int a = 0; a < _columns; a++)
        {
            moments.AsSpan(a * (_columns + 1), _columns).CopyTo(inner.AsSpan(a * _columns));
        }

        return inner;
    }

    /// <summary>XᵀMe and eᵀMe for the residual e = y − Xβ.</summary>
    private (double[] Cross, double Form) WithResidual(double[] moments)
    {
        int width = _columns + 1;
        double[] cross = new double[_columns];
        double form = moments[^1];
        for (int a = 0; a < _columns; a++)
        {
            cross[a] = moments[(a * width) + _columns];
            for (int b = 0; b < _columns; b++)
            {
                cross[a] -= moments[(a * width) + b] * Coefficients[b];
            }

            form -= Coefficients[a] * (cross[a] + moments[(_columns * width) + a]);
        }

        return (cross, form);
    }
}
