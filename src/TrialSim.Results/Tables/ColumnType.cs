namespace TrialSim.Results.Tables;

/// <summary>What a column's cells are.</summary>
public enum ColumnType
{
    /// <summary>A name or a word.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number, written so that reading it gives the same double.</summary>
    Number,
}
