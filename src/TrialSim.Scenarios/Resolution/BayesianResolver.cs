using System.Globalization;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Bayesian;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Posterior and predictive probabilities: what is hoped for, what was believed before, and when it is probable enough.</summary>
internal sealed class BayesianResolver(ResolutionContext context, ComparisonResolver comparisons, SingleArmResolver arms)
{
    /// <summary>The analysis; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedMethod? Resolve(AnalysisDocument document, AnalysisMethod method, EndpointKind kind, DocumentPath path)
    {
        ResolvedQuestion? question = kind == EndpointKind.Binary ? OfShares(document, path) : OfTimes(document, path);
        bool isMissing = context.IsMissing(document.Threshold, "threshold", "the probability from which on it rejects, such as threshold: 0.975", path);
        if (method == AnalysisMethod.PosteriorProbability)
        {
            return isMissing || question is null ? null : new ResolvedMethod.Posterior(question, document.Threshold!.Value);
        }

        isMissing |= context.IsMissing(document.FinalThreshold, "final_threshold", "the posterior probability that counts as success at the end, such as final_threshold: 0.95", path);
        if (kind == EndpointKind.Binary)
        {
            Refuse(document.FinalEvents, "final_events", "a binary endpoint is known by its patients. Write patients_per_arm", path);
            isMissing |= context.IsMissing(document.PatientsPerArm, "patients_per_arm", "the patients of each arm at the end, such as patients_per_arm: 60", path);
        }
        else
        {
            Refuse(document.PatientsPerArm, "patients_per_arm", "what is known of a time to an event goes by its events. Write final_events", path);
            isMissing |= context.IsMissing(document.FinalEvents, "final_events", "the events of the arm, or of both arms together, at the end, such as final_events: 165", path);
        }

        if (isMissing || question is null)
        {
            return null;
        }

        PredictedEnd end = kind == EndpointKind.Binary ? new PredictedEnd.PatientsPerArm(document.PatientsPerArm!.Value) : new PredictedEnd.Events(document.FinalEvents!.Value);
        return new ResolvedMethod.Predictive(question, document.FinalThreshold!.Value, end, document.Threshold!.Value);
    }

    private ResolvedQuestion? OfShares(AnalysisDocument document, DocumentPath path)
    {
        Refuse(document.HazardRatioBelow, "hazard_ratio_below", "a binary endpoint has no hazard. Write exceeds", path);
        if (document.Exceeds is Amount.Time)
        {
            context.Problems.Error(path.Key("exceeds"), "This is a time, and the endpoint is binary. Write a probability, or a difference of two.");
            return null;
        }

        PriorDocument prior = ShareOf(document.Prior, path.Key("prior"));
        PriorDocument controlPrior = document.ControlPrior is null ? prior : ShareOf(document.ControlPrior, path.Key("control_prior"));
        BetaDistribution belief = new(prior.Alpha!.Value, prior.Beta!.Value);
        if (document.Compare?.Value is not null)
        {
            Refuse(document.Arm, "arm", "two arms are compared. Write arm or compare", path);
            double difference = document.Exceeds?.Figure ?? Defaults.Exceeds;
            if (Math.Abs(difference) >= 1.0)
            {
                context.Problems.Error(path.Key("exceeds"), $"'{Shown(difference)}' is no difference of two probabilities. Write a number between -1 and 1.");
                return null;
            }

            foreach (Pair pair in comparisons.Optional(document.Compare, path))
            {
                BetaDistribution controlBelief = new(controlPrior.Alpha!.Value, controlPrior.Beta!.Value);
                return Of(new PosteriorQuestion.ShareDifference(Compiled(pair), belief, controlBelief, difference), pair, prior, controlPrior, new Amount.Plain(difference));
            }

            return null;
        }

        RefuseControlPrior(document, path);
        Reference? arm = arms.ArmOf(document, path);
        if (context.IsMissing(document.Exceeds, "exceeds", "the probability that the arm's must exceed, such as exceeds: 0.3, or compare: [experimental arm, control arm]", path))
        {
            return null;
        }

        if (document.Exceeds!.Figure is <= 0.0 or >= 1.0)
        {
            context.Problems.Error(path.Key("exceeds"), $"'{Shown(document.Exceeds.Figure)}' is no probability to be exceeded. Write a number between 0 and 1.");
            return null;
        }

        return arm is { } found ? Of(new PosteriorQuestion.Share(found.Index, belief, document.Exceeds.Figure), found, prior, document.Exceeds) : null;
    }

    private ResolvedQuestion? OfTimes(AnalysisDocument document, DocumentPath path)
    {
        GammaDistribution? belief = HazardOf(document.Prior, path.Key("prior"), path);
        if (document.Compare?.Value is not null)
        {
            Refuse(document.Arm, "arm", "two arms are compared. Write arm or compare", path);
            Refuse(document.Exceeds, "exceeds", "two arms are compared by their hazards. Write hazard_ratio_below", path);
            GammaDistribution? controlBelief = document.ControlPrior is null ? belief : HazardOf(document.ControlPrior, path.Key("control_prior"), path);
            foreach (Pair pair in comparisons.Optional(document.Compare, path))
            {
                double ratio = document.HazardRatioBelow ?? Defaults.HazardRatioBelow;
                return belief is { } experimental && controlBelief is { } control
                    ? Of(new PosteriorQuestion.HazardRatio(Compiled(pair), experimental, control, ratio), pair, document.Prior!, document.ControlPrior ?? document.Prior!, new Amount.Plain(ratio))
                    : null;
            }

            return null;
        }

        RefuseControlPrior(document, path);
        Refuse(document.HazardRatioBelow, "hazard_ratio_below", "one arm has no hazard ratio. Write exceeds, or compare", path);
        Reference? arm = arms.ArmOf(document, path);
        const string Advice = "the median that the arm's must exceed, such as exceeds: 10mo, or compare: [experimental arm, control arm]";
        if (context.IsMissing(document.Exceeds, "exceeds", Advice, path))
        {
            return null;
        }

        if (document.Exceeds is not Amount.Time { Duration.Days: > 0.0 } median)
        {
            context.Problems.Error(path.Key("exceeds"), "This is no time, and the endpoint is a time to an event. Write the median that must be exceeded, such as 10mo.");
            return null;
        }

        return belief is { } hazard && arm is { } found ? Of(new PosteriorQuestion.Median(found.Index, hazard, median.Duration.Days), found, document.Prior!, median) : null;
    }

    private static ResolvedQuestion Of(PosteriorQuestion question, Pair pair, PriorDocument prior, PriorDocument controlPrior, Amount exceeds) =>
        new(question, string.Empty, new([pair.Experimental.Name, pair.Control.Name]), prior, controlPrior) { Exceeds = exceeds, Compared = [pair] };

    private static ResolvedQuestion Of(PosteriorQuestion question, Reference arm, PriorDocument prior, Amount exceeds) =>
        new(question, arm.Name, new([]), prior, new PriorDocument()) { Exceeds = exceeds };

    private static Comparison Compiled(Pair pair) => new(pair.Experimental.Index, pair.Control.Index);

    private static string Shown(double number) => number.ToString(CultureInfo.InvariantCulture);

    private PriorDocument ShareOf(PriorDocument? prior, DocumentPath path)
    {
        if ((prior?.Events ?? (object?)prior?.Time) is not null)
        {
            context.Problems.Error(path, "events and time are of a hazard, and the endpoint is binary. Write alpha and beta.");
        }

        return new PriorDocument { Alpha = prior?.Alpha ?? Defaults.Prior, Beta = prior?.Beta ?? Defaults.Prior };
    }

    private GammaDistribution? HazardOf(PriorDocument? prior, DocumentPath path, DocumentPath analysis)
    {
        if (context.IsMissing(prior, "prior", "the events and the follow-up that the belief is worth, such as prior: {events: 2, time: 20mo}", analysis))
        {
            return null;
        }

        if ((prior!.Alpha ?? prior.Beta) is not null)
        {
            context.Problems.Error(path, "alpha and beta are of a share, and the endpoint is a time to an event. Write events and time.");
        }
        else if (prior.Events is { } events && prior.Time is { } time)
        {
            return new GammaDistribution(events, time.Days);
        }
        else if (!context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path, "A belief of a hazard is worth so many events in so much follow-up. Write events and time together, such as {events: 2, time: 20mo}.");
        }

        return null;
    }

    private void RefuseControlPrior(AnalysisDocument document, DocumentPath path) =>
        Refuse(document.ControlPrior, "control_prior", "only one arm is looked at. Write compare: [experimental arm, control arm]", path);

    private void Refuse(object? value, string key, string why, DocumentPath path)
    {
        if (value is not null)
        {
            context.Problems.Error(path.Key(key), $"'{key}' has no meaning here: {why}, or remove it.");
        }
    }
}
