using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The share of an arm's patients of whom a binary endpoint is true.</summary>
internal sealed class ProportionMethod(ProportionAnalysis analysis) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ResultRow counts = data.CountsOf(key);
        if (counts.Patients == 0)
        {
            return counts with { Reason = NotEstimable.NoPatients };
        }

        double share = (double)counts.Events / counts.Patients;
        Interval limits = analysis.Interval == ProportionInterval.ClopperPearson
            ? Binomial.ClopperPearson(counts.Events, counts.Patients, analysis.ConfidenceLevel)
            : Binomial.Wilson(counts.Events, counts.Patients, analysis.ConfidenceLevel);
        return counts.WithEstimate(share, Math.Sqrt(share * (1.0 - share) / counts.Patients), limits);
    }
}
