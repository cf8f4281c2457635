namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// Derivatives of the restricted likelihood in the elements of Σ. Since Σ is linear in them, with Vⱼ = ∂V/∂θⱼ and
/// P = V⁻¹ − V⁻¹XΦXᵀV⁻¹: score −½[tr PVⱼ − yᵀPVⱼPy], expected information ½·tr PVⱼPVₖ, observed information yᵀPVⱼPVₖPy − ½·tr PVⱼPVₖ.
/// </summary>
internal sealed class LikelihoodDerivatives
{
    private readonly RestrictedLikelihood _at;

    internal LikelihoodDerivatives(RestrictedLikelihood at)
    {
        _at = at;
        Score = new double[at.Unknowns];
        First = new double[at.Unknowns][];
        Second = new double[at.Unknowns * at.Unknowns][];
        ExpectedInformation = new double[at.Unknowns * at.Unknowns];
        ObservedInformation = new double[at.Unknowns * at.Unknowns];
        Fill();
    }

    internal double[] Score { get; }

    /// <summary>XᵀV⁻¹VⱼV⁻¹X.</summary>
    internal double[][] First { get; }

    /// <summary>XᵀV⁻¹VⱼV⁻¹VₖV⁻¹X at j·unknowns + k.</summary>
    internal double[][] Second { get; }

    internal double[] ExpectedInformation { get; }

    internal double[] ObservedInformation { get; }

    /// <summary>Inverse information times score.</summary>
    internal double[] Step(double[] informationInverse) => SquareMatrix.Times(informationInverse, Score);

    /// <summary>What a step would gain if the likelihood were a parabola, twice.</summary>
    internal double Gain(double[] step) => Math.Abs(SquareMatrix.Dot(step, Score));

    private void Fill()
    {
        int unknowns = _at.Unknowns;
        int columns = _at.Columns;
        int size = (columns + 1) * (columns + 1);
        double[] traces = new double[unknowns];
        double[] products = new double[unknowns * unknowns];
        double[][] first = [.. Enumerable.Range(0, unknowns).Select(_ => new double[size])];
        double[][] second = [.. Enumerable.Range(0, unknowns * unknowns).Select(_ => new double[size])];
        for (int g = 0; g < _at.Patterns.Length; g++)
        {
            Accumulate(_at.Patterns[g], _at.Inverses[g], traces, products, first, second);
        }

        // Residual e = y − Xβ: what stands in the response's row and column of each block becomes gⱼ = Xᵀ…e, and eᵀ…e.
        double[][] toResidual = new double[unknowns][];
        for (int j = 0; j < unknowns; j++)
        {
            First[j] = _at.Inner(first[j]);
            (toResidual[j], double form) = _at.WithResidual(first[j]);
            Score[j] = -0.5 * (traces[j] - SquareMatrix.TraceOfProduct(_at.Phi, First[j], columns) - form);
        }

        double[][] phiFirst = [.. First.Select(p => SquareMatrix.Product(_at.Phi, p, columns))];
        for (int j = 0; j < unknowns; j++)
        {
            for (int k = 0; k < unknowns; k++)
            {
                int index = (j * unknowns) + k;
                Second[index] = _at.Inner(second[index]);
                double trace = products[index] - (2.0 * SquareMatrix.TraceOfProduct(_at.Phi, Second[index], columns))
                    + SquareMatrix.TraceOfProduct(phiFirst[j], phiFirst[k], columns);
                double form = _at.WithResidual(second[index]).Form - SquareMatrix.Dot(toResidual[j], SquareMatrix.Times(_at.Phi, toResidual[k]));
                ExpectedInformation[index] = 0.5 * trace;
                ObservedInformation[index] = form - (0.5 * trace);
            }
        }
    }

    private void Accumulate(VisitPattern pattern, double[] inverse, double[] traces, double[] products, double[][] first, double[][] second)
    {
        int m = pattern.Visits.Length;
        CovarianceElement[] elements = CovarianceElement.Of(pattern.Visits, _at.Visits);
        double[] middle = new double[m * m];
        double[] left = new double[m * m];
        for (int j = 0; j < elements.Length; j++)
        {
            if (!elements[j].IsSeen)
            {
                continue;
            }

            elements[j].Chain(inverse, inverse, m, left);
            pattern.AddWeighted(left, first[j]);
            traces[j] += pattern.Patients * elements[j].TraceWith(inverse, m);
            for (int k = 0; k < elements.Length; k++)
            {
                if (elements[k].IsSeen)
                {
                    int index = (j * elements.Length) + k;
                    products[index] += pattern.Patients * elements[k].TraceWith(left, m);
                    elements[k].Chain(left, inverse, m, middle);
                    pattern.AddWeighted(middle, second[index]);
                }
            }
        }
    }
}
