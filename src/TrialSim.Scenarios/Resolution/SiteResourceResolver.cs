using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What each site has for the sessions of its patients.</summary>
internal static class SiteResourceResolver
{
    private static readonly string[] Forms = ["slots_per_week", "places"];
    private static readonly ImmutableArray<DayOfWeek?> EveryDay =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>How it is written in full, and what it is; null, with the reason reported, when what was written makes none.</summary>
    public static (SiteResourceDocument Written, SiteResource Compiled)? Resolve(string name, SiteResourceDocument document, DocumentPath path, ProblemList problems)
    {
        ReportTwice(document.Days, path.Key("days"), problems);
        QueueOrder order = document.Priority ?? Defaults.QueueOrder;
        return Choice.ExactlyOne(document, Forms, path, problems) switch
        {
            "slots_per_week" => ResolveSlots(name, document with { Priority = order }, path, problems),
            "places" => ResolvePlaces(name, document with { Priority = order }, path, problems),
            _ => null,
        };
    }

    // One at a time, each for its share of a week; or, on days, all of them at once until the day closes.
    private static (SiteResourceDocument, SiteResource)? ResolveSlots(string name, SiteResourceDocument document, DocumentPath path, ProblemList problems)
    {
        if (document.Session is not null)
        {
            problems.Error(path.Key("session"), "'session' needs places. A slot is as long as its share of the week, or, on days, as the day. Write places: instead of slots_per_week:, or remove 'session'.");
            return null;
        }

        double slots = document.SlotsPerWeek!.Value;
        if (document.Days is null && document.Hours is null)
        {
            return (document, new SiteResource(name, 1, new FixedSession(DaysPer.Week / slots), OpeningTimes.Always, document.Priority!.Value));
        }

        SiteResourceDocument written = InFull(document);
        int days = written.Days!.Items.Length;
        double each = slots / days;
        if (each != Math.Floor(each))
        {
            int below = (int)Math.Floor(each) * days;
            string nearest = below == 0 ? $"{days}" : $"{below} or {below + days}";
            problems.Error(
                path.Key("slots_per_week"),
                $"{slots.ToString(CultureInfo.InvariantCulture)} slots a week are not as many on each of {days} {(days == 1 ? "day" : "days")}. Write a multiple of {days}, such as {nearest}.");
            return null;
        }

        return problems.HasErrorIn(path) ? null : (written, new SiteResource(name, (int)each, new SessionUntilClosing(), OpeningOf(written), document.Priority!.Value));
    }

    private static (SiteResourceDocument, SiteResource)? ResolvePlaces(string name, SiteResourceDocument document, DocumentPath path, ProblemList problems)
    {
        if (document.Session is not { } session)
        {
            if (!problems.HasErrorIn(path.Key("session")))
            {
                problems.Error(path, "Nothing says how long a session takes a place. Write session: with its length, such as 4h, or {mean: 4h, distribution: exponential}.");
            }

            return null;
        }

        if ((session.Length ?? session.Mean) is not { } length)
        {
            if (!problems.HasErrorIn(path.Key("session")))
            {
                problems.Error(path.Key("session"), "The key 'mean' is missing. Write 'mean:' with a duration, such as 4h.");
            }

            return null;
        }

        SessionDistribution distribution = session.Distribution ?? SessionDistribution.Fixed;
        SiteResourceDocument written = InFull(document) with { Session = new SessionDocument { Mean = length, Distribution = distribution } };
        if (document.Hours is { } hours && length.Days > hours.Days && hours.Days < 1.0)
        {
            problems.Warning(
                path.Key("session"),
                $"A session takes {length}{(distribution == SessionDistribution.Fixed ? "" : " on average")}, and '{name}' is open for {hours}: sessions go on after closing, and a place has hardly more than one a day. Write a shorter session, or longer hours.");
        }

        SessionLength compiled = distribution == SessionDistribution.Fixed ? new FixedSession(length.Days) : new ExponentialSession(length.Days);
        return problems.HasErrorIn(path) ? null : (written, new SiteResource(name, document.Places!.Value, compiled, OpeningOf(written), document.Priority!.Value));
    }

    private static SiteResourceDocument InFull(SiteResourceDocument document) => document with
    {
        Days = document.Days ?? new Listed<DayOfWeek?>(EveryDay),
        Hours = document.Hours ?? new Duration(1, "24h"),
    };

    private static OpeningTimes OpeningOf(SiteResourceDocument written) => new(written.Days!.Items.OfType<DayOfWeek>(), written.Hours!.Days);

    private static void ReportTwice(Listed<DayOfWeek?>? days, DocumentPath path, ProblemList problems)
    {
        ImmutableArray<DayOfWeek?> all = days?.Items ?? [];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is { } day && all.IndexOf(day) < i)
            {
                problems.Error(path[i], $"'{Words.Of(day)}' is named twice. Remove one of the two.");
            }
        }
    }
}
