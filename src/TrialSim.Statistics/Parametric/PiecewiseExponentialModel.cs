using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// <see cref="PiecewiseExponentialHazard"/> with given cuts; a piece is the days above its start and up to its end, as R's
/// <c>survSplit</c> and flexsurv's <c>pexp</c> have it.
/// </summary>
public sealed record PiecewiseExponentialModel : ParametricModel
{
    private readonly double[] _startDays;

    /// <summary>A model with a piece before, between and after the cuts.</summary>
    /// <param name="cutDays">Above 0, strictly ascending, finite; none gives the exponential.</param>
    /// <exception cref="ArgumentException">Cuts out of order or range.</exception>
    public PiecewiseExponentialModel(ReadOnlySpan<double> cutDays)
    {
        _startDays = [0.0, .. cutDays];
        for (int i = 1; i < _startDays.Length; i++)
        {
            if (!(_startDays[i] > _startDays[i - 1] && double.IsFinite(_startDays[i])))
            {
                throw new ArgumentException($"Cut {_startDays[i]} follows {_startDays[i - 1]}. Give finite days above 0, in ascending order.", nameof(cutDays));
            }
        }
    }

    /// <summary>Day on which each piece starts; the first is 0.</summary>
    public ReadOnlySpan<double> StartDays => _startDays;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => [.. _startDays.Select(day => $"per_day_from_{day}")];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [.. _startDays.Select(_ => ParameterScale.Log)];

    internal override bool AllowsEventAtStart => true;

    internal override bool IsSmooth => false;

    /// <inheritdoc/>
    public bool Equals(PiecewiseExponentialModel? other) => other is not null && StartDays.SequenceEqual(other.StartDays);

    /// <inheritdoc/>
    public override int GetHashCode() => _startDays.Length == 0 ? 0 : HashCode.Combine(_startDays.Length, _startDays[^1]);

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed)
    {
        double[] perDay = new double[transformed.Length];
        for (int i = 0; i < perDay.Length; i++)
        {
            perDay[i] = Math.Exp(transformed[i]);
        }

        return new PiecewiseExponentialHazard(_startDays, perDay);
    }

    internal override double LogLikelihood(ReadOnlySpan<double> transformed, IntervalCounts counts)
    {
        foreach (double value in transformed)
        {
            if (!(Math.Abs(value) < 300.0))
            {
                return double.NegativeInfinity;
            }
        }

        // An event on a cut belongs to the piece that ends there, where the hazard is that of the piece before.
        PiecewiseExponentialHazard hazard = (PiecewiseExponentialHazard)HazardOf(transformed);
        double sum = Likelihood.Of(hazard, counts);
        for (int i = 0; i < counts.Length; i++)
        {
            int piece = counts.Upper[i] == counts.Lower[i] ? _startDays.AsSpan(1).BinarySearch(counts.Lower[i]) : -1;
            if (piece >= 0)
            {
                sum += counts.Count[i] * (transformed[piece] - transformed[piece + 1]);
            }
        }

        return sum;
    }

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[.. _startDays.Select(_ => Math.Log(perDay))]];
}
