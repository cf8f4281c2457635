using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// The sub-density of Z among trials that have not stopped, carried from look to look: recursive integration after Armitage, McPherson
/// and Rowe (JRSS A 132, 1969) in the form of Jennison and Turnbull (2000), chapter 19. Z at information I is normal with mean
/// drift·√I and variance 1; its score Z·√I has independent increments. The quadrature is panelwise Gauss–Legendre, exact to about
/// 1e-14, so that probabilities are good to 1e-12 whatever the number of looks.
/// </summary>
internal sealed class SequentialDensity(double drift)
{
    // Beyond this many standard deviations a normal tail is below 1e-18.
    private const double Reach = 9.0;

    private double _information;
    private double[] _z = [];
    private double[] _mass = [];

    /// <summary>P(not stopped before, Z above <paramref name="bound"/> at the look with this information).</summary>
    internal double Above(double bound, double information) => Tail(bound, information, 1.0);

    /// <summary>P(not stopped before, Z below <paramref name="bound"/> at the look with this information).</summary>
    internal double Below(double bound, double information) => Tail(bound, information, -1.0);

    /// <summary>Lets the trials whose Z lies between the two bounds go on to a look with <paramref name="nextInformation"/>.</summary>
    internal void Continue(double lower, double upper, double information, double nextInformation)
    {
        double mean = drift * Math.Sqrt(information);
        double increment = information - _information;
        double ahead = nextInformation - information;

        // The narrowest normal density in z: this look's given the last one, and the next look's seen from this one.
        double narrowest = Math.Min(1.0, Math.Sqrt(Math.Min(increment, ahead) / information));
        (double[] z, double[] weights) = GaussLegendre.Between(
            Math.Max(lower, mean - Reach), Math.Min(upper, mean + Reach), narrowest);
        double[] mass = new double[z.Length];
        double root = Math.Sqrt(information);
        double rootBefore = Math.Sqrt(_information);
        double deviation = Math.Sqrt(increment);
        int first = 0;
        for (int i = 0; i < z.Length; i++)
        {
            if (_information == 0.0)
            {
                mass[i] = weights[i] * Normal.Density(z[i] - mean);
                continue;
            }

            // Nodes ascend, and so does the window of earlier nodes from which this one can be reached.
            double score = (z[i] * root) - (drift * increment);
            while (first < _z.Length && score - (_z[first] * rootBefore) > Reach * deviation)
            {
                first++;
            }

            double sum = 0.0;
            for (int j = first; j < _z.Length; j++)
            {
                double step = (score - (_z[j] * rootBefore)) / deviation;
                if (step < -Reach)
                {
                    break;
                }

                sum += _mass[j] * Math.Exp(-0.5 * step * step);
            }

            mass[i] = weights[i] * sum * root / (deviation * Math.Sqrt(2.0 * Math.PI));
        }

        _z = z;
        _mass = mass;
        _information = information;
    }

    private double Tail(double bound, double information, double side)
    {
        if (double.IsInfinity(bound))
        {
            // Nobody beyond the far end; everybody who is left beyond the near one.
            return bound > 0.0 == side > 0.0 ? 0.0 : Remaining();
        }

        double root = Math.Sqrt(information);
        if (_information == 0.0)
        {
            return Normal.UpperTail(side * (bound - (drift * root)));
        }

        double increment = information - _information;
        double rootBefore = Math.Sqrt(_information);
        double deviation = Math.Sqrt(increment);
        double score = (bound * root) - (drift * increment);
        double sum = 0.0;
        for (int j = 0; j < _z.Length; j++)
        {
            sum += _mass[j] * Normal.UpperTail(side * (score - (_z[j] * rootBefore)) / deviation);
        }

        return sum;
    }

    private double Remaining()
    {
        if (_information == 0.0)
        {
            return 1.0;
        }

        double sum = 0.0;
        foreach (double mass in _mass)
        {
            sum += mass;
        }

        return sum;
    }
}
