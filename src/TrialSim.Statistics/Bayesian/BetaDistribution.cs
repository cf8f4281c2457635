using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Bayesian;

/// <summary>What is believed of a probability: a beta distribution, before or after patients have been seen.</summary>
public readonly record struct BetaDistribution
{
    /// <summary>A belief worth so many patients.</summary>
    /// <param name="alpha">Responders that it is worth, above 0; 1 and 1 are even.</param>
    /// <param name="beta">Patients without a response that it is worth, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite and above 0.</exception>
    public BetaDistribution(double alpha, double beta)
    {
        Alpha = Require.PositiveFinite(alpha);
        Beta = Require.PositiveFinite(beta);
    }

    /// <summary>Responders that it is worth.</summary>
    public double Alpha { get; }

    /// <summary>Patients without a response that it is worth.</summary>
    public double Beta { get; }

    /// <summary>Its mean.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Its standard deviation.</summary>
    public double StandardDeviation => Math.Sqrt(Alpha * Beta / (Alpha + Beta + 1.0)) / (Alpha + Beta);

    /// <summary>The belief once more patients have been seen.</summary>
    /// <param name="responders">From 0 to <paramref name="patients"/>.</param>
    /// <param name="patients">0 or above.</param>
    public BetaDistribution After(int responders, int patients)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(responders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(responders, patients);
        return new BetaDistribution(Alpha + responders, Beta + (patients - responders));
    }

    /// <summary>P(p &gt; value). R's <c>pbeta(value, alpha, beta, lower.tail = FALSE)</c>.</summary>
    public double ProbabilityAbove(double value) => Probability.Beta.UpperTail(value, Alpha, Beta);

    /// <summary>
    /// P(p of this − p of the other &gt; difference), the two being independent: the integral over the other's density, taken piece by piece around its mean to 1e-10.
    /// Allocates nothing.
    /// </summary>
    /// <param name="other">The belief of the other arm.</param>
    /// <param name="difference">Any number; 0 asks which is larger.</param>
    public double ProbabilityExceeds(BetaDistribution other, double difference)
    {
        if (Math.Abs(Require.Finite(difference)) >= 1.0)
        {
            return difference < 0.0 ? 1.0 : 0.0;
        }

        const double Reach = 8.0;
        const double Tolerance = 1e-12;
        double low = Math.Max(0.0, other.Mean - (Reach * other.StandardDeviation));
        double high = Math.Min(1.0, other.Mean + (Reach * other.StandardDeviation));

        // Half on either side of a middle, each counted from the end of the range of probabilities that it reaches to: there a density with a shape below 1 is infinite.
        ExceedanceFromBelow below = new(this, other, difference);
        ExceedanceFromAbove above = new(this, other, difference);
        double middle = other.Mean;
        return Math.Clamp(
            Between(below, 0.0, low) + Between(below, low, middle) + Between(above, 1.0 - high, 1.0 - middle) + Between(above, 0.0, 1.0 - high), 0.0, 1.0);

        static double Between<TPiece>(in TPiece piece, double from, double to)
            where TPiece : IPiece =>
            to > from ? AdaptiveQuadrature.Integrate(piece, piece.Transformed(from), piece.Transformed(to), Tolerance) : 0.0;
    }

    private double LogDensity(double x, double complement) =>
        ((Alpha - 1.0) * Math.Log(x)) + ((Beta - 1.0) * Math.Log(complement)) - LogBeta.Of(Alpha, Beta);

    private interface IPiece : IIntegrand
    {
        public double Transformed(double x);
    }

    // The variable is x^s with s the shape, where that is below 1: x^(s − 1) dx is then d(x^s)/s, which is finite.
    private readonly record struct ExceedanceFromBelow(BetaDistribution Own, BetaDistribution Other, double Difference) : IPiece
    {
        private double Power => Math.Min(1.0, Other.Alpha);

        public double Transformed(double x) => Math.Pow(x, Power);

        public double At(double t)
        {
            double x = Math.Pow(t, 1.0 / Power);
            return x <= 0.0 || x >= 1.0 ? 0.0
                : Math.Exp(Other.LogDensity(x, 1.0 - x) + ((1.0 - Power) * Math.Log(x))) / Power * Own.ProbabilityAbove(x + Difference);
        }
    }

    private readonly record struct ExceedanceFromAbove(BetaDistribution Own, BetaDistribution Other, double Difference) : IPiece
    {
        private double Power => Math.Min(1.0, Other.Beta);

        public double Transformed(double x) => Math.Pow(x, Power);

        public double At(double t)
        {
            double complement = Math.Pow(t, 1.0 / Power);
            return complement <= 0.0 || complement >= 1.0 ? 0.0
                : Math.Exp(Other.LogDensity(1.0 - complement, complement) + ((1.0 - Power) * Math.Log(complement))) / Power
                    * Own.ProbabilityAbove(1.0 - complement + Difference);
        }
    }
}
