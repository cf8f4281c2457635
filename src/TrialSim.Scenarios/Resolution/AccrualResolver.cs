using TrialSim.Model.Sites;
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
    /// <param name="sites">The sites.</param>
    /// <param name="path">Its place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ResolvedAccrual? Resolve(AccrualDocument document, int? patients, SitePlan sites, DocumentPath path, ProblemList problems)
    {
        ResolvedAccrual? accrual = Choice.ExactlyOne(document, Forms, path, problems) switch
        {
            "duration" => ResolveDuration(document, patients, path, problems),
            "rate" => ResolveRate(document, patients, sites, path, problems),
            _ => null,
        };
        if (accrual is { Compiled.Pattern: AccrualPattern.Uniform } && LosesPatients(sites))
        {
            problems.Error(
                path,
                "The planned number cannot come within the planned time where sites close, are full or fail some at screening. Write a rate, of the patients screened, with pattern: poisson or even.");
        }

        return accrual;
    }

    private static bool LosesPatients(SitePlan sites) =>
        sites.ScreeningFailure > 0.0 || sites.MaxPatientsEach != SitePlan.NoLimit || double.IsFinite(sites.OpenForDays);

    private static ResolvedAccrual? ResolveDuration(AccrualDocument document, int? patients, DocumentPath path, ProblemList problems)
    {
        if (document.Ramp?.Value is not null)
        {
            problems.Error(path.Key("ramp"), "A ramp has no meaning beside a duration, over which the rate is constant. Write a rate, or remove 'ramp'.");
        }

        AccrualPattern pattern = document.Pattern ?? Defaults.PatternOfDuration;
        return patients is null
            ? null
            : InFull(document, pattern, new PiecewiseExponentialHazard([0.0], [patients.Value / document.Duration!.Days]), AccrualBasis.Trial);
    }

    private static ResolvedAccrual? ResolveRate(AccrualDocument document, int? patients, SitePlan sites, DocumentPath path, ProblemList problems)
    {
        DocumentPath place = path.Key("rate");
        if (AccrualRateResolver.Resolve(document.Rate!, document.Ramp, place, problems) is not { } found || patients is null)
        {
            return null;
        }

        (PiecewiseExponentialHazard rate, AccrualBasis basis) = found;
        bool ends = document.Until?.Value is not null;
        if (rate.PerDay[^1] == 0.0 && !ends)
        {
            problems.Error(place[rate.PerDay.Length - 1], "The last rate is 0 and lasts, so that accrual need not end. Write a last rate above 0, or 'until' beside the rate.");
            return null;
        }

        if (basis == AccrualBasis.EachSite && sites.Count == 0)
        {
            if (!problems.HasErrorIn(DocumentPath.Root.Key("truth").Key("sites")))
            {
                problems.Error(place, "This is a rate of each site, and there are no sites. Write truth.sites with their count, or the rate of the whole trial (per_month).");
            }

            return null;
        }

        AccrualPattern pattern = document.Pattern ?? Defaults.PatternOfRate;
        if (basis == AccrualBasis.EachSite && pattern != AccrualPattern.Poisson)
        {
            problems.Error(path.Key("pattern"), "Sites with a rate of their own screen patients at random (poisson). Remove 'pattern', or write the rate of the whole trial (per_month).");
        }

        double screened = patients.Value / (1.0 - sites.ScreeningFailure);
        double years = rate.DayOf(screened / (basis == AccrualBasis.EachSite ? (double)sites.Count : 1.0)) / DaysPer.Year;
        if (years > Limits.Years && !ends)
        {
            string all = sites.ScreeningFailure > 0.0 ? $", with those whom screening fails {Figure.OfMany(screened)}," : "";
            problems.Error(place, $"At this rate {patients} patients{all} take {Figure.OfMany(years)} years. Write a rate at which they come within {Limits.Years} years.");
            return null;
        }

        return InFull(document, pattern, rate, basis);
    }

    private static ResolvedAccrual InFull(AccrualDocument document, AccrualPattern pattern, PiecewiseExponentialHazard rate, AccrualBasis basis) => new(
        document with
        {
            Pattern = pattern,
            Ramp = document.Rate is { Steps: null } ? document.Ramp ?? OrNone<Duration>.None : null,
            Until = document.Until ?? OrNone<Duration>.None,
        },
        new Accrual(pattern, rate) { Basis = basis, UntilDay = document.Until?.Value?.Days ?? double.PositiveInfinity });
}
