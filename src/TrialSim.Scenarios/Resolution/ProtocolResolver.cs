using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Treatments and visits, and whether they can go together.</summary>
internal static class ProtocolResolver
{
    /// <summary>The protocol, as far as it could be understood.</summary>
    public static ResolvedProtocol Resolve(
        DesignDocument document, ResolvedTruth truth, EventPossibility possibility, ImmutableArray<bool> isFatal, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<ImmutableArray<int>> treatmentsOfArms =
        [
            .. (document.Arms?.Entries ?? []).Select(entry => context.Treatments
                .FindAll(entry.Value?.Treatments, path.Key("arms").Key(entry.Key).Key("treatments"))
                .Select(treatment => treatment.Index)
                .ToImmutableArray()),
        ];
        ConditionResolver conditions = new(context, isFatal);
        TreatmentResolver treatments = new(context, conditions, treatmentsOfArms);
        VisitResolver visits = new(context, conditions);
        ResolvedProtocol protocol = new(
            [.. Each(document.Treatments, path.Key("treatments"), treatments.Resolve).OfType<ResolvedTreatment>()],
            [.. Each(document.Visits, path.Key("visits"), visits.Resolve).OfType<ResolvedVisit>()]);
        NeedResolver.ReportForetold(protocol, truth, context);
        NeedResolver.ReportUnused(protocol, path.Key("treatments"), context);
        if (protocol.Treatments.Length == context.Treatments.All.Length && protocol.Visits.Length == context.Visits.All.Length && truth.Events.Length == context.Events.All.Length)
        {
            ProtocolCheck.Report(protocol, truth.Events, possibility, path, context);
            if (truth.States.Length == context.States.All.Length)
            {
                StopRuleCheck.Report(protocol, truth, possibility, path, context);
            }
        }

        return protocol;
    }

    private static IEnumerable<TResult> Each<T, TResult>(Named<T>? named, DocumentPath path, Func<string, T, DocumentPath, TResult> resolve)
        where T : class =>
        (named?.Entries ?? [])
            .Where(entry => entry.Value is not null)
            .Select(entry => resolve(entry.Key, entry.Value!, path.Key(entry.Key)));
}
