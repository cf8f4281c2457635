using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Times to an event, and what was asked of them. An empty name stands for a column or level that was not named.</summary>
internal sealed record SurvivalEndpoint : AnalysisEndpoint
{
    public override AnalysisShape Shape => AnalysisShape.Survival;

    public override IReadOnlyList<NamedColumn> EssentialColumns => [new("--time", Time), new("--event", Event), new("--start", Start)];

    /// <summary>Column of the time of the event or of censoring.</summary>
    public required string Time { get; init; }

    /// <summary>Column that says how the time ended.</summary>
    public required string Event { get; init; }

    /// <summary>Column of the time from which a row is at risk; empty for 0.</summary>
    public string Start { get; init; } = "";

    /// <summary>The only level of the event column that is an event; empty to find it.</summary>
    public string EventLevel { get; init; } = "";

    /// <summary>Of competing events, the level that is analysed; empty for none.</summary>
    public string EventOfInterest { get; init; } = "";

    /// <summary>The level of the event column that is censoring; empty to find it.</summary>
    public string CensoredLevel { get; init; } = "";

    /// <summary>Times at which survival is told.</summary>
    public IReadOnlyList<double> At { get; init; } = [];

    /// <summary>Horizon of the restricted mean; null for none.</summary>
    public double? Tau { get; init; }

    /// <summary>How the variance of the restricted mean is estimated.</summary>
    public RestrictedMeanVariance TauVariance { get; init; } = RestrictedMeanVariance.Greenwood;

    /// <summary>Median of the curve of the null hypothesis of the one-sample test; null for none.</summary>
    public double? NullMedian { get; init; }

    /// <summary>Shape of the Weibull curve with that median; 1 is the exponential.</summary>
    public double NullShape { get; init; } = 1.0;

    /// <summary>Pieces of a piecewise exponential curve of that null hypothesis, the first from 0; empty for none.</summary>
    public IReadOnlyList<(double From, double Hazard)> NullHazard { get; init; } = [];

    /// <summary>Time of the landmark; null for none.</summary>
    public double? Landmark { get; init; }

    /// <summary>Fleming and Harrington's weights of the log-rank test beyond the plain one.</summary>
    public IReadOnlyList<(double Rho, double Gamma)> Weights { get; init; } = [];

    /// <summary>Delay of the modestly weighted log-rank test and, after it, the greatest weight; empty for no such test.</summary>
    public IReadOnlyList<double> Delay { get; init; } = [];

    /// <summary>Cuts of the piecewise exponential model; empty for no such model.</summary>
    public IReadOnlyList<double> Cuts { get; init; } = [];

    /// <summary>Treatment of ties in Cox regressions.</summary>
    public TieHandling Ties { get; init; } = TieHandling.Efron;

    /// <summary>Whether intervals of hazard ratios are by profile likelihood instead of Wald's.</summary>
    public bool UsesProfileIntervals { get; init; }

    /// <summary>Scale of survival intervals.</summary>
    public IntervalTransform Transform { get; init; } = IntervalTransform.Log;

    /// <summary>What a unit of time is called; empty where the user did not say.</summary>
    public string TimeUnit { get; init; } = "";
}
