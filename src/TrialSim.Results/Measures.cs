using System.Globalization;

namespace TrialSim.Results;

/// <summary>The names that the column <c>measure</c> takes.</summary>
public static class Measures
{
    /// <summary>Share of replicates in which the analysis rejects its null hypothesis, in either direction that the test allows.</summary>
    public const string Power = "power";

    /// <summary>Share of replicates in which the analysis rejects and the experimental arm does better.</summary>
    public const string PowerForBenefit = "power_for_benefit";

    /// <summary>Mean Z over replicates; positive when the experimental arm does better.</summary>
    public const string MeanZ = "mean_z";

    /// <summary>Geometric mean of the estimated hazard ratio, experimental over control.</summary>
    public const string HazardRatio = "hazard_ratio";

    /// <summary>
    /// Mean over replicates of the Kaplan–Meier median as the trial would report it. Replicates that do not reach their median are left out and counted,
    /// and where they are many the mean is too short.
    /// </summary>
    public const string MedianSurvival = "median";

    /// <summary>Mean over replicates of the Kaplan–Meier survival at a milestone.</summary>
    public const string MilestoneSurvival = "milestone_survival";

    /// <summary>Mean over replicates of the difference in milestone survival, experimental minus control.</summary>
    public const string MilestoneDifference = "milestone_difference";

    /// <summary>Mean over replicates of the restricted mean survival time of an arm.</summary>
    public const string RestrictedMean = "restricted_mean";

    /// <summary>Mean over replicates of the difference in restricted mean survival time, experimental minus control.</summary>
    public const string RestrictedMeanDifference = "restricted_mean_difference";

    /// <summary>Geometric mean of the ratio of restricted mean survival times, experimental over control.</summary>
    public const string RestrictedMeanRatio = "restricted_mean_ratio";

    /// <summary>Mean over replicates of the median potential follow-up (reverse Kaplan–Meier).</summary>
    public const string MedianFollowUp = "median_follow_up";

    /// <summary>
    /// Mean over replicates of the Kaplan–Meier median had every event been known on its day: what <see cref="MedianSurvival"/> would be without visits. Given where events are seen at visits.
    /// </summary>
    public const string TrueMedian = "true_median";

    /// <summary>Mean over replicates of the chi-square of a test of all arms.</summary>
    public const string ChiSquare = "chi_square";

    /// <summary>Mean over replicates of the share of an arm's patients of whom a binary endpoint is true.</summary>
    public const string Proportion = "proportion";

    /// <summary>Mean over replicates of the difference of two such shares, experimental minus control.</summary>
    public const string ProportionDifference = "proportion_difference";

    /// <summary>Mean over replicates of the mean of a numeric endpoint.</summary>
    public const string Mean = "mean";

    /// <summary>Mean over replicates of the difference of two such means, experimental minus control.</summary>
    public const string MeanDifference = "mean_difference";

    /// <summary>Mean over replicates of the cumulative incidence at a time.</summary>
    public const string CumulativeIncidence = "cumulative_incidence";

    /// <summary>Mean over replicates of the events of an arm over those expected under a hazard that is known.</summary>
    public const string EventRatio = "event_ratio";

    /// <summary>Mean over replicates of the posterior probability of what is hoped for.</summary>
    public const string PosteriorProbability = "posterior_probability";

    /// <summary>Mean over replicates of the probability that the trial will end in success.</summary>
    public const string PredictiveProbability = "predictive_probability";

    /// <summary>The quantiles over replicates that are given of each estimate: 95 % of trials report a value between the first and the last.</summary>
    public static IReadOnlyList<double> Quantiles { get; } = [0.025, 0.5, 0.975];

    /// <summary>The measure that is a quantile of another over replicates, such as <c>median_q025</c>.</summary>
    /// <param name="measure">The mean of an estimate, such as <see cref="MedianSurvival"/>.</param>
    /// <param name="probability">One of <see cref="Quantiles"/>.</param>
    public static string QuantileOf(string measure, double probability) => string.Create(CultureInfo.InvariantCulture, $"{measure}_q{probability * 1000:000}");

    /// <summary>Mean number of endpoint events seen at the look.</summary>
    public const string Events = "events";

    /// <summary>Mean number of patients randomised by the look.</summary>
    public const string Patients = "patients";

    /// <summary>Mean time of the look since the trial opened, over the replicates that reach it.</summary>
    public const string LookTime = "look_time";

    /// <summary>Share of replicates in which the look takes place.</summary>
    public const string LookReached = "look_reached";
}
