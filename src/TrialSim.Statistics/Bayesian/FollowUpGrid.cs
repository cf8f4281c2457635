using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Bayesian;

/// <summary>Panels of Gauss and Legendre over the logarithm x of the follow-up still to come, and what each of the densities needs to know at their nodes.</summary>
internal sealed class FollowUpGrid
{
    // Terms below exp(−Drop) are left out.
    private const double Drop = 45.0;

    private readonly List<double> _ends = [];
    private double[] _common = [];
    private double[] _perEvent = [];
    private double[] _weights = [];
    private GammaDistribution _control;
    private GammaDistribution _experimental;
    private double _share;
    private int _left;

    /// <summary>Lays the panels where the densities are.</summary>
    /// <param name="control">Belief of the control arm's hazard now.</param>
    /// <param name="experimental">The same of the experimental arm.</param>
    /// <param name="left">Events still to come, 1 or above.</param>
    /// <param name="share">Share of the experimental arm in the follow-up still to come.</param>
    public void Lay(GammaDistribution control, GammaDistribution experimental, int left, double share)
    {
        (_control, _experimental, _left, _share) = (control, experimental, left, share);
        FindPanels();
        int nodes = (_ends.Count - 1) * GaussLegendre.Points;
        if (_weights.Length < nodes)
        {
            (_common, _perEvent, _weights) = (new double[nodes], new double[nodes], new double[nodes]);
        }

        Span<double> at = stackalloc double[GaussLegendre.Points];
        for (int panel = 0; panel + 1 < _ends.Count; panel++)
        {
            int first = panel * GaussLegendre.Points;
            GaussLegendre.FillPanel(_ends[panel], _ends[panel + 1], at, _weights.AsSpan(first, GaussLegendre.Points));
            for (int i = 0; i < GaussLegendre.Points; i++)
            {
                (_common[first + i], _perEvent[first + i]) = LogsAt(at[i]);
            }
        }
    }

    /// <summary>The integral over x of e^<paramref name="log"/> times the density of so many events of the experimental arm.</summary>
    /// <param name="log">Logarithm of what does not depend on the follow-up.</param>
    /// <param name="events">Of the experimental arm, still to come.</param>
    /// <param name="low">Lower end; may be −∞.</param>
    /// <param name="high">Upper end; may be +∞.</param>
    public double Integral(double log, int events, double low, double high)
    {
        double sum = 0.0;
        for (int panel = 0; panel + 1 < _ends.Count; panel++)
        {
            double from = Math.Max(low, _ends[panel]);
            double to = Math.Min(high, _ends[panel + 1]);
            sum += from >= to ? 0.0
                : from > _ends[panel] || to < _ends[panel + 1] ? OfPiece(log, events, from, to)
                : OfPanel(log, events, panel * GaussLegendre.Points);
        }

        return sum;
    }

    private double OfPanel(double log, int events, int first)
    {
        double sum = 0.0;
        for (int i = first; i < first + GaussLegendre.Points; i++)
        {
            double exponent = log + _common[i] + (events * _perEvent[i]);
            sum += exponent < -Drop ? 0.0 : _weights[i] * Math.Exp(exponent);
        }

        return sum;
    }

    private double OfPiece(double log, int events, double from, double to)
    {
        Span<double> at = stackalloc double[GaussLegendre.Points];
        Span<double> weights = stackalloc double[GaussLegendre.Points];
        GaussLegendre.FillPanel(from, to, at, weights);
        double sum = 0.0;
        for (int i = 0; i < GaussLegendre.Points; i++)
        {
            (double common, double perEvent) = LogsAt(at[i]);
            sum += weights[i] * Math.Exp(log + common + (events * perEvent));
        }

        return sum;
    }

    // ln(U^m/((B₁ + wU)^a₁·(B₀ + (1 − w)U)^(a₀ + m))) at U = e^x, and what each event of the experimental arm adds.
    private (double Common, double PerEvent) LogsAt(double x)
    {
        double followUp = Math.Exp(x);
        double experimental = Math.Log(_experimental.Days + (_share * followUp));
        double control = Math.Log(_control.Days + ((1.0 - _share) * followUp));
        return ((_left * x) - (_experimental.Events * experimental) - ((_control.Events + _left) * control), control - experimental);
    }

    // Were the belief of one arm that of both, U over its B and share would be beta prime with shapes m and a = a₀ + a₁; as it is, U is a mixture of these with scales between those
    // of the arms, and none of the densities is narrower. (An arm with no follow-up to come says nothing of it.) Between the modes of the extremes panels are narrow; beyond them, where densities fall off in the end as exponentials, they widen.
    private void FindPanels()
    {
        double shape = (_share < 1.0 ? _control.Events : 0.0) + (_share > 0.0 ? _experimental.Events : 0.0);
        double fromExperimental = _share > 0.0 ? Math.Log(_experimental.Days / _share) : Math.Log(_control.Days);
        double fromControl = _share < 1.0 ? Math.Log(_control.Days / (1.0 - _share)) : fromExperimental;
        double mode = Math.Log(_left / shape);
        double low = Math.Min(fromExperimental, fromControl) + mode;
        double high = Math.Max(fromExperimental, fromControl) + mode;
        double width = Math.Min(1.0, GaussLegendre.PanelWidth * Math.Sqrt((1.0 / _left) + (1.0 / shape)));
        _ends.Clear();
        double reach = Reach(shape, _left, width);
        for (double distance = 0.0; distance < reach; distance += Math.Max(width, 0.5 * distance))
        {
            _ends.Add(low - distance);
        }

        _ends.Reverse();
        int panels = (int)Math.Ceiling((high - low) / width);
        for (int panel = 1; panel <= panels; panel++)
        {
            _ends.Add(low + ((high - low) * panel / panels));
        }

        reach = Reach(_left, shape, width);
        for (double distance = width; distance < reach; distance += Math.Max(width, 0.5 * distance))
        {
            _ends.Add(high + distance);
        }
    }

    // How far from the mode of ln V, V being beta prime, its density has dropped, on the side where it falls as exp(−tail·distance).
    private static double Reach(double other, double tail, double step)
    {
        double distance = step;
        while ((tail * distance) + ((tail + other) * Math.Log(((tail * Math.Exp(-distance)) + other) / (tail + other))) < Drop)
        {
            distance *= 2.0;
        }

        return distance;
    }
}
