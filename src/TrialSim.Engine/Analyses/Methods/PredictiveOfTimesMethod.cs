using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Bayesian;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>
/// The probability that the trial will end in success, of a time to an event with constant hazards. The follow-up still to come is split between the arms as the patients without an event are,
/// or all patients where everybody has had one. An arm, or two, that has its events is at its end.
/// </summary>
internal sealed class PredictiveOfTimesMethod(PredictiveProbabilityAnalysis analysis, PredictedEnd.Events end) : IAnalysisMethod
{
    private readonly HazardRatioPrediction? _prediction = analysis.Question is PosteriorQuestion.HazardRatio ratio
        ? new HazardRatioPrediction(ratio.ControlPrior, ratio.Prior, ratio.Ratio, analysis.FinalThreshold, end.Count)
        : null;

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ResultRow counts = data.CountsOf(key);
        ArmFollowUp experimental = ArmFollowUp.Of(key, key.Arm, data);
        ArmFollowUp control = key.Control == RowKey.None ? experimental : ArmFollowUp.Of(key, key.Control, data);
        if (data.LackOfPatients(key) is not NotEstimable.None and NotEstimable lack)
        {
            return counts with { Reason = lack };
        }

        double probability = analysis.Question switch
        {
            PosteriorQuestion.Median median => EventPrediction.OfOneArm(
                experimental.After(median.Prior), Math.Max(0, end.Count - experimental.Events), median.HazardPerDay, analysis.FinalThreshold),
            PosteriorQuestion.HazardRatio => _prediction!.Predictive(control.Events, control.Days, experimental.Events, experimental.Days, ShareOf(experimental, control)),
            _ => throw new InvalidOperationException($"No prediction of events for {analysis.Question.GetType().Name}."),
        };
        return counts.WithProbability(probability, analysis.Threshold);
    }

    private static double ShareOf(ArmFollowUp experimental, ArmFollowUp control) =>
        experimental.WithoutEvent + control.WithoutEvent is > 0 and int waiting
            ? (double)experimental.WithoutEvent / waiting
            : (double)experimental.Patients / (experimental.Patients + control.Patients);
}
