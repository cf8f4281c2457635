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

    /// <summary>Mean over replicates of the width of the confidence interval of an estimate, upper minus lower limit; replicates in which a limit is not reached are left out and counted.</summary>
    public const string IntervalWidth = "interval_width";

    /// <summary>Of a ratio instead: geometric mean of the upper limit over the lower one.</summary>
    public const string IntervalRatio = "interval_ratio";

    /// <summary>Share of replicates in which the test rejects at any look before the trial is over.</summary>
    public const string OverallPower = "overall_power";

    /// <summary>Share of replicates in which the test rejects at this look and at none before.</summary>
    public const string FirstRejection = "first_rejection";

    /// <summary>Share of replicates in which the test rejects at this look or one before.</summary>
    public const string CumulativePower = "cumulative_power";

    /// <summary>Share of replicates in which at least one test of the family rejects.</summary>
    public const string DisjunctivePower = "disjunctive_power";

    /// <summary>Share of replicates in which all tests of the family reject.</summary>
    public const string ConjunctivePower = "conjunctive_power";

    /// <summary>The overall power of the test where nothing that is on trial changes what is compared.</summary>
    public const string TypeIError = "type_i_error";

    /// <summary>The disjunctive power of the family where nothing that is on trial changes what is compared.</summary>
    public const string FamilyWiseError = "family_wise_error";

    /// <summary>Share of replicates in which the test rejects at any look, had no decision to stop been followed. Only of a run that goes on after stops.</summary>
    public const string OverallPowerStopsIgnored = "overall_power_stops_ignored";

    /// <summary>
    /// The same where nothing that is on trial changes what is compared: for bounds that do not bind, what the efficacy bounds alone promise. Only of a run that goes on after stops.
    /// </summary>
    public const string TypeIErrorStopsIgnored = "type_i_error_stops_ignored";

    /// <summary>The same of at least one test of the family.</summary>
    public const string FamilyWiseErrorStopsIgnored = "family_wise_error_stops_ignored";

    /// <summary>The measure of a whole trial in which nothing that is on trial changes what is compared, such as <c>trial_patients_under_null</c>.</summary>
    /// <param name="measure">Such as <see cref="TrialPatients"/>.</param>
    public static string UnderNull(string measure) => $"{measure}_under_null";

    /// <summary>Mean number of patients randomised by the end of the trial.</summary>
    public const string TrialPatients = "trial_patients";

    /// <summary>Mean number of patients screened by the end of the trial. Where not all who are screened are randomised.</summary>
    public const string TrialScreened = "trial_screened";

    /// <summary>Mean number of endpoint events seen at the last look before the trial is over.</summary>
    public const string TrialEvents = "trial_events";

    /// <summary>Mean time from the opening of the trial to its end: the decision to stop, or the last look.</summary>
    public const string TrialDuration = "trial_duration";

    /// <summary>Share of replicates in which the decision is taken, and changes something: at the look, or without one at any.</summary>
    public const string DecisionProbability = "decision_probability";

    /// <summary>Share of replicates in which the arm is dropped: by the decision in <c>subject</c>, or without one by any; at the look, or without one at any.</summary>
    public const string ArmDropped = "arm_dropped";

    /// <summary>Mean number of events or patients that a re-estimation sets, over the replicates in which it changes the number.</summary>
    public const string NewSize = "new_size";

    /// <summary>Share of replicates in which the trial stops before its last look: at the look, or without one at any; for the reason in <c>subject</c>, or without one for any.</summary>
    public const string StopProbability = "stop_probability";

    /// <summary>Share of replicates in which the trial has stopped before the look.</summary>
    public const string StoppedBefore = "stopped_before";

    /// <summary>Share of replicates in which the look does not take place although the trial has not stopped: what it waits for never comes.</summary>
    public const string NeverReached = "never_reached";

    /// <summary>Mean share of patients in the arm that does best over replicates.</summary>
    public const string PatientsOnBetterArm = "patients_on_better_arm";

    /// <summary>Mean over replicates of the share of what a resource of the sites offers that is taken.</summary>
    public const string ResourceUtilisation = "resource_utilisation";

    /// <summary>Mean number of sessions with a resource of the sites.</summary>
    public const string ResourceSessions = "resource_sessions";

    /// <summary>Mean over replicates of the mean days that a session waits for a resource of its site, of those that take place with it or elsewhere.</summary>
    public const string ResourceWait = "resource_wait";

    /// <summary>Mean over replicates of the share of sessions that wait for a resource, of those that take place with it or elsewhere.</summary>
    public const string ResourceWaited = "resource_waited";

    /// <summary>Mean over replicates of the share of sessions a day or more after the end of their window, because they waited for a resource.</summary>
    public const string ResourceLate = "resource_late";

    /// <summary>Mean over replicates of the most sessions that wait at one site at the same time.</summary>
    public const string ResourceLongestQueue = "resource_longest_queue";

    /// <summary>Mean number of sessions that take place without the resource, or not at all, because they would wait too long.</summary>
    public const string ResourceWithout = "resource_without";

    /// <summary>
    /// What stopping does to the estimate: the mean of the estimates when the trials stop, less the mean of what the same trials would have estimated at the last look had none stopped; of a ratio
    /// the geometric means over each other. Only of a run that goes on after stops.
    /// </summary>
    public const string Bias = "bias";

    /// <summary>Share of replicates whose confidence interval holds the mean of the estimates at the last look had none stopped: of the interval when the trial stops, or at the look.</summary>
    public const string Coverage = "coverage";

    /// <summary>The quantiles over replicates that are given of size, events and duration of a trial.</summary>
    public static IReadOnlyList<double> TrialQuantiles { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The quantiles over replicates that are given of each estimate: 95 % of trials report a value between the first and the last.</summary>
    public static IReadOnlyList<double> Quantiles { get; } = [0.025, 0.5, 0.975];

    /// <summary>The measure that is a quantile of another over replicates, such as <c>median_q025</c>.</summary>
    /// <param name="measure">The mean of an estimate, such as <see cref="MedianSurvival"/>.</param>
    /// <param name="probability">One of <see cref="Quantiles"/>.</param>
    public static string QuantileOf(string measure, double probability) => string.Create(CultureInfo.InvariantCulture, $"{measure}_q{probability * 1000:000}");

    /// <summary>Whether a measure is a mean over replicates of what each has shown, or their share: neither a quantile, nor set against what others have shown.</summary>
    public static bool IsMeanOverReplicates(string measure) =>
        measure is not (Coverage or PatientsOnBetterArm) && !Quantiles.Concat(TrialQuantiles).Any(probability => measure.EndsWith(QuantileOf("", probability), StringComparison.Ordinal));

    /// <summary>Mean number of endpoint events seen at the look.</summary>
    public const string Events = "events";

    /// <summary>Mean number of patients randomised by the look.</summary>
    public const string Patients = "patients";

    /// <summary>Mean time of the look since the trial opened, over the replicates that reach it.</summary>
    public const string LookTime = "look_time";

    /// <summary>Share of replicates in which the look takes place.</summary>
    public const string LookReached = "look_reached";
}
