using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>A family of survival curves that can be fitted. A closed set; each gives the hazard of the same name.</summary>
public abstract record ParametricModel
{
    private protected ParametricModel()
    {
    }

    /// <summary>Names of the parameters, in the order in which they are fitted.</summary>
    public abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Scale of each parameter.</summary>
    public abstract IReadOnlyList<ParameterScale> ParameterScales { get; }

    /// <summary>Whether an exact time of 0 has a positive and finite density.</summary>
    internal virtual bool AllowsEventAtStart => false;

    /// <summary>Whether log density and log survival are smooth in the logarithm of time.</summary>
    internal virtual bool IsSmooth => true;

    internal abstract Hazard HazardOf(ReadOnlySpan<double> transformed);

    /// <summary>Where to start the search, given a rough hazard per day.</summary>
    internal abstract IEnumerable<double[]> Starts(double perDay, IntervalCounts counts);

    /// <summary>How large a step of each transformed parameter is; about 1 where the parameter has no unit.</summary>
    internal virtual double[] Units(double perDay) => [.. ParameterNames.Select(_ => 1.0)];

    /// <summary>ln L; −∞ where the parameters are out of the range of numbers.</summary>
    internal virtual double LogLikelihood(ReadOnlySpan<double> transformed, IntervalCounts counts)
    {
        foreach (double value in transformed)
        {
            if (!(Math.Abs(value) < 300.0))
            {
                return double.NegativeInfinity;
            }
        }

        return Likelihood.Of(HazardOf(transformed), counts);
    }
}
