using TrialSim.Model.Decisions;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Warnings about what is allowed and probably not meant.</summary>
internal static class UsageCheck
{
    private static readonly DocumentPath Design = DocumentPath.Root.Key("design");
    private static readonly DocumentPath Truth = DocumentPath.Root.Key("truth");

    /// <summary>Warns about parts that nothing uses and times beyond the follow-up.</summary>
    public static void Warn(ResolvedScenario scenario, ProblemList problems)
    {
        WarnOfUnusedEvents(scenario, problems);
        WarnOfUnusedCovariates(scenario, problems);
        WarnOfUnusedEndpointsAndLooks(scenario.Design, problems);
        WarnOfLateDecisions(scenario.Design, problems);
        DecisionUsageCheck.Warn(scenario.Design, problems);
        EnrolmentCheck.Warn(scenario.Design.Patients, scenario.Truth, problems);
        if (scenario.Design.MaxFollowUp.Value is { } end)
        {
            WarnOfFollowUp(scenario.Design, end, problems);
        }
    }

    private static void WarnOfUnusedEvents(ResolvedScenario scenario, ProblemList problems)
    {
        HashSet<int> used =
        [
            .. FindingUsage.EventsOf(scenario.Design),
            .. scenario.Truth.Events.Select(one => one.Since.Index),
            .. scenario.Truth.Loss.Informative.Select(loss => loss.Before.Index),
            .. scenario.Truth.Effects.SelectMany(effect => effect.On).Select(one => one.Index),
            .. Conditions(scenario).OfType<ResolvedCondition.Had>().Select(had => had.Event),
            .. Conditions(scenario).OfType<ResolvedCondition.AdverseEvent>().SelectMany(adverse => adverse.Events),
            .. scenario.Truth.Occasions().Where(occasion => occasion.Kind == OccasionKind.Occurrence).Select(occasion => occasion.Subject),
            .. Anchors(scenario.Design.Protocol).OfType<FirstSeen>().Select(first => first.Event),
            .. Anchors(scenario.Design.Protocol).OfType<EachSeen>().Select(each => each.Event),
        ];
        for (int i = 0; i < scenario.Truth.Events.Length; i++)
        {
            ResolvedEvent one = scenario.Truth.Events[i];
            if (!used.Contains(i) && one.Ending == CourseEnding.Continues && one.Grades.IsEmpty)
            {
                problems.Warning(Truth.Key("events").Key(one.Name), $"Nothing uses the event '{one.Name}'. Name it in an endpoint, or remove it.");
            }
        }
    }

    private static void WarnOfUnusedCovariates(ResolvedScenario scenario, ProblemList problems)
    {
        ResolvedTruth truth = scenario.Truth;
        HashSet<int> used =
        [
            .. scenario.Design.Allocation.Strata.Concat(scenario.Design.Allocation.Factors).Select(factor => factor.Index),
            .. scenario.Design.Analyses.SelectMany(analysis => analysis.Method.Factors).Select(factor => factor.Index),
            .. truth.Effects.OfType<ResolvedEffect.Slope>().Select(slope => slope.Covariate.Index),
            .. Conditions(scenario).OfType<ResolvedCondition.HasLevel>().Select(test => test.Covariate),
            .. Conditions(scenario).OfType<ResolvedCondition.AtLeast>().Select(test => test.Covariate),
            .. scenario.Design.Decisions.Select(decision => decision.Compiled.Then).OfType<DecisionAction.EnrolOnly>().Select(only => only.Covariate),
            .. truth.Events.SelectMany(one => Choices(one.Hazard).Concat(Choices(one.Before))).Concat(Choices(truth.Loss.Hazard)),
        ];
        for (int i = 0; i < truth.Covariates.Length; i++)
        {
            if (!used.Contains(i))
            {
                string name = truth.Covariates[i].Name;
                problems.Warning(Truth.Key("covariates").Key(name), $"Nothing uses the covariate '{name}'. Name it in an effect, a hazard, strata or an enrol_only, or remove it.");
            }
        }
    }

    private static void WarnOfUnusedEndpointsAndLooks(ResolvedDesign design, ProblemList problems)
    {
        HashSet<string> endpoints =
        [
            .. design.Analyses.Select(analysis => analysis.Endpoint.Name),
            .. design.Looks.SelectMany(look => look.When.Leaves()).OfType<ResolvedTrigger.Events>().Select(events => events.Endpoint.Name),
        ];
        HashSet<string> looks = [.. design.Analyses.SelectMany(analysis => analysis.Looks).Select(look => look.Name)];
        foreach (ResolvedEndpoint endpoint in design.Endpoints.Where(endpoint => !endpoints.Contains(endpoint.Name)))
        {
            problems.Warning(Design.Key("endpoints").Key(endpoint.Name), $"No analysis uses the endpoint '{endpoint.Name}'. Analyse it, or remove it.");
        }

        foreach (ResolvedLook look in design.Looks.Where(look => !looks.Contains(look.Name)))
        {
            problems.Warning(Design.Key("looks").Key(look.Name), $"No analysis is done at the look '{look.Name}'. Name it in an 'at', or remove it.");
        }
    }

    private static void WarnOfLateDecisions(ResolvedDesign design, ProblemList problems)
    {
        foreach (ResolvedLook look in design.Looks)
        {
            foreach (ResolvedLook next in design.Looks.Where(next => GapOf(look.When, next.When) is > 0.0 and double gap && gap < look.DecidedAfter.Days))
            {
                problems.Warning(
                    Design.Key("looks").Key(look.Name).Key("decided_after"),
                    $"'{next.Name}' takes place before it is decided upon '{look.Name}', {look.DecidedAfter} after the cut. Write a shorter time, or a later look.");
            }
        }
    }

    // Known beforehand only between two looks of the same clock.
    private static double GapOf(ResolvedTrigger look, ResolvedTrigger next) => (look, next) switch
    {
        (ResolvedTrigger.TrialTime earlier, ResolvedTrigger.TrialTime later) => later.Time.Days - earlier.Time.Days,
        (ResolvedTrigger.FollowUp earlier, ResolvedTrigger.FollowUp later) => later.Time.Days - earlier.Time.Days,
        _ => 0.0,
    };

    private static void WarnOfFollowUp(ResolvedDesign design, Duration end, ProblemList problems)
    {
        foreach (ResolvedLook look in design.Looks)
        {
            foreach (ResolvedTrigger.FollowUp longer in look.When.Leaves().OfType<ResolvedTrigger.FollowUp>().Where(longer => longer.Time.Days > end.Days))
            {
                problems.Warning(
                    Design.Key("looks").Key(look.Name).Key("when"),
                    $"The look waits {longer.Time} after the last patient, and nobody is followed longer than {end}. Nothing more is seen after that.");
            }
        }

        foreach (ResolvedAnalysis analysis in design.Analyses)
        {
            DocumentPath place = Design.Key("analyses").Key(analysis.Name);
            if (analysis.Method is ResolvedMethod.Milestone milestone && milestone.Time.Days > end.Days)
            {
                problems.Warning(place.Key("time"), $"The milestone {milestone.Time} lies after the end of follow-up at {end}, so it cannot be estimated.");
            }

            if (analysis.Method is ResolvedMethod.RestrictedMean mean && mean.Horizon.Days > end.Days)
            {
                problems.Warning(place.Key("horizon"), $"The horizon {mean.Horizon} lies after the end of follow-up at {end}, so the mean cannot be estimated.");
            }
        }
    }

    // What the truth's conditions and those of the protocol ask for.
    private static IEnumerable<ResolvedCondition> Conditions(ResolvedScenario scenario) =>
        scenario.Truth.Conditions().Concat(scenario.Design.Protocol.Conditions());

    private static IEnumerable<Anchor> Anchors(ResolvedProtocol protocol) =>
        protocol.Treatments.Select(treatment => treatment.After).Concat(protocol.Visits.Select(visit => visit.After));

    // The covariates by which a hazard chooses.
    private static IEnumerable<int> Choices(ResolvedHazard hazard) => hazard switch
    {
        ResolvedHazard.ByLevel byLevel => byLevel.Levels.SelectMany(choice => Choices(choice.Hazard)).Append(byLevel.Covariate.Index),
        ResolvedHazard.ByArm byArm => byArm.Arms.SelectMany(choice => Choices(choice.Hazard)),
        ResolvedHazard.Cure cure => Choices(cure.Uncured),
        _ => [],
    };
}
