using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Model.Forecasts;

/// <summary>Two arms set against each other, stratum by stratum.</summary>
/// <param name="Strata">The two arms in each stratum.</param>
internal sealed record ComparisonForecast(ImmutableArray<PlannedTrial> Strata)
{
    // Hazards that were worked out from survival at knots agree to about this.
    private const double SameRatio = 1e-5;

    /// <summary>The comparison of a test.</summary>
    public static ComparisonForecast Of(EndpointCourses courses, AccrualRates accrual, Comparison compare, Stratification strata) => new(
        [.. courses.InStrata(compare.Control, strata).Zip(courses.InStrata(compare.Experimental, strata), (control, experimental) => new PlannedTrial(accrual, control, experimental))]);

    /// <summary>Who is expected at risk, in each stratum.</summary>
    public ImmutableArray<IReadOnlyList<RiskMoment>> MomentsAt(double day) => [.. Strata.Select(stratum => stratum.MomentsAt(day))];

    /// <summary>Whether one hazard ratio holds for everybody, always, as Schoenfeld's formula asks.</summary>
    /// <param name="moments">See <see cref="MomentsAt"/>.</param>
    /// <param name="hazardRatio">The ratio, 1 where there is none.</param>
    public static bool IsProportional(IReadOnlyList<RiskMoment> moments, out double hazardRatio)
    {
        hazardRatio = 1.0;
        double[] ratios = [.. moments.Where(moment => moment.ControlHazard > 0.0 && moment.Control > 0.0).Select(moment => moment.ExperimentalHazard / moment.ControlHazard)];
        bool isOneArmed = moments.Any(moment => moment.ControlHazard == 0.0 != (moment.ExperimentalHazard == 0.0));
        if (isOneArmed || ratios.Length == 0 || ratios.Min() == 0.0 || ratios.Max() / ratios.Min() > 1.0 + SameRatio)
        {
            return false;
        }

        hazardRatio = ratios[0];
        return true;
    }
}
