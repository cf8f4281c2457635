using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Arrivals.</summary>
internal static class AccrualResolver
{
    private static readonly string[] Forms = ["duration", "rate"];

    /// <summary>The arrivals; null, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="patients">Patients of the design; null when that is not known.</param>
    /// <param name="path">Its place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ResolvedAccrual? Resolve(AccrualDocument document, int? patients, DocumentPath path, ProblemList problems)
    {
        switch (Choice.ExactlyOne(document, Forms, path, problems))
        {
            case "duration":
                AccrualPattern pattern = document.Pattern ?? Defaults.PatternOfDuration;
                return patients is null ? null : new ResolvedAccrual(
                    document with { Pattern = pattern },
                    pattern,
                    new PiecewiseExponentialHazard([0.0], [patients.Value / document.Duration!.Days]));
            case "rate":
                return ResolveRate(document, patients, path.Key("rate"), problems);
            default:
                return null;
        }
    }

    private static ResolvedAccrual? ResolveRate(AccrualDocument document, int? patients, DocumentPath path, ProblemList problems)
    {
        RateDocument written = document.Rate!;
        PiecewiseExponentialHazard? rate = written.Steps is null ? Constant(written, path, problems) : StepsResolver.Resolve(written.Steps, path, problems);
        if (rate is null || patients is null)
        {
            return null;
        }

        if (rate.PerDay[^1] == 0.0)
        {
            problems.Error(path[rate.PerDay.Length - 1], "The last rate is 0 and lasts, so that accrual need not end. Write a last rate above 0.");
            return null;
        }

        double years = rate.DayOf(patients.Value) / DaysPer.Year;
        if (years > Limits.Years)
        {
            string shown = years.ToString("0", CultureInfo.InvariantCulture);
            problems.Error(path, $"At this rate {patients} patients take {shown} years. Write a rate at which they come within {Limits.Years} years.");
            return null;
        }

        AccrualPattern pattern = document.Pattern ?? Defaults.PatternOfRate;
        return new ResolvedAccrual(document with { Pattern = pattern }, pattern, rate);
    }

    private static PiecewiseExponentialHazard? Constant(RateDocument written, DocumentPath path, ProblemList problems) =>
        Rate.PerDay(written, (written.PerDay, written.PerWeek, written.PerMonth, written.PerYear), path, problems) is { } perDay
            ? new PiecewiseExponentialHazard([0.0], [perDay])
            : null;
}
