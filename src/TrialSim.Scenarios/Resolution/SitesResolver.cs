using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Sites;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Sites.</summary>
internal static class SitesResolver
{
    private static readonly string[] Openings = ["over", "every", "at"];

    /// <summary>Patients come to the trial as a whole.</summary>
    public static ResolvedSites NoSites { get; } = new(OrNone<SitesDocument>.None, SitePlan.None);

    /// <summary>The sites; none, with the reason reported, when what was written makes none.</summary>
    public static ResolvedSites Resolve(OrNone<SitesDocument>? written, DocumentPath path, ProblemList problems)
    {
        if (written?.Value is not { Count: int count } document)
        {
            return NoSites;
        }

        ImmutableArray<double> openingDays = ResolveOpening(document.Opening, count, path.Key("opening"), problems);
        if (document.MaxPatientsEach?.Value is { } most && most.Value != Math.Floor(most.Value))
        {
            string shown = most.Value.ToString(CultureInfo.InvariantCulture);
            problems.Error(path.Key("max_patients_each"), $"A site cannot have {shown} patients. Write a whole number, or the word {Names.None}.");
        }

        ImmutableArray<(string Name, SiteResourceDocument Written, SiteResource Compiled)> resources =
        [
            .. (document.EachHas?.Entries ?? [])
                .Where(entry => entry.Value is not null)
                .Select(entry => (entry.Key, Found: SiteResourceResolver.Resolve(entry.Key, entry.Value!, path.Key("each_has").Key(entry.Key), problems)))
                .Where(entry => entry.Found is not null)
                .Select(entry => (entry.Key, entry.Found!.Value.Written, entry.Found!.Value.Compiled)),
        ];
        if (problems.HasErrorIn(path))
        {
            return NoSites;
        }

        SitesDocument inFull = document with
        {
            Opening = document.Opening ?? new SiteOpeningDocument { Over = Duration.Zero },
            Closing = document.Closing ?? OrNone<SiteClosingDocument>.None,
            Variation = document.Variation ?? OrNone<SiteVariationDocument>.None,
            MaxPatientsEach = document.MaxPatientsEach ?? OrNone<Number>.None,
            ScreeningFailure = document.ScreeningFailure ?? 0.0,
            EachHas = new Named<SiteResourceDocument>([.. resources.Select(one => KeyValuePair.Create<string, SiteResourceDocument?>(one.Name, one.Written))]),
        };
        return new ResolvedSites(new OrNone<SitesDocument>(inFull), new SitePlan(openingDays)
        {
            OpenForDays = document.Closing?.Value?.After?.Days ?? double.PositiveInfinity,
            RateShape = document.Variation?.Value?.Shape ?? SitePlan.NoVariation,
            MaxPatientsEach = (int?)document.MaxPatientsEach?.Value?.Value ?? SitePlan.NoLimit,
            ScreeningFailure = document.ScreeningFailure ?? 0.0,
            Resources = [.. resources.Select(one => one.Compiled)],
        });
    }

    // The day of each site.
    private static ImmutableArray<double> ResolveOpening(SiteOpeningDocument? document, int count, DocumentPath path, ProblemList problems)
    {
        string form = document is null ? string.Empty : Choice.ExactlyOne(document, Openings, path, problems);
        switch (form)
        {
            case "over":
                return Evenly(count, count == 1 ? 0.0 : document!.Over!.Days / (count - 1));
            case "every":
                return Evenly(count, document!.Every!.Days);
            case "at" when document!.At!.Items.Length != count:
                problems.Error(path.Key("at"), $"{document.At.Items.Length} openings stand here for {count} sites. Write one time for each site.");
                return [];
            case "at":
                return [.. document.At.Items.OfType<Duration>().Select(time => time.Days)];
            default:
                return [.. new double[count]];
        }
    }

    private static ImmutableArray<double> Evenly(int count, double gapDays) => [.. Enumerable.Range(0, count).Select(site => site * gapDays)];
}
