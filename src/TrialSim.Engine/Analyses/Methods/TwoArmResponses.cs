using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The two arms of a test on a binary endpoint, so counted that more is better.</summary>
/// <param name="Counts">Patients of each arm of whom the better answer is true.</param>
/// <param name="Sign">1, or −1 where the better answer is no.</param>
internal readonly record struct TwoArmResponses(TwoArmCounts Counts, int Sign)
{
    /// <summary>The arms of a row.</summary>
    public static TwoArmResponses Of(RowKey key, in EndpointData data, BetterDirection better)
    {
        ResultRow control = data.CountsOf(key with { Arm = key.Control, Control = RowKey.None });
        ResultRow experimental = data.CountsOf(key with { Control = RowKey.None });
        return better == BetterDirection.Higher
            ? new TwoArmResponses(new TwoArmCounts(control.Events, control.Patients, experimental.Events, experimental.Patients), 1)
            : new TwoArmResponses(
                new TwoArmCounts(control.Patients - control.Events, control.Patients, experimental.Patients - experimental.Events, experimental.Patients), -1);
    }

    /// <summary>A row with the difference of the shares of whom the endpoint is true, experimental minus control, and its Wald interval.</summary>
    public ResultRow WithDifference(ResultRow row, double confidence)
    {
        Interval limits = RiskDifference.Wald(Counts, confidence);
        double difference = Sign * RiskDifference.Estimate(Counts).Estimate;
        return row.WithEstimate(
            difference, RiskDifference.StandardError(Counts), Sign > 0 ? limits : new Interval(-limits.Upper, -limits.Lower));
    }
}
