using System.Collections.Immutable;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.SizeSearches;

/// <summary>
/// A straight line through what replicates say of a characteristic at some sizes, on the scales of <see cref="CurveScale"/>: probit regression by maximum likelihood for a share, weighted least
/// squares for a mean.
/// </summary>
public sealed class LocalFit
{
    private const int MaxRounds = 50;
    private const double Converged = 1e-10;
    private const double SteepestProbit = 8.0;
    internal static readonly double Z975 = Normal.Quantile(0.975);

    private readonly CurveScale _scale;
    private readonly bool _isLogarithmic;
    private readonly double _centre;
    private readonly double _level;
    private readonly double _slope;
    private readonly double _levelVariance;
    private readonly double _slopeVariance;

    /// <summary>Fits the line.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="bound">The bound that is looked for; it decides with the figures whether logarithms can be taken.</param>
    /// <param name="points">Sizes in steps, each once, two or more.</param>
    public LocalFit(CurveScale scale, double bound, IReadOnlyList<(long Size, SearchFigure Figure)> points)
    {
        _scale = scale;
        _isLogarithmic = scale == CurveScale.Number && bound > 0.0 && points.All(point => point.Size > 0 && point.Figure.Value > 0.0);
        Sizes = [.. points.Select(point => point.Size)];
        double[] x = [.. points.Select(point => AxisOf(point.Size))];
        (double[] y, double[] weights) = scale == CurveScale.Share ? ([], []) : Numbers(points);
        double moved = double.PositiveInfinity;
        for (int round = 0; round < (scale == CurveScale.Share ? MaxRounds : 1); round++)
        {
            if (scale == CurveScale.Share)
            {
                (y, weights) = Working(points, x, isFirst: round == 0);
            }

            double[] before = [.. x.Select(LineAt)];
            double sum = weights.Sum();
            double mean = Sum(i => weights[i] * x[i]) / sum;
            double squares = Sum(i => weights[i] * (x[i] - mean) * (x[i] - mean));
            _slope = Sum(i => weights[i] * (x[i] - mean) * y[i]) / squares;
            _centre = mean;
            _level = Sum(i => weights[i] * y[i]) / sum;
            (_levelVariance, _slopeVariance) = (1.0 / sum, 1.0 / squares); // Independent, because the line is taken from the centre of the weights.
            moved = scale == CurveScale.Share ? x.Select((value, i) => Math.Abs(LineAt(value) - before[i])).Max() : 0.0;
            if (moved < Converged)
            {
                break;
            }
        }

        double misfit = Sum(i => weights[i] * Squared(y[i] - LineAt(x[i])));
        LackOfFit = moved >= Converged ? 0.0 : points.Count > 2 ? ChiSquare.UpperTail(misfit, points.Count - 2.0) : 1.0;

        double Sum(Func<int, double> term) => Enumerable.Range(0, x.Length).Sum(term);
    }

    /// <summary>The sizes it goes by, in steps.</summary>
    public ImmutableArray<long> Sizes { get; }

    /// <summary>Probability of figures at least so far from a line, if the curve is one; 1 for two sizes, and 0 where the likelihood has no maximum that is found.</summary>
    public double LackOfFit { get; }

    /// <summary>The size at which the line passes a bound, in steps, 0 or above; infinite where it never does.</summary>
    public double SizeOf(double bound)
    {
        double axis = _centre + ((OnScale(bound) - _level) / _slope);
        return _slope == 0.0 || !double.IsFinite(axis) ? double.PositiveInfinity : SizeAt(axis);
    }

    /// <summary>The 95 % interval of that size by Fieller's theorem; null where the slope may be 0.</summary>
    public Interval? IntervalOf(double bound)
    {
        double level = _level - OnScale(bound);
        double square = (_slope * _slope) - (Z975 * Z975 * _slopeVariance);
        double linear = level * _slope;
        double constant = (level * level) - (Z975 * Z975 * _levelVariance);
        double discriminant = (linear * linear) - (square * constant);
        if (!(square > 0.0) || discriminant < 0.0)
        {
            return null;
        }

        double root = Math.Sqrt(discriminant);
        return new Interval(SizeAt(_centre + ((-linear - root) / square)), SizeAt(_centre + ((-linear + root) / square)));
    }

    /// <summary>The characteristic at a size, and its 95 % interval, as the line has them.</summary>
    public (double Value, Interval Interval) At(double size)
    {
        double x = AxisOf(size);
        double half = Z975 * Math.Sqrt(_levelVariance + (_slopeVariance * Squared(x - _centre)));
        double line = LineAt(x);
        return (FromScale(line), new Interval(FromScale(line - half), FromScale(line + half)));
    }

    // One step of iteratively reweighted least squares: the observation and weight that the present line gives to each share.
    private (double[] Values, double[] Weights) Working(IReadOnlyList<(long Size, SearchFigure Figure)> points, double[] x, bool isFirst)
    {
        double[] values = new double[points.Count];
        double[] weights = new double[points.Count];
        for (int i = 0; i < points.Count; i++)
        {
            (double share, double trials) = TrialsOf(points[i].Figure);
            double line = isFirst ? Normal.Quantile(share) : Math.Clamp(LineAt(x[i]), -SteepestProbit, SteepestProbit);
            double expected = Normal.Cdf(line);
            double density = Normal.Density(line);
            values[i] = line + ((share - expected) / density);
            weights[i] = trials * density * density / (expected * Normal.UpperTail(line));
        }

        return (values, weights);
    }

    // A share of none or all has half a replicate on the other side, or no line would be steep enough.
    private static (double Share, double Trials) TrialsOf(SearchFigure figure) => figure.Value is > 0.0 and < 1.0 && figure.StandardError > 0.0
        ? (figure.Value, figure.Value * (1.0 - figure.Value) / Squared(figure.StandardError))
        : ((Math.Clamp(figure.Value, 0.0, 1.0) * figure.Replicates + 0.5) / (figure.Replicates + 1.0), figure.Replicates + 1.0);

    private (double[] Values, double[] Weights) Numbers(IReadOnlyList<(long Size, SearchFigure Figure)> points)
    {
        // Where replicates do not differ there is no error; a hair of one keeps weights finite.
        double hair = points.Max(point => Math.Abs(point.Figure.Value)) * 1e-9;
        double ErrorOf(SearchFigure figure) => Math.Max(double.Hypot(figure.StandardError, hair), double.Epsilon * 1e20) / (_isLogarithmic ? figure.Value : 1.0);
        return ([.. points.Select(point => OnScale(point.Figure.Value))], [.. points.Select(point => 1.0 / Squared(ErrorOf(point.Figure)))]);
    }

    private double LineAt(double x) => _level + (_slope * (x - _centre));

    private double AxisOf(double size) => _scale == CurveScale.Share ? Math.Sqrt(size) : _isLogarithmic ? Math.Log(size) : size;

    private double SizeAt(double axis) => _scale == CurveScale.Share ? Squared(Math.Max(axis, 0.0)) : _isLogarithmic ? Math.Exp(axis) : Math.Max(axis, 0.0);

    private double OnScale(double value) => _scale == CurveScale.Share ? Normal.Quantile(value) : _isLogarithmic ? Math.Log(value) : value;

    private double FromScale(double value) => _scale == CurveScale.Share ? Normal.Cdf(value) : _isLogarithmic ? Math.Exp(value) : value;

    private static double Squared(double value) => value * value;
}
