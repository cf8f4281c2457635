using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Hazards of a family, from the figures that people have.</summary>
internal static class FamilyResolver
{
    private static readonly string[] RatesMedianSurvival = [.. Rate.Units, "median", "survival"];

    /// <summary>The hazard; null, with the reason reported, when the figures make none.</summary>
    public static ResolvedHazard.Single? Resolve(HazardDocument document, DocumentPath path, ProblemList problems)
    {
        if (problems.HasErrorIn(path))
        {
            return null;
        }

        HazardFamily family = document.Family ?? HazardFamily.Exponential;
        string[] figures = [.. Choice.Written(document).Where(key => key != "family")];
        if (!Fits(family, figures))
        {
            string found = figures.Length == 0 ? "figures" : $"other figures than {Advice.List(figures)}";
            string article = family == HazardFamily.Exponential ? "An" : "A";
            problems.Error(path, $"{article} {Words.Of(family)} hazard needs {found}. Write {AdviceFor(family)}.{NameTheFamily(document)}");
            return null;
        }

        try
        {
            Hazard? hazard = figures is ["quantiles"]
                ? ThroughQuantiles(family, document.Quantiles!, path.Key("quantiles"), problems)
                : ThroughFigures(family, document, path, problems);
            return hazard is null ? null : new ResolvedHazard.Single(new(document with { Family = family }), hazard);
        }
        catch (ArgumentException)
        {
            // Each figure is in its range; together they leave the range of numbers.
            problems.Error(path, $"These figures give no {Words.Of(family)} hazard that can be computed. Write less extreme ones, or a piecewise hazard.");
            return null;
        }
    }

    private static bool Fits(HazardFamily family, string[] figures)
    {
        bool isPair = figures.Length == 2;
        bool Has(string key) => figures.Contains(key);
        return family switch
        {
            HazardFamily.Exponential => figures.Length == 1 && RatesMedianSurvival.Contains(figures[0]),
            HazardFamily.GeneralisedGamma => figures.Length == 3 && Has("sigma") && Has("q") && (Has("median") || Has("survival")),
            _ when figures is ["quantiles"] => true,
            HazardFamily.Weibull => isPair && Has("shape") && (Has("median") || Has("scale") || Has("survival")),
            HazardFamily.Gompertz => isPair && Has("shape_per_month") && figures.Any(RatesMedianSurvival.Contains),
            HazardFamily.LogNormal => isPair && Has("sigma") && (Has("median") || Has("survival")),
            _ => isPair && Has("shape") && (Has("median") || Has("survival")),
        };
    }

    private static string AdviceFor(HazardFamily family) => family switch
    {
        HazardFamily.Exponential => "one of median, per_day, per_week, per_month, per_year, survival",
        HazardFamily.Weibull => "shape and one of median, scale, survival; or quantiles alone",
        HazardFamily.Gompertz => "shape_per_month and one of median, per_day, per_week, per_month, per_year, survival; or quantiles alone",
        HazardFamily.LogNormal => "sigma and one of median, survival; or quantiles alone",
        HazardFamily.GeneralisedGamma => "sigma, q and one of median, survival",
        _ => "shape and one of median, survival; or quantiles alone",
    };

    private static string NameTheFamily(HazardDocument document) =>
        document.Family is null && document.Q is not null ? " For a generalised gamma write family: generalised_gamma."
            : document.Family is null && (document.Shape ?? document.Sigma ?? document.ShapePerMonth) is not null || document.Quantiles is not null && document.Family is null
            ? " For another family write family: weibull, gompertz, log_normal or log_logistic."
            : string.Empty;

    private static Hazard? ThroughFigures(HazardFamily family, HazardDocument document, DocumentPath path, ProblemList problems)
    {
        if (document.Q is double q && q != 0.0 && Math.Abs(q) < Magnitudes.SmallestGammaShape)
        {
            problems.Error(path.Key("q"), $"'{q.ToString(CultureInfo.InvariantCulture)}' is neither 0 nor at least 0.001 away from it. Write 0, the log_normal: nobody can tell the two apart.");
            return null;
        }

        double shapePerDay = (document.ShapePerMonth ?? 0.0) / DaysPer.Month;
        if (document.Scale is { } scale)
        {
            return new WeibullHazard(document.Shape!.Value, scale.Days);
        }

        if (Choice.Written(document).Any(Rate.Units.Contains))
        {
            double? perDay = Rate.PerDay(document, (document.PerDay, document.PerWeek, document.PerMonth, document.PerYear), path, problems);
            return perDay is null ? null
                : family == HazardFamily.Gompertz ? new GompertzHazard(perDay.Value, shapePerDay)
                : new ExponentialHazard(perDay.Value);
        }

        if (document.Survival is { } survival && (survival.At is null || survival.Probability is null))
        {
            return null;
        }

        SurvivalPoint point = document.Median is { } median
            ? SurvivalPoint.Median(median.Days)
            : new SurvivalPoint(document.Survival!.At!.Days, document.Survival.Probability!.Value);
        return family switch
        {
            HazardFamily.Exponential => ExponentialHazard.Through(point),
            HazardFamily.Weibull => WeibullHazard.Through(point, document.Shape!.Value),
            HazardFamily.Gompertz => GompertzHazard.Through(point, shapePerDay),
            HazardFamily.LogNormal => LogNormalHazard.Through(point, document.Sigma!.Value),
            HazardFamily.GeneralisedGamma => GeneralisedGammaHazard.Through(point, document.Sigma!.Value, document.Q!.Value),
            _ => LogLogisticHazard.Through(point, document.Shape!.Value),
        };
    }

    private static Hazard? ThroughQuantiles(HazardFamily family, Named<Duration> quantiles, DocumentPath path, ProblemList problems)
    {
        ImmutableArray<SurvivalPoint>.Builder points = ImmutableArray.CreateBuilder<SurvivalPoint>();
        foreach ((string share, Duration? time) in quantiles.Entries)
        {
            if (!double.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double survival) || survival is <= 0.0 or >= 1.0)
            {
                problems.Error(path.Key(share), $"{Advice.Quote(share)} is not a share still event-free. Write a number between 0 and 1, such as 0.5 for the median.");
                continue;
            }

            if (time is not null)
            {
                points.Add(new SurvivalPoint(time.Days, survival));
            }
        }

        if (points.Count < 2)
        {
            return null;
        }

        points.Sort((a, b) => a.Days.CompareTo(b.Days));
        SurvivalPoint early = points[0];
        SurvivalPoint late = points[1];
        if (late.Days <= early.Days || late.Survival >= early.Survival)
        {
            problems.Error(path, "The share still event-free does not fall with time. Write the smaller share with the longer time.");
            return null;
        }

        return family switch
        {
            HazardFamily.Weibull => WeibullHazard.Through(early, late),
            HazardFamily.Gompertz => GompertzHazard.Through(early, late),
            HazardFamily.LogNormal => LogNormalHazard.Through(early, late),
            _ => LogLogisticHazard.Through(early, late),
        };
    }
}
