using TrialSim.Model.Design;
using TrialSim.Scenarios.Parsing;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Documents;

/// <summary>A method applied to an endpoint.</summary>
[Document("an analysis")]
internal sealed record AnalysisDocument
{
    [Key("The endpoint.", IsRequired = true)]
    public string? Endpoint { get; init; }

    [Key(
        "The method. Of a time to an event: log_rank; max_combo, the largest of several weighted log-rank tests; global_log_rank and log_rank_trend of all arms; cox, the hazard ratio; kaplan_meier_median; "
        + "milestone, survival at one time; rmst, the mean time up to a horizon; median_follow_up; cumulative_incidence, the share with the event by a time where others compete; one_sample_log_rank of one arm against a known hazard. "
        + "Of a yes or no: proportion; chi_square (Pearson); fisher; exact_binomial of one arm against a known probability. Of a number: mean; t_test. "
        + "By what is believed: posterior_probability of what is hoped for; predictive_probability that the trial ends in success.",
        IsRequired = true)]
    public AnalysisMethod? Method { get; init; }

    [Key("How much each event time counts. For log_rank, global_log_rank and log_rank_trend.", Default = Resolution.Defaults.WeightText)]
    public WeightDocument? Weight { get; init; }

    [Key("The weights of the tests of which the largest counts. For max_combo.", Default = Resolution.Defaults.WeightsText, MinItems = 2, MaxItems = Limits.TestsOfMaxCombo)]
    public Listed<WeightDocument>? Weights { get; init; }

    [Key("A number for each arm, such as its dose. For log_rank_trend, which requires it.", Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public Named<double?>? Scores { get; init; }

    [Key("The time since randomisation at which survival is read off. For milestone and cumulative_incidence, which require it.", Above = 0)]
    public Duration? Time { get; init; }

    [Key("Time since randomisation up to which survival is averaged. For rmst, which requires it.", Above = 0)]
    public Duration? Horizon { get; init; }

    [Key("Scale on which two arms are tested: plain tests the difference of the probabilities. For milestone with compare.", Default = Resolution.Defaults.MilestoneTestText)]
    public MilestoneTest? Test { get; init; }

    [Key("What is tested: experimental minus control, or their ratio on the log scale. For rmst with compare.", Default = Resolution.Defaults.ContrastText)]
    public RestrictedMeanContrast? Contrast { get; init; }

    [Key("Form of the variance; bias_corrected is Greenwood's times m/(m − 1) for m events. For rmst.", Default = Resolution.Defaults.VarianceText)]
    public RestrictedMeanVariance? Variance { get; init; }

    [Key(
        "The experimental arm and the control, in this order. For log_rank, max_combo, cox, chi_square, fisher and t_test, and for milestone and rmst (which then test), posterior_probability and predictive_probability.",
        Default = "of two arms one of which is control, those; for milestone, rmst, posterior_probability and predictive_probability " + Names.None,
        MinItems = 2,
        MaxItems = 2)]
    public OrNone<Listed<string>>? Compare { get; init; }

    [Key("The arms described, or whose patients are divided into groups. For kaplan_meier_median, milestone, rmst, median_follow_up, cumulative_incidence, proportion, mean and groups.", Default = "all arms", AcceptsOne = true)]
    public Listed<string>? Arms { get; init; }

    [Key("The looks at which it is done.", Default = "every look", AcceptsOne = true)]
    public Listed<string>? At { get; init; }

    [Key("Categorical covariates by which a log-rank test of any kind or a Cox model is stratified.", Default = "[]", MinItems = 0)]
    public Listed<string>? Strata { get; init; }

    [Key("Two-sided level of the intervals. Not for tests by rank.", Default = Resolution.Defaults.ConfidenceText, Above = 0, Below = 1)]
    public double? Confidence { get; init; }

    [Key(
        "Scale on which the interval of the curve is symmetric, for kaplan_meier_median, milestone, median_follow_up and cumulative_incidence; wilson or clopper_pearson for proportion and exact_binomial.",
        Default = Resolution.Defaults.IntervalText + "; " + Resolution.Defaults.ProportionIntervalText + " for proportion; " + Resolution.Defaults.ExactIntervalText + " for exact_binomial")]
    public AnalysisInterval? Interval { get; init; }

    [Key("Patients divided by what was found of them, instead of arms. For log_rank, cox and kaplan_meier_median.")]
    public GroupsDocument? Groups { get; init; }

    [Key("Correction for continuity. For chi_square.", Default = Resolution.Defaults.CorrectionText)]
    public ContinuityCorrection? Correction { get; init; }

    [Key("One variance for both arms, or one each. For t_test.", Default = Resolution.Defaults.VariancesText)]
    public VarianceForm? Variances { get; init; }

    [Key("The one arm that is tested. For exact_binomial, one_sample_log_rank, and for posterior_probability and predictive_probability without compare.", Default = "the only arm")]
    public string? Arm { get; init; }

    [Key(
        "How much worse the experimental arm may be, for a test of non-inferiority, which has one side: a hazard ratio above 1 for cox and log_rank, a difference above 0 for chi_square (Farrington and Manning) and t_test.",
        Default = "none, a test of superiority",
        Above = 0)]
    public double? Margin { get; init; }

    [Key("Only patients who were randomised at least so long before the look count.", Default = "0d, all", Above = 0)]
    public Duration? FollowedFor { get; init; }

    [Key("The probability under the null hypothesis. For exact_binomial, which requires it.", Above = 0, Below = 1)]
    public double? NullProbability { get; init; }

    [Key("The hazard under the null hypothesis, the same for everybody. For one_sample_log_rank, which requires it.")]
    public HazardDocument? NullHazard { get; init; }

    [Key("What is believed before the trial. For posterior_probability and predictive_probability.", Default = "{alpha: 1, beta: 1} of a binary endpoint")]
    public PriorDocument? Prior { get; init; }

    [Key("What is believed of the control arm before the trial. For posterior_probability and predictive_probability with compare.", Default = "prior")]
    public PriorDocument? ControlPrior { get; init; }

    [Key(
        "What must be exceeded in the better direction: of one arm a probability, or the median of a time to an event; of two arms the difference of their probabilities. For posterior_probability and predictive_probability.",
        Default = "0, of two arms of a binary endpoint")]
    public Amount? Exceeds { get; init; }

    [Key("What the hazard ratio must lie below. For posterior_probability and predictive_probability of two arms and a time to an event.", Default = "1", Min = Magnitudes.SmallestFactor, Max = Magnitudes.LargestFactor)]
    public double? HazardRatioBelow { get; init; }

    [Key("It rejects when the probability is at least this. For posterior_probability and predictive_probability, which require it.", Above = 0, Below = 1)]
    public double? Threshold { get; init; }

    [Key("Posterior probability that counts as success at the end. For predictive_probability, which requires it.", Above = 0, Below = 1)]
    public double? FinalThreshold { get; init; }

    [Key("Patients of each arm at the end. For predictive_probability of a binary endpoint, which requires it.", Min = 1, Max = Limits.PredictedPatients)]
    public int? PatientsPerArm { get; init; }

    [Key("Events of the arm, or of both arms together, at the end. For predictive_probability of a time to an event, which requires it.", Min = 1, Max = Limits.PredictedEvents)]
    public int? FinalEvents { get; init; }
}
