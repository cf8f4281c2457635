namespace TrialSim.Results.Tables;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>A name or a word, which may be empty.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,
}
