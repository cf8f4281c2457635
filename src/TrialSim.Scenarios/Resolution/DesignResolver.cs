using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What the protocol decides.</summary>
internal static class DesignResolver
{
    /// <summary>The design, as far as it could be understood: whole when nothing was reported.</summary>
    public static ResolvedDesign Resolve(DesignDocument document, ResolvedTruth truth, ImmutableArray<bool> isFatal, ResolutionContext context)
    {
        DocumentPath path = DocumentPath.Root.Key("design");
        ImmutableArray<Arm> arms = [.. (document.Arms?.Entries ?? []).Select(entry => new Arm(entry.Key, entry.Value?.Role ?? Defaults.Role))];
        ResolvedAllocation allocation = new AllocationResolver(context, document.Endpoints)
            .Resolve(document.Allocation ?? new AllocationDocument(), document.Patients, path.Key("allocation"));
        EventPossibility possibility = new(document.Endpoints, truth, eventsWritten: isFatal.IsDefault ? -1 : isFatal.Length);
        LookResolver looks = new(context, document.Patients, allocation, possibility, document.Looks);
        EndpointResolver endpoints = new(context, truth, document.Visits);
        AnalysisResolver analyses = new(context, [.. arms.Select(arm => arm.Role)], document.Endpoints);
        ImmutableArray<ResolvedAnalysis> resolvedAnalyses =
        [
            .. Each(document.Analyses, path.Key("analyses"), (name, analysis, place) => analyses.Resolve(name, analysis, place)).OfType<ResolvedAnalysis>(),
        ];
        ImmutableArray<ResolvedLook> resolvedLooks =
        [
            .. Each(
                document.Looks,
                path.Key("looks"),
                (name, look, place) => new ResolvedLook(name, looks.Resolve(look.When, place.Key("when")), look.DecidedAfter ?? Defaults.DecidedAfter)),
        ];
        ResolvedTesting testing = TestingResolver.Resolve(document.Testing, resolvedAnalyses, allocation, path.Key("testing"), context);
        SequentialResolver sequential = new(context, resolvedAnalyses, resolvedLooks, allocation, document.Patients ?? 0, testing, possibility);
        ImmutableArray<ResolvedSequential> tests =
        [
            .. Each(document.Testing?.Sequential?.Value, path.Key("testing").Key("sequential"), sequential.Resolve).OfType<ResolvedSequential>(),
        ];
        FamilyLooksCheck.Report(testing.Family, resolvedAnalyses, tests, path.Key("testing"), context.Problems);
        return new ResolvedDesign(
            document.Patients ?? 0,
            arms,
            allocation,
            document.MaxFollowUp ?? OrNone<Duration>.None,
            ProtocolResolver.Resolve(document, truth, possibility, isFatal, path, context),
            [.. Each(document.Endpoints, path.Key("endpoints"), (name, endpoint, place) => endpoints.Resolve(name, endpoint, place)).OfType<ResolvedEndpoint>()],
            resolvedLooks,
            resolvedAnalyses,
            testing,
            tests,
            DecisionsOf(document, new DecisionSubjects(document.Patients ?? 0, arms, document.Endpoints, resolvedLooks, resolvedAnalyses, tests, testing, truth.Accrual?.Written), path, context));
    }

    private static ImmutableArray<ResolvedDecision> DecisionsOf(DesignDocument document, DecisionSubjects subjects, DocumentPath path, ResolutionContext context)
    {
        bool isDefault = document.Decisions is null && !context.Problems.HasErrorIn(path.Key("decisions")) && !context.Problems.HasErrorIn(path.Key("testing"));
        Named<DecisionDocument> decisions = isDefault
            ? DefaultDecisions.For(subjects.Sequential, subjects.Analyses, context.Looks.All)
            : document.Decisions?.Value ?? Named<DecisionDocument>.Empty;
        subjects = subjects with { KnowsTests = subjects.Sequential.Length == (document.Testing?.Sequential?.Value?.Entries.Length ?? 0) };
        return new DecisionResolver(context, subjects, decisions.Names).ResolveAll(decisions, path.Key("decisions"));
    }

    private static IEnumerable<TResult> Each<T, TResult>(Named<T>? named, DocumentPath path, Func<string, T, DocumentPath, TResult> resolve)
        where T : class =>
        (named?.Entries ?? [])
            .Where(entry => entry.Value is not null)
            .Select(entry => resolve(entry.Key, entry.Value!, path.Key(entry.Key)));
}
