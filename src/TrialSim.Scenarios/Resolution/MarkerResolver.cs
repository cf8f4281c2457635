using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Markers that are measured at visits.</summary>
internal sealed class MarkerResolver(ResolutionContext context, ConditionResolver conditions)
{
    /// <summary>The marker; null where what was written makes none.</summary>
    public ResolvedMarker? Resolve(string name, MarkerDocument document, DocumentPath path)
    {
        ImmutableArray<Reference> measuredAt = context.Visits.FindAll(document.MeasuredAt, path.Key("measured_at"));
        context.ReportNoCellText(document.Unit?.Value, path.Key("unit"));
        MarkerDistribution distribution = document.Distribution ?? Defaults.MarkerDistribution;
        (ResolvedProfile Profile, MarkerProfileDocument Written)?[] profiles =
        [
            .. (document.Profiles?.Items ?? []).Select((profile, i) => profile is null ? null : ResolveProfile(profile, i, distribution, path.Key("profiles")[i])),
        ];
        if (measuredAt.IsEmpty || profiles.Length == 0 || profiles.Contains(null))
        {
            return null;
        }

        MarkerDocument written = document with
        {
            MeasuredAt = new Listed<string>([.. measuredAt.Select(visit => visit.Name)]),
            Distribution = distribution,
            Correlation = document.Correlation ?? 0.0,
            Unit = document.Unit ?? OrNone<string>.None,
            Profiles = new Listed<MarkerProfileDocument>([.. profiles.Select(profile => profile!.Value.Written)]),
        };
        return new ResolvedMarker(name, written, measuredAt, [.. profiles.Select(profile => profile!.Value.Profile)]);
    }

    private (ResolvedProfile Profile, MarkerProfileDocument Written)? ResolveProfile(
        MarkerProfileDocument document, int place, MarkerDistribution distribution, DocumentPath path)
    {
        ResolvedCondition condition = conditions.Resolve(document.If, path.Key("if"));
        Anchor? since = context.Anchors.ResolveSession(document.Since, path.Key("since"));
        DocumentPath values = path.Key("values");
        if (since is null || document.Values is null || document.Values.Items.Any(point => point?.At is null || point.Mean is null || point.Sd is null))
        {
            return null;
        }

        ImmutableArray<MarkerPoint> points = [.. document.Values.Items.Select(point => new MarkerPoint(point!.At!.Days, point.Mean!.Value, point.Sd!.Value))];
        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0 && points[i].Day <= points[i - 1].Day)
            {
                context.Problems.Error(values[i].Key("at"), "This time is not after the one before it. Write the points in the order of time, each time once.");
            }

            if (distribution == MarkerDistribution.LogNormal && points[i].Mean <= 0)
            {
                context.Problems.Error(values[i].Key("mean"), "A log-normal marker is positive. Write a mean above 0, or distribution: normal.");
            }
        }

        MarkerProfileDocument written = document with
        {
            If = document.If ?? ConditionDocument.Always,
            Since = context.Anchors.TextOf(since),
        };
        return (new ResolvedProfile(place, condition, since, points), written);
    }
}
