using TrialSim.Statistics.Probability;

namespace TrialSim.Validation.Tests.Sequential;

/// <summary>
/// A trial in two stages whose second one grows where conditional power, if the trend goes on, is promising, from .36 to .9, so that it becomes .9: integrals over Z of the first look, written out. O'Brien–Fleming spending of
/// .025 at half of the information (V13), stages with equal weights.
/// </summary>
/// <param name="PerRoot">Expected Z a root of information.</param>
/// <param name="First">Information of the look, half of what is planned.</param>
/// <param name="Planned">Information of the end.</param>
/// <param name="Max">The most it may become.</param>
internal sealed record TwoStageIntegral(double PerRoot, int First, int Planned, int Max)
{
    private const double FirstBound = 2.9625880;
    private const double FinalBound = 1.9685956;

    /// <summary>Probability of stopping at the look.</summary>
    public double Early => Normal.UpperTail(FirstBound - (PerRoot * Math.Sqrt(First)));

    /// <summary>Probability of rejecting.</summary>
    public double Power() => Early + Over(z => Passes(z, PerRoot, SizeAfter(z)));

    /// <summary>Mean information at the end.</summary>
    public double Size() => (First * Early) + Over(z => SizeAfter(z));

    /// <summary>Probability of growing.</summary>
    public double Grows() => Over(z => SizeAfter(z) > Planned ? 1.0 : 0.0);

    private double Passes(double z, double perRoot, int size) =>
        Normal.UpperTail(((FinalBound - (Math.Sqrt(0.5) * z)) / Math.Sqrt(0.5)) - (perRoot * Math.Sqrt(size - First)));

    private int SizeAfter(double z)
    {
        double trend = z / Math.Sqrt(First);
        double power = Passes(z, trend, Planned);
        int size = Planned;
        while (power > 0.36 && power < 0.9 && size < Max && Passes(z, trend, size) < 0.9)
        {
            size++;
        }

        return size;
    }

    // The integrand jumps where the zone begins and ends: many small steps instead of a smooth rule.
    private double Over(Func<double, double> function)
    {
        const int Steps = 40_000;
        const double From = -8.0;
        double step = (FirstBound - From) / Steps;
        double sum = 0.0;
        for (int i = 0; i < Steps; i++)
        {
            double z = From + ((i + 0.5) * step);
            sum += function(z) * Normal.Density(z - (PerRoot * Math.Sqrt(First)));
        }

        return sum * step;
    }
}
