using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// Damped Newton steps on numerical derivatives of sixth order: with likelihoods of full precision they give the estimate to some
/// twelve digits and the information to ten.
/// </summary>
internal static class LikelihoodMaximum
{
    private const int MaxSteps = 150;

    // The square of the last step in units of the standard error: Newton's error after it is of the order of the square of the step.
    private const double LastDecrement = 1e-12;

    // Of the unit of each parameter.
    private const double Difference = 0.01;

    private const double LongestDifference = 5.0;

    // More intervals, which only interval censoring leaves, are first fitted to some of them.
    private const int ThinAbove = 40_000;
    private const int ThinTo = 20_000;

    internal static Maximum Find(ParametricModel model, double perDay, IntervalCounts counts)
    {
        IEnumerable<double[]> starts = counts.Length > ThinAbove && Array.TrueForAll(counts.Count, count => count > 0.0)
            ? [Find(model, perDay, counts.Thinned(ThinTo)).Transformed]
            : model.Starts(perDay, counts);
        return Best(model, perDay, counts, starts);
    }

    /// <summary>The best of what is reached from several starts.</summary>
    internal static Maximum Best(ParametricModel model, double perDay, IntervalCounts counts, IEnumerable<double[]> starts)
    {
        double[] units = model.Units(perDay);
        Maximum? best = null;
        foreach (double[] start in starts)
        {
            Maximum found = Climb(model, units, start, counts);
            if (best is null
                || (found.HasConverged && !best.HasConverged && found.LogLikelihood > best.LogLikelihood - 1.0)
                || (found.HasConverged == best.HasConverged && found.LogLikelihood > best.LogLikelihood))
            {
                best = found;
            }
        }

        return best ?? throw new InvalidOperationException("The model gave no start.");
    }

    private static Maximum Climb(ParametricModel model, double[] units, double[] start, IntervalCounts counts)
    {
        int n = start.Length;
        double[] point = [.. start];
        double value = model.LogLikelihood(point, counts);
        double damping = 1e-3;
        double[] gradient = new double[n];
        double[,] information = new double[n, n];
        bool hasConverged = false;
        for (int step = 0; step < MaxSteps && double.IsFinite(value); step++)
        {
            Differentiate(model, units, point, value, counts, gradient, information);
            if (PositiveDefinite.TrySolve(information, gradient, out double[] newton)
                && PositiveDefinite.Dot(newton, gradient) < 1e-6)
            {
                double decrement = PositiveDefinite.Dot(newton, gradient);
                for (int k = 0; k < n; k++)
                {
                    point[k] += newton[k] * units[k];
                }

                value = model.LogLikelihood(point, counts);
                hasConverged = decrement < LastDecrement;
                if (hasConverged || step > MaxSteps - 10)
                {
                    hasConverged = decrement < 1e-10;
                    break;
                }

                continue;
            }

            if (!TryStep(model, units, ref point, ref value, ref damping, counts, gradient, information))
            {
                break;
            }
        }

        if (hasConverged && PositiveDefinite.TryInvert(information, out double[,] inverse))
        {
            // A parameter that the data hardly tell is differentiated over longer steps, or rounding would show.
            units = [.. units.Select((unit, k) => unit * Math.Clamp(Math.Sqrt(inverse[k, k]), 1.0, LongestDifference))];
            Differentiate(model, units, point, value, counts, gradient, information);
        }

        for (int k = 0; k < n; k++)
        {
            for (int l = 0; l < n; l++)
            {
                information[k, l] /= units[k] * units[l];
            }
        }

        return new Maximum(point, value, information, hasConverged && double.IsFinite(value));
    }

    /// <summary>A step of Levenberg and Marquardt, the damping raised until the likelihood rises.</summary>
    private static bool TryStep(
        ParametricModel model,
        double[] units,
        ref double[] point,
        ref double value,
        ref double damping,
        IntervalCounts counts,
        double[] gradient,
        double[,] information)
    {
        int n = point.Length;
        double[,] damped = new double[n, n];
        for (int attempt = 0; attempt < 60; attempt++)
        {
            for (int k = 0; k < n; k++)
            {
                for (int l = 0; l < n; l++)
                {
                    damped[k, l] = information[k, l];
                }

                damped[k, k] += damping * Math.Max(Math.Abs(information[k, k]), 1e-8 * (1.0 + Math.Abs(gradient[k])));
            }

            if (PositiveDefinite.TrySolve(damped, gradient, out double[] direction) && direction.All(d => Math.Abs(d) < 3.0))
            {
                double[] next = [.. point];
                for (int k = 0; k < n; k++)
                {
                    next[k] += direction[k] * units[k];
                }

                double reached = model.LogLikelihood(next, counts);
                if (reached > value)
                {
                    point = next;
                    value = reached;
                    damping = Math.Max(damping * 0.2, 1e-10);
                    return true;
                }
            }

            damping *= 4.0;
        }

        return false;
    }

    /// <summary>Gradient and minus the second derivatives with respect to the parameters in their units.</summary>
    private static void Differentiate(
        ParametricModel model, double[] units, double[] point, double value, IntervalCounts counts, double[] gradient, double[,] information)
    {
        int n = point.Length;
        for (int k = 0; k < n; k++)
        {
            double[] axis = new double[n];
            axis[k] = 1.0;
            (gradient[k], double second) = Along(model, units, point, value, counts, axis);
            information[k, k] = -second;
            for (int l = 0; l < k; l++)
            {
                axis[l] = 1.0;
                (_, double sum) = Along(model, units, point, value, counts, axis);
                axis[l] = -1.0;
                (_, double difference) = Along(model, units, point, value, counts, axis);
                axis[l] = 0.0;
                information[k, l] = information[l, k] = -0.25 * (sum - difference);
            }
        }
    }

    private static (double First, double Second) Along(
        ParametricModel model, double[] units, double[] point, double value, IntervalCounts counts, double[] axis)
    {
        Span<double> above = stackalloc double[3];
        Span<double> below = stackalloc double[3];
        double[] moved = new double[point.Length];
        for (int s = 0; s < 3; s++)
        {
            above[s] = At((s + 1) * Difference);
            below[s] = At(-(s + 1) * Difference);
        }

        double first = ((45.0 * (above[0] - below[0])) - (9.0 * (above[1] - below[1])) + (above[2] - below[2])) / (60.0 * Difference);
        double second = ((2.0 * (above[2] + below[2])) - (27.0 * (above[1] + below[1])) + (270.0 * (above[0] + below[0])) - (490.0 * value))
            / (180.0 * Difference * Difference);
        return (first, second);

        double At(double distance)
        {
            for (int k = 0; k < moved.Length; k++)
            {
                moved[k] = point[k] + (distance * axis[k] * units[k]);
            }

            return model.LogLikelihood(moved, counts);
        }
    }
}
