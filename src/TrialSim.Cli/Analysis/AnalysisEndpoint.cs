namespace TrialSim.Cli.Analysis;

/// <summary>What is measured of each patient: the columns that hold it and the options that only it has. A closed set, one record for each shape of data.</summary>
internal abstract record AnalysisEndpoint
{
    /// <summary>The shape of its data.</summary>
    public abstract AnalysisShape Shape { get; }

    /// <summary>Columns without which a row takes part in nothing.</summary>
    public abstract IReadOnlyList<NamedColumn> EssentialColumns { get; }

    /// <summary>Columns in which an empty cell says something.</summary>
    public virtual IReadOnlyList<NamedColumn> ColumnsThatMayBeEmpty => [];

    /// <summary>Columns without which a row takes part in some analyses only, with the name of these analyses.</summary>
    public virtual IReadOnlyList<(NamedColumn Column, string Analyses)> FurtherColumns => [];
}
