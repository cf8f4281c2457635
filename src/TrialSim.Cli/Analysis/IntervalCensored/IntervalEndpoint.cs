namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>Times that are known to lie in intervals, and what was asked of them. An empty name stands for a column that was not named.</summary>
internal sealed record IntervalEndpoint : AnalysisEndpoint
{
    public override AnalysisShape Shape => AnalysisShape.IntervalCensored;

    public override IReadOnlyList<NamedColumn> EssentialColumns => [new("--start", Start)];

    public override IReadOnlyList<NamedColumn> ColumnsThatMayBeEmpty => [new("--lower", Lower), new("--upper", Upper)];

    /// <summary>Column of the last time known to be without the event.</summary>
    public required string Lower { get; init; }

    /// <summary>Column of the first time known to be with it.</summary>
    public required string Upper { get; init; }

    /// <summary>Column of the time from which a row is under observation; empty for 0.</summary>
    public string Start { get; init; } = "";

    /// <summary>Times at which survival is told.</summary>
    public IReadOnlyList<double> At { get; init; } = [];

    /// <summary>Cuts of the piecewise exponential model; empty for no such model.</summary>
    public IReadOnlyList<double> Cuts { get; init; } = [];

    /// <summary>What a unit of time is called; empty where the user did not say.</summary>
    public string TimeUnit { get; init; } = "";
}
