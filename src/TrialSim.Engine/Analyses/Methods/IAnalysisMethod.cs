namespace TrialSim.Engine.Analyses.Methods;

/// <summary>
/// One analysis of the design, ready to be done at any look: it owns every buffer that it needs, so that a replicate allocates nothing. One
/// instance serves one worker.
/// </summary>
internal interface IAnalysisMethod
{
    /// <summary>One of the rows that <see cref="ResultLayout"/> gives the analysis.</summary>
    /// <param name="key">What the row is about.</param>
    /// <param name="data">What is known of the analysis's endpoint.</param>
    public ResultRow RowOf(RowKey key, in EndpointData data);
}
