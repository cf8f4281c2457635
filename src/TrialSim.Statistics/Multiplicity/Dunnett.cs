using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Multiplicity;

/// <summary>
/// Comparisons of several arms with one control (Dunnett, JASA 50, 1955), for Z statistics with known variance, as in the log-rank and proportion tests of large trials.
/// Z of arms i and j correlate by √(n_i/(n_i + n_0))·√(n_j/(n_j + n_0)), ½ for equal arms; such a product makes the probability of all together one integral, which is taken to 1e-13.
/// Event counts may stand for patients. Z is positive when the experimental arm does better. Immutable.
/// </summary>
public sealed class Dunnett
{
    private const double Reach = 9.0;

    private readonly double[] _loadings;

    /// <summary>A family of comparisons.</summary>
    /// <param name="controlSize">Patients, or expected events, in the control arm, above 0.</param>
    /// <param name="experimentalSizes">The same of each experimental arm, above 0; at least one.</param>
    /// <exception cref="ArgumentException">There are no experimental arms.</exception>
    public Dunnett(double controlSize, ReadOnlySpan<double> experimentalSizes)
    {
        if (experimentalSizes.Length == 0)
        {
            throw new ArgumentException("No experimental arms. Give the size of at least one.", nameof(experimentalSizes));
        }

        Require.PositiveFinite(controlSize);
        _loadings = new double[experimentalSizes.Length];
        for (int arm = 0; arm < _loadings.Length; arm++)
        {
            double size = Require.PositiveFinite(experimentalSizes[arm], nameof(experimentalSizes));
            _loadings[arm] = Math.Sqrt(size / (size + controlSize));
        }
    }

    /// <summary>Number of comparisons.</summary>
    public int Count => _loadings.Length;

    /// <summary>A family whose arms are all of one size.</summary>
    /// <param name="experimentalArms">1 or more.</param>
    public static Dunnett EqualArms(int experimentalArms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(experimentalArms, 1);
        double[] sizes = new double[experimentalArms];
        Array.Fill(sizes, 1.0);
        return new Dunnett(1.0, sizes);
    }

    /// <summary>The z that the largest Z passes with probability α when no arm has an effect.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public double CriticalValue(double oneSidedAlpha)
    {
        Require.InsideUnitInterval(2.0 * oneSidedAlpha, nameof(oneSidedAlpha));
        return Root.Find(z => LargestAbove(z, _loadings) - oneSidedAlpha, -1.0, 38.0);
    }

    /// <summary>The z that the Z farthest from 0 passes with probability α when no arm has an effect.</summary>
    /// <param name="twoSidedAlpha">Strictly between 0 and 1.</param>
    public double TwoSidedCriticalValue(double twoSidedAlpha)
    {
        Require.InsideUnitInterval(twoSidedAlpha);
        return Root.Find(z => FarthestBeyond(z, _loadings) - twoSidedAlpha, 0.0, 38.0);
    }

    /// <summary>Single-step adjusted one-sided p-values: the probability of a largest Z at least as large as each.</summary>
    /// <param name="z">Of each comparison.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ from the number of comparisons.</exception>
    public void FillAdjusted(ReadOnlySpan<double> z, Span<double> adjusted)
    {
        RequireLengths(z, adjusted);
        for (int arm = 0; arm < Count; arm++)
        {
            adjusted[arm] = LargestAbove(z[arm], _loadings);
        }
    }

    /// <summary>Single-step adjusted two-sided p-values: the probability of a Z at least as far from 0 as each.</summary>
    /// <param name="z">Of each comparison.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ from the number of comparisons.</exception>
    public void FillTwoSidedAdjusted(ReadOnlySpan<double> z, Span<double> adjusted)
    {
        RequireLengths(z, adjusted);
        for (int arm = 0; arm < Count; arm++)
        {
            adjusted[arm] = FarthestBeyond(Math.Abs(z[arm]), _loadings);
        }
    }

    /// <summary>
    /// Step-down adjusted one-sided p-values: the largest Z is judged among all, the next among those that are left, and none may be smaller than
    /// the one before. Never weaker than <see cref="FillAdjusted"/>, and holds the family-wise error as it does.
    /// </summary>
    /// <param name="z">Of each comparison.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ from the number of comparisons.</exception>
    public void FillStepDownAdjusted(ReadOnlySpan<double> z, Span<double> adjusted)
    {
        RequireLengths(z, adjusted);
        int[] order = new int[Count];
        double[] keys = new double[Count];
        for (int arm = 0; arm < Count; arm++)
        {
            order[arm] = arm;
            keys[arm] = -z[arm];
        }

        Array.Sort(keys, order);
        double largest = 0.0;
        for (int rank = 0; rank < Count; rank++)
        {
            double[] left = [.. order[rank..].Select(arm => _loadings[arm])];
            largest = Math.Max(largest, LargestAbove(z[order[rank]], left));
            adjusted[order[rank]] = largest;
        }
    }

    // Given the control's part x of every Z, the Z are independent; 1 − Π(1 − tail) without the cancellation.
    private static double LargestAbove(double z, double[] loadings) =>
        Mean(
            z,
            loadings,
            x =>
            {
                double logNone = 0.0;
                foreach (double loading in loadings)
                {
                    logNone += Elementary.LogOnePlus(-Normal.UpperTail((z - (loading * x)) / Math.Sqrt(1.0 - (loading * loading))));
                }

                return -Elementary.ExpMinusOne(logNone);
            });

    private static double FarthestBeyond(double z, double[] loadings) =>
        Mean(
            z,
            loadings,
            x =>
            {
                double logNone = 0.0;
                foreach (double loading in loadings)
                {
                    double spread = Math.Sqrt(1.0 - (loading * loading));
                    double beyond = Normal.UpperTail((z - (loading * x)) / spread) + Normal.UpperTail((z + (loading * x)) / spread);
                    logNone += Elementary.LogOnePlus(-Math.Min(1.0, beyond));
                }

                return -Elementary.ExpMinusOne(logNone);
            });

    private static double Mean(double z, double[] loadings, Func<double, double> conditional)
    {
        // A Z far out is most likely with a control that is far out too: the range goes as far, so that small probabilities keep their digits.
        double reach = Reach + Math.Abs(z);
        double largest = loadings.Max();
        double narrowest = Math.Min(1.0, Math.Sqrt(1.0 - (largest * largest)) / largest);
        return GaussLegendre.Integrate(x => Normal.Density(x) * conditional(x), -reach, reach, Math.Max(1e-5, 0.5 * narrowest));
    }

    private void RequireLengths(ReadOnlySpan<double> z, Span<double> adjusted)
    {
        if (z.Length != Count || adjusted.Length != Count)
        {
            throw new ArgumentException($"{Count} comparisons, {z.Length} statistics and {adjusted.Length} places. Give one of each.", nameof(z));
        }

        foreach (double value in z)
        {
            Require.Finite(value, nameof(z));
        }
    }
}
