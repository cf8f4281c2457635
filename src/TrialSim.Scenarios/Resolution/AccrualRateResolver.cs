using System.Collections.Immutable;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Rates of arrivals.</summary>
internal static class AccrualRateResolver
{
    /// <summary>Steps in which a rate rises.</summary>
    public const int RampSteps = 100;

    private static readonly ImmutableArray<(string Key, double Days, AccrualBasis Basis)> Units =
    [
        ("per_day", 1.0, AccrualBasis.Trial),
        ("per_week", DaysPer.Week, AccrualBasis.Trial),
        ("per_month", DaysPer.Month, AccrualBasis.Trial),
        ("per_year", DaysPer.Year, AccrualBasis.Trial),
        ("per_site_per_week", DaysPer.Week, AccrualBasis.EachSite),
        ("per_site_per_month", DaysPer.Month, AccrualBasis.EachSite),
        ("per_site_per_year", DaysPer.Year, AccrualBasis.EachSite),
    ];

    /// <summary>The rate and whose it is; null, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="ramp">Time in which the rate rises to it; none for at once.</param>
    /// <param name="path">Its place, below which the ramp stands beside it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static (PiecewiseExponentialHazard Rate, AccrualBasis Basis)? Resolve(RateDocument document, OrNone<Duration>? ramp, DocumentPath path, ProblemList problems)
    {
        if (document.Steps is { } steps)
        {
            if (ramp?.Value is not null)
            {
                problems.Error(path, "A list of rates has no ramp. Write the rise as steps, or one rate beside 'ramp'.");
            }

            return ResolveSteps(steps, path, problems);
        }

        return PerDay(
            document,
            [document.PerDay, document.PerWeek, document.PerMonth, document.PerYear, document.PerSitePerWeek, document.PerSitePerMonth, document.PerSitePerYear],
            path,
            problems) is { } figure
            ? (Rising(figure.PerDay, ramp?.Value), figure.Basis)
            : null;
    }

    private static (PiecewiseExponentialHazard Rate, AccrualBasis Basis)? ResolveSteps(Listed<RateStepDocument> steps, DocumentPath path, ProblemList problems)
    {
        HashSet<AccrualBasis> bases = [];
        PiecewiseExponentialHazard? rate = StepsResolver.Resolve(
            steps,
            step => step.From,
            (step, place) =>
            {
                (double PerDay, AccrualBasis Basis)? figure = PerDay(
                    step, [step.PerDay, step.PerWeek, step.PerMonth, step.PerYear, step.PerSitePerWeek, step.PerSitePerMonth, step.PerSitePerYear], place, problems);
                bases.UnionWith(figure is { } known ? [known.Basis] : []);
                return figure?.PerDay;
            },
            path,
            problems);
        if (bases.Count > 1)
        {
            problems.Error(path, "Some of these rates are of the whole trial and some of each site. Write all of them in one of the two ways.");
            return null;
        }

        return rate is null ? null : (rate, bases.Single());
    }

    private static (double PerDay, AccrualBasis Basis)? PerDay(object document, ReadOnlySpan<double?> figures, DocumentPath path, ProblemList problems)
    {
        string written = Choice.ExactlyOne(document, Units.Select(unit => unit.Key), path, problems);
        for (int i = 0; i < figures.Length; i++)
        {
            if (Units[i].Key == written && figures[i] is { } figure)
            {
                return (figure / Units[i].Days, Units[i].Basis);
            }
        }

        return null;
    }

    // Each step has the mean of the rise over its time, so that the number by the end of each step is that of an even rise.
    private static PiecewiseExponentialHazard Rising(double perDay, Duration? ramp)
    {
        if (ramp is null)
        {
            return new PiecewiseExponentialHazard([0.0], [perDay]);
        }

        double[] starts = [.. Enumerable.Range(0, RampSteps + 1).Select(step => ramp.Days * step / RampSteps)];
        double[] rates = [.. Enumerable.Range(0, RampSteps).Select(step => perDay * (step + 0.5) / RampSteps), perDay];
        return new PiecewiseExponentialHazard(starts, rates);
    }
}
