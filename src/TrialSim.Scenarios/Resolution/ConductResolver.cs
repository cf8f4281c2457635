using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>How the protocol is really followed.</summary>
internal static class ConductResolver
{
    /// <summary>The conduct, with an entry for each treatment and each schedule of visits.</summary>
    public static ProtocolConduct Resolve(TruthDocument? document, DocumentPath path, ResolutionContext context)
    {
        foreach ((string name, WindowBehaviour? _) in document?.Timing?.Entries ?? [])
        {
            if (context.Treatments.All.All(treatment => treatment.Name != name))
            {
                context.Visits.Find(name, path.Key("timing").Key(name));
            }
        }

        foreach ((string name, double? _) in document?.Uptake?.Entries ?? [])
        {
            context.Treatments.Find(name, path.Key("uptake").Key(name));
        }

        foreach ((string name, double? _) in document?.MissedVisits?.Entries ?? [])
        {
            context.Visits.Find(name, path.Key("missed_visits").Key(name));
        }

        return new ProtocolConduct(
            [.. context.Treatments.All.Select(treatment => new TreatmentConduct(TimingOf(document, treatment.Name), ValueOf(document?.Uptake, treatment.Name) ?? 1.0))],
            [.. context.Visits.All.Select(visit => new VisitConduct(TimingOf(document, visit.Name), MissedOf(document, visit.Name)))]);
    }

    private static WindowBehaviour TimingOf(TruthDocument? document, string name) => ValueOf(document?.Timing, name) ?? Defaults.Timing;

    private static double MissedOf(TruthDocument? document, string name) => ValueOf(document?.MissedVisits, name) ?? 0.0;

    private static T? ValueOf<T>(Named<T?>? named, string name)
        where T : struct =>
        named?.Entries.FirstOrDefault(entry => entry.Key == name).Value;
}
