using TrialSim.Results;
using TrialSim.Results.Sizes;

namespace TrialSim.Cli.Sizes;

/// <summary>The share of patients of an arm of whom a binary endpoint is true, over all that a search has simulated.</summary>
/// <param name="Value">The share.</param>
/// <param name="StandardError">Its standard error.</param>
internal readonly record struct SimulatedShare(double Value, double StandardError)
{
    /// <summary>Whether it and what its error leaves open lie strictly between 0 and 1.</summary>
    public bool IsInside => Value > 0.0 && Above < 1.0;

    /// <summary>A standard error more.</summary>
    public double Above => Value + StandardError;

    /// <summary>The share; 0 where nothing was seen.</summary>
    public static SimulatedShare Of(IReadOnlyList<SizeEvaluation> evaluations, string look, string endpoint, string arm)
    {
        double patients = Sum(Measures.Patients);
        double share = patients > 0.0 ? Sum(Measures.Events) / patients : 0.0;
        return new SimulatedShare(share, patients > 0.0 ? Math.Sqrt(share * (1.0 - share) / patients) : 0.0);

        double Sum(string measure) => evaluations.Sum(evaluation => evaluation.Characteristics
            .Where(row => row.Look == look && row.Endpoint == endpoint && row.Analysis.Length == 0 && row.Arm == arm && row.Measure == measure)
            .Sum(row => (row.Value ?? 0.0) * row.Replicates));
    }
}
