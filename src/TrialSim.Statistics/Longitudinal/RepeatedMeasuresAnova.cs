namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// Analysis of variance of patients in groups who are all measured at the same visits: R's
/// <c>aov(value ~ group * time + Error(id/time))</c>.
/// </summary>
/// <param name="Group">Between patients: means over all visits, against patients within groups.</param>
/// <param name="Time">Within patients: means of visits, against patients by time.</param>
/// <param name="Interaction">Within patients: whether the course differs between groups, against patients by time.</param>
/// <param name="GreenhouseGeisser">ε̂ of the covariance within groups, from 1/(visits − 1) to 1; 0 without a test of time.</param>
/// <param name="HuynhFeldt">
/// ε̃ with Lecoutre's correction for groups, as R's <c>car</c> has it: ((d + 1)(k − 1)ε̂ − 2)/((k − 1)(d − (k − 1)ε̂)) with d patients less groups
/// and k visits. May exceed 1 and then counts as 1; 0 without a test of time.
/// </param>
/// <param name="Mauchly">Whether the covariance within groups is spherical, as the tests within patients take it to be.</param>
public readonly record struct RepeatedMeasuresAnova(
    VarianceRatio Group, VarianceRatio Time, VarianceRatio Interaction, double GreenhouseGeisser, double HuynhFeldt, MauchlyTest Mauchly)
{
    /// <summary>Analyses complete courses; leave patients with a missing visit out, or fit a <see cref="RepeatedMeasuresModel"/>.</summary>
    /// <param name="values">Patient after patient, each with all visits in order, finite.</param>
    /// <param name="visits">Values of a patient, 2 or more.</param>
    /// <param name="group">Group number of each patient, from 0; a number that nobody has is no group.</param>
    /// <param name="average">How groups of different sizes share in the means of a visit.</param>
    /// <exception cref="ArgumentException">The number of values is not patients times visits.</exception>
    public static RepeatedMeasuresAnova Of(ReadOnlySpan<double> values, int visits, ReadOnlySpan<int> group, TimeAverage average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visits, 2);
        if (values.Length != (long)visits * group.Length)
        {
            throw new ArgumentException($"{values.Length} values are not {group.Length} patients with {visits} visits.", nameof(values));
        }

        CellMeans cells = CellMeans.Of(values, visits, group);
        int errorDegrees = group.Length - cells.Groups;
        if (errorDegrees < 1)
        {
            VarianceRatio none = VarianceRatio.Without(group.Length == 0 ? NotEstimable.NoPatients : NotEstimable.TooFewObservations);
            return new RepeatedMeasuresAnova(none, none, none, 0.0, 0.0, MauchlyTest.Without(none.Reason));
        }

        double[] covariance = cells.CovarianceWithin(values, group);
        double whole = covariance.Sum();
        double trace = 0.0;
        for (int t = 0; t < visits; t++)
        {
            trace += covariance[(t * visits) + t];
        }

        double between = whole / visits;
        double within = (trace - between) / (visits - 1);
        double scale = cells.LargestMean * cells.LargestMean * 1e-28;
        double greenhouseGeisser = within <= scale ? 0.0 : Sphericity(covariance, visits);
        double r = (visits - 1) * greenhouseGeisser;
        double spare = (visits - 1) * (errorDegrees - r);
        double huynhFeldt = greenhouseGeisser == 0.0 ? 0.0
            : spare > 0.0 ? (((errorDegrees + 1) * r) - 2.0) / spare
            : greenhouseGeisser;
        return new RepeatedMeasuresAnova(
            Ratio(cells.GroupSumOfSquares, cells.Groups - 1, between, errorDegrees, scale),
            Ratio(cells.TimeSumOfSquares(average), visits - 1, within, errorDegrees * (visits - 1), scale),
            Ratio(cells.InteractionSumOfSquares, (cells.Groups - 1) * (visits - 1), within, errorDegrees * (visits - 1), scale),
            greenhouseGeisser,
            huynhFeldt,
            greenhouseGeisser == 0.0 ? MauchlyTest.Without(NotEstimable.NoVariance) : MauchlyTest.Of(covariance, visits, errorDegrees));
    }

    private static VarianceRatio Ratio(double squares, int degrees, double error, int errorDegrees, double scale) =>
        degrees == 0 ? VarianceRatio.Without(NotEstimable.OneArmEmpty)
        : error <= scale ? VarianceRatio.Without(NotEstimable.NoVariance)
        : new VarianceRatio(squares / degrees / error, degrees, errorDegrees, NotEstimable.None);

    /// <summary>ε̂ = (tr D)²/((k − 1)·Σ D²) of the covariance with rows and columns centred.</summary>
    private static double Sphericity(double[] covariance, int visits)
    {
        double[] means = new double[visits];
        for (int i = 0; i < covariance.Length; i++)
        {
            means[i / visits] += covariance[i] / visits;
        }

        double mean = means.Average();
        double trace = 0.0;
        double squares = 0.0;
        for (int i = 0; i < visits; i++)
        {
            for (int j = 0; j < visits; j++)
            {
                double centred = covariance[(i * visits) + j] - means[i] - means[j] + mean;
                squares += centred * centred;
                trace += i == j ? centred : 0.0;
            }
        }

        return trace * trace / ((visits - 1) * squares);
    }
}
