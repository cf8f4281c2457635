using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;
using TrialSim.Statistics;

namespace TrialSim.Results.Summary.Trials;

/// <summary>An estimate when the trials stop, and at the last look when none of them does.</summary>
/// <param name="names">Names of the row at the last look.</param>
/// <param name="traits">What kind of estimate it is.</param>
/// <param name="rows">Indices of its rows, by look.</param>
internal sealed class StoppingEstimate(RowNames names, MeasureTraits traits, ImmutableArray<int> rows)
{
    private readonly IntervalCoverage _atEnd = new();
    private readonly IntervalCoverage _atLast = new();
    private RunningMoments _difference;
    private RunningMoments _last;
    private long _missing;

    /// <summary>Indices of its rows, by look.</summary>
    public ImmutableArray<int> Rows { get; } = rows;

    /// <summary>Takes the estimates of one more replicate.</summary>
    /// <param name="atEnd">When the trial stops.</param>
    /// <param name="atLast">At the last look.</param>
    public void Add(in ResultRow atEnd, in ResultRow atLast)
    {
        if (atEnd.Reason != NotEstimable.None || atLast.Reason != NotEstimable.None)
        {
            Miss();
            return;
        }

        _difference.Add(OnScale(atEnd.Estimate) - OnScale(atLast.Estimate));
        _last.Add(OnScale(atLast.Estimate));
        _atEnd.Add(OnScale(atEnd.Lower), OnScale(atEnd.Upper));
        _atLast.Add(OnScale(atLast.Lower), OnScale(atLast.Upper));
    }

    /// <summary>Takes a replicate without the two.</summary>
    public void Miss() => _missing++;

    /// <summary>Its bias, and the coverage of both intervals.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise()
    {
        OperatingCharacteristic blank = new("", names.Endpoint, names.Analysis, names.Arms, Measures.Bias, UnitOfBias, null, null, null, null, 0, _missing);
        OperatingCharacteristic bias = RowAccumulator.MeanOf(blank, _difference);
        return
        [
            traits.Scale == EstimateScale.Logarithmic ? RowAccumulator.Exponential(bias) : bias,
            CoverageOf(_atEnd, blank with { Measure = Measures.Coverage, Unit = "probability" }),
            CoverageOf(_atLast, blank with { Look = names.Look, Measure = Measures.Coverage, Unit = "probability" }),
        ];
    }

    // Ratios whose means are arithmetic are set against each other by subtraction.
    private string UnitOfBias => traits is { Unit: "ratio", Scale: not EstimateScale.Logarithmic } ? "difference" : traits.Unit;

    private OperatingCharacteristic CoverageOf(IntervalCoverage intervals, OperatingCharacteristic blank) =>
        Share.Of(intervals.CountAround(_last.Mean), intervals.Count, blank);

    private double OnScale(double value) => traits.Scale == EstimateScale.Logarithmic ? Math.Log(value) : traits.InUnit(value);
}
