namespace TrialSim.Scenarios.Parsing;

/// <summary>How a scalar was written.</summary>
internal enum ScalarStyle
{
    /// <summary>Without quotation marks: may be a number or a word.</summary>
    Plain,

    /// <summary>In quotation marks or as a block: a text.</summary>
    Quoted,
}
