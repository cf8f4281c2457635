namespace TrialSim.Statistics.Bayesian;

/// <summary>
/// The posterior probability of each of several independent arms that it is the best, by the trapezoidal rule on a common grid of the logit of a probability or the logarithm of a hazard,
/// on which densities are smooth and vanish at both ends; good to about 1e-6. One instance serves one worker and allocates nothing after its making.
/// </summary>
/// <param name="arms">How many arms there are.</param>
public sealed class BestArm(int arms)
{
    private const int Intervals = 512;

    // Densities below exp(-Drop) of their maximum are left out.
    private const double Drop = 30.0;

    private readonly double[] _density = new double[arms * (Intervals + 1)];
    private readonly double[] _below = new double[arms * (Intervals + 1)];

    /// <summary>Arms with beta posteriors of a probability of which more is better.</summary>
    /// <param name="successes">Patients of each arm with success.</param>
    /// <param name="failures">Patients of each arm without.</param>
    /// <param name="prior">Both parameters of the beta prior, above 0.</param>
    /// <param name="isOpen">Which arms count; the others have probability 0. At least one.</param>
    /// <param name="probabilities">Receives the probability of each arm that it is the best.</param>
    public void FillProportions(ReadOnlySpan<double> successes, ReadOnlySpan<double> failures, double prior, ReadOnlySpan<bool> isOpen, Span<double> probabilities)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int arm = 0; arm < arms; arm++)
        {
            if (isOpen[arm])
            {
                double a = successes[arm] + prior;
                double b = failures[arm] + prior;
                double middle = Math.Log(a / b);
                low = Math.Min(low, middle - Reach(a, b));
                high = Math.Max(high, middle + Reach(b, a));
            }
        }

        double step = (high - low) / Intervals;
        for (int arm = 0; arm < arms; arm++)
        {
            double a = successes[arm] + prior;
            double b = failures[arm] + prior;
            double middle = Math.Log(a / b);
            double top = a * -Math.Log(1 + (b / a)) + (b * -Math.Log(1 + (a / b)));
            for (int point = 0; point <= Intervals && isOpen[arm]; point++)
            {
                double logit = low + (point * step);
                // a ln p + b ln(1 − p), from the side on which nothing is lost.
                double log = logit > middle
                    ? (-(a + b) * Math.Log(1 + Math.Exp(-logit))) - (b * logit)
                    : (a * logit) - ((a + b) * Math.Log(1 + Math.Exp(logit)));
                _density[(arm * (Intervals + 1)) + point] = Math.Exp(log - top);
            }

            if (isOpen[arm])
            {
                Accumulate(arm);
            }
        }

        Compare(isOpen, isHighest: true, probabilities);
    }

    /// <summary>Arms with gamma posteriors of a constant hazard of which less is better.</summary>
    /// <param name="events">Events of each arm.</param>
    /// <param name="time">Time at risk of each arm, above 0 where the arm counts.</param>
    /// <param name="prior">Shape of the gamma prior, above 0; its rate is 0.</param>
    /// <param name="isOpen">Which arms count; the others have probability 0. At least one.</param>
    /// <param name="probabilities">Receives the probability of each arm that it is the best.</param>
    public void FillHazards(ReadOnlySpan<double> events, ReadOnlySpan<double> time, double prior, ReadOnlySpan<bool> isOpen, Span<double> probabilities)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int arm = 0; arm < arms; arm++)
        {
            if (isOpen[arm])
            {
                double shape = events[arm] + prior;
                double middle = Math.Log(shape / time[arm]);
                low = Math.Min(low, middle - Reach(shape, double.PositiveInfinity));
                high = Math.Max(high, middle + Math.Sqrt(2 * Drop / shape));
            }
        }

        double step = (high - low) / Intervals;
        for (int arm = 0; arm < arms; arm++)
        {
            double shape = events[arm] + prior;
            double middle = isOpen[arm] ? Math.Log(shape / time[arm]) : 0;
            for (int point = 0; point <= Intervals && isOpen[arm]; point++)
            {
                double distance = low + (point * step) - middle;
                _density[(arm * (Intervals + 1)) + point] = Math.Exp(shape * (distance + 1 - Math.Exp(distance)));
            }

            if (isOpen[arm])
            {
                Accumulate(arm);
            }
        }

        Compare(isOpen, isHighest: false, probabilities);
    }

    // How far from the mode, on the side where the density falls as exp(−shape · distance), it has dropped.
    private static double Reach(double shape, double other) => Math.Sqrt(2 * Drop * ((1 / shape) + (1 / other))) + (Drop / shape);

    // The density sums to 1. What lies below a point takes half of the point's own, less a twelfth of the slope there (Euler and Maclaurin): without it the error of a sum that ends in
    // the middle of a density is of the second order of the step, not of the fourth.
    private void Accumulate(int arm)
    {
        Span<double> density = _density.AsSpan(arm * (Intervals + 1), Intervals + 1);
        Span<double> below = _below.AsSpan(arm * (Intervals + 1), Intervals + 1);
        double sum = 0;
        for (int point = 0; point <= Intervals; point++)
        {
            double slope = 0.5 * ((point < Intervals ? density[point + 1] : 0) - (point > 0 ? density[point - 1] : 0));
            below[point] = Math.Max(0, sum + (0.5 * density[point]) - (slope / 12));
            sum += density[point];
        }

        for (int point = 0; point <= Intervals; point++)
        {
            density[point] /= sum;
            below[point] /= sum;
        }
    }

    private void Compare(ReadOnlySpan<bool> isOpen, bool isHighest, Span<double> probabilities)
    {
        double total = 0;
        for (int arm = 0; arm < arms; arm++)
        {
            probabilities[arm] = 0;
            for (int point = 0; point <= Intervals && isOpen[arm]; point++)
            {
                double product = _density[(arm * (Intervals + 1)) + point];
                for (int other = 0; other < arms; other++)
                {
                    double below = _below[(other * (Intervals + 1)) + point];
                    product *= other == arm || !isOpen[other] ? 1 : isHighest ? below : 1 - below;
                }

                probabilities[arm] += product;
            }

            total += probabilities[arm];
        }

        for (int arm = 0; arm < arms; arm++)
        {
            probabilities[arm] /= total;
        }
    }
}
