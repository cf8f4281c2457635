using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Bayesian;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>
/// The probability that the trial will end in success, of a binary endpoint. Everything is so counted that more is better. When an arm has more patients than were planned for it, its end
/// is what it has; which responses then succeed is found anew, as it is for the first look of a run.
/// </summary>
internal sealed class PredictiveOfSharesMethod(PredictiveProbabilityAnalysis analysis, PredictedEnd.PatientsPerArm end, BetterDirection better) : IAnalysisMethod
{
    private TwoArmSuccess? _success;

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ResultRow counts = data.CountsOf(key);
        ArmResponses experimental = Better(ArmResponses.Of(key, key.Arm, data));
        double probability;
        switch (analysis.Question)
        {
            case PosteriorQuestion.Share share:
                probability = PredictiveProbability.OfOneArm(
                    Better(share.Prior),
                    experimental.Events,
                    experimental.Patients,
                    end.Count,
                    better == BetterDirection.Higher ? share.Value : 1.0 - share.Value,
                    analysis.FinalThreshold);
                break;
            case PosteriorQuestion.ShareDifference difference:
                ArmResponses control = Better(ArmResponses.Of(key, key.Control, data));
                probability = OfTwoArms(difference, control, experimental);
                break;
            default:
                throw new InvalidOperationException($"No prediction for {analysis.Question.GetType().Name}.");
        }

        return counts.Patients == 0
            ? counts with { Reason = NotEstimable.NoPatients }
            : counts.WithProbability(probability, analysis.Threshold);
    }

    private double OfTwoArms(PosteriorQuestion.ShareDifference question, ArmResponses control, ArmResponses experimental)
    {
        BetaDistribution controlPrior = Better(question.ControlPrior);
        BetaDistribution experimentalPrior = Better(question.Prior);
        int controlEnd = Math.Max(control.Patients, end.Count);
        int experimentalEnd = Math.Max(experimental.Patients, end.Count);
        if (_success is null || _success.ControlPatients != controlEnd || _success.ExperimentalPatients != experimentalEnd)
        {
            _success = new TwoArmSuccess(controlPrior, experimentalPrior, controlEnd, experimentalEnd, question.Difference, analysis.FinalThreshold);
        }

        return _success.Predictive(
            control.After(controlPrior), control.Events, control.Patients, experimental.After(experimentalPrior), experimental.Events, experimental.Patients);
    }

    private ArmResponses Better(ArmResponses arm) => better == BetterDirection.Higher ? arm : arm.Opposite;

    private BetaDistribution Better(BetaDistribution prior) => better == BetterDirection.Higher ? prior : new BetaDistribution(prior.Beta, prior.Alpha);
}
