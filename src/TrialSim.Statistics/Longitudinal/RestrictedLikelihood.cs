namespace TrialSim.Statistics.Longitudinal;

/// <summary>The restricted likelihood at an unstructured covariance Σ of the visits, with the coefficients that are best there.</summary>
internal sealed class RestrictedLikelihood
{
    internal RestrictedLikelihood(VisitPattern[] patterns, int columns, int visits, double[] sigma)
    {
        Patterns = patterns;
        Columns = columns;
        Visits = visits;
        Sigma = sigma;
        Inverses = new double[patterns.Length][];
        Phi = new double[columns * columns];
        Coefficients = new double[columns];
        IsDefined = TryEvaluate();
    }

    internal VisitPattern[] Patterns { get; }

    internal int Columns { get; }

    internal int Visits { get; }

    internal double[] Sigma { get; }

    /// <summary>Elements of Σ on and below the diagonal.</summary>
    internal int Unknowns => Visits * (Visits + 1) / 2;

    /// <summary>Whether Σ is positive definite, and the coefficients can be told apart.</summary>
    internal bool IsDefined { get; }

    internal double LogLikelihood { get; private set; }

    internal double[] Coefficients { get; }

    /// <summary>V⁻¹ of each pattern.</summary>
    internal double[][] Inverses { get; }

    /// <summary>Φ = (XᵀV⁻¹X)⁻¹, the plain covariance of the coefficients.</summary>
    internal double[] Phi { get; }

    /// <summary>The likelihood at Σ plus a share of a step of its elements.</summary>
    internal RestrictedLikelihood Moved(double[] step, double share)
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

        return new RestrictedLikelihood(Patterns, Columns, Visits, sigma);
    }

    /// <summary>The block of the design, without the response.</summary>
    internal double[] Inner(double[] moments)
    {
        double[] inner = new double[Columns * Columns];
        for (int a = 0; a < Columns; a++)
        {
            moments.AsSpan(a * (Columns + 1), Columns).CopyTo(inner.AsSpan(a * Columns));
        }

        return inner;
    }

    /// <summary>XᵀMe and eᵀMe for the residual e = y − Xβ.</summary>
    internal (double[] Cross, double Form) WithResidual(double[] moments)
    {
        int width = Columns + 1;
        double[] cross = new double[Columns];
        double form = moments[^1];
        for (int a = 0; a < Columns; a++)
        {
            cross[a] = moments[(a * width) + Columns];
            for (int b = 0; b < Columns; b++)
            {
                cross[a] -= moments[(a * width) + b] * Coefficients[b];
            }

            form -= Coefficients[a] * (cross[a] + moments[(Columns * width) + a]);
        }

        return (cross, form);
    }

    private bool TryEvaluate()
    {
        int width = Columns + 1;
        double[] moments = new double[width * width];
        double logDeterminant = 0.0;
        int observations = 0;
        for (int g = 0; g < Patterns.Length; g++)
        {
            VisitPattern pattern = Patterns[g];
            int m = pattern.Visits.Length;
            double[] block = new double[m * m];
            for (int r = 0; r < m; r++)
            {
                for (int s = 0; s < m; s++)
                {
                    block[(r * m) + s] = Sigma[(pattern.Visits[r] * Visits) + pattern.Visits[s]];
                }
            }

            Inverses[g] = new double[m * m];
            if (!SymmetricMatrix.TryInvert(block, m, Inverses[g], out double log))
            {
                return false;
            }

            logDeterminant += pattern.Patients * log;
            observations += pattern.Patients * m;
            pattern.AddWeighted(Inverses[g], moments);
        }

        double[] information = Inner(moments);
        if (!SymmetricMatrix.TryInvert(information, Columns, Phi, out double logInformation))
        {
            return false;
        }

        double[] right = new double[Columns];
        for (int a = 0; a < Columns; a++)
        {
            right[a] = moments[(a * width) + Columns];
        }

        SquareMatrix.Times(Phi, right).CopyTo(Coefficients, 0);
        double form = WithResidual(moments).Form;
        LogLikelihood = -0.5 * (logDeterminant + logInformation + form + ((observations - Columns) * Math.Log(2.0 * Math.PI)));
        return double.IsFinite(LogLikelihood);
    }
}
