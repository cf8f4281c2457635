namespace TrialSim.Cli.Analysis;

/// <summary>What the user asked of <c>trialsim analyze</c>. An empty name stands for a column that was not named.</summary>
internal sealed record AnalysisRequest
{
    /// <summary>Confidence of intervals where the user names none.</summary>
    public const double UsualConfidence = 0.95;

    /// <summary>The data file.</summary>
    public required string File { get; init; }

    /// <summary>What is measured of each patient.</summary>
    public required AnalysisEndpoint Endpoint { get; init; }

    /// <summary>Column of the arm; empty for one group.</summary>
    public string Arm { get; init; } = "";

    /// <summary>Level of the control arm; empty to find it.</summary>
    public string Control { get; init; } = "";

    /// <summary>Columns whose levels together are the strata.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>Columns of covariates of a regression.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Those of <see cref="Covariates"/> that are categories although they are written as numbers.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Names of methods, in order; empty for the usual ones.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Which rows of the file are read; all where there are none.</summary>
    public IReadOnlyList<RowFilter> Where { get; init; } = [];

    /// <summary>Column of numbers by which the arms are ordered, so that the first is the control; empty for the order of the file.</summary>
    public string ArmOrder { get; init; } = "";

    /// <summary>Confidence of all intervals.</summary>
    public double Confidence { get; init; } = UsualConfidence;

    /// <summary>Columns without which a row takes part in nothing.</summary>
    public IReadOnlyList<NamedColumn> EssentialColumns =>
        [.. Endpoint.EssentialColumns.Append(new NamedColumn("--arm", Arm)).Where(column => column.Name.Length > 0)];

    /// <summary>All columns that are named, with their options.</summary>
    public IReadOnlyList<NamedColumn> Columns =>
    [
        .. EssentialColumns,
        .. Endpoint.ColumnsThatMayBeEmpty.Where(column => column.Name.Length > 0),
        .. Endpoint.FurtherColumns.Select(further => further.Column).Where(column => column.Name.Length > 0),
        .. Strata.Select(name => new NamedColumn("--strata", name)),
        .. Covariates.Select(name => new NamedColumn("--covariates", name)),
    ];

    /// <summary>Columns that are read beside those, and may be named twice.</summary>
    public IEnumerable<string> FurtherColumns => Where.Select(filter => filter.Column).Concat(ArmOrder.Length > 0 ? [ArmOrder] : []);
}
