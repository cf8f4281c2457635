using TrialSim.Model.Targets;

namespace TrialSim.Scenarios.Documents;

/// <summary>A figure that a run is to show.</summary>
[Document("a target")]
internal sealed record TargetDocument
{
    [Key("The analysis whose figure is meant.")]
    public string? Analysis { get; init; }

    [Key("The endpoint whose events or patients are meant, where no analysis is named.")]
    public string? Endpoint { get; init; }

    [Key("The decision whose probability is meant.")]
    public string? Decision { get; init; }

    [Key("The look.", Default = "the last one that has the figure")]
    public string? Look { get; init; }

    [Key("The arm, where the analysis has several.", Default = "the only one, or all together")]
    public string? Arm { get; init; }

    [Key("The experimental arm and the control, in this order, where the analysis also has figures of arms.", Default = "the only pair", MinItems = 2, MaxItems = 2)]
    public Listed<string>? Compare { get; init; }

    [Key("The group of patients, where the analysis divides them: with what divides them, or without it.", Default = "the only pair")]
    public TargetGroup? Group { get; init; }

    [Key(
        "Which figure: estimate is what a trial estimates, of a median time the middle over trials, otherwise their mean (geometric of a ratio); mean and median are always that; "
            + "standard_deviation, q025 and q975 tell how far the trials' estimates lie apart; true_median is that of days on which events happen, not on which they are seen; "
            + "overall_power and the trial_ figures are those of the whole trial, stops included; type_i_error and family_wise_error those of the same trial without an effect on what is compared.",
        Default = Resolution.Defaults.TargetFigureText)]
    public TargetFigure? Figure { get; init; }

    [Key("What the study reported, or the formula gives: a number, or a duration for a time.", IsRequired = true)]
    public Amount? Reported { get; init; }

    [Key("How far the simulated figure may lie from it, in the same unit. Written unless exact is true.", Min = 0)]
    public Amount? Tolerance { get; init; }

    [Key("Whether a formula gives the figure, so that nothing but Monte Carlo error may lie between.", Default = "false")]
    public bool? Exact { get; init; }

    [Key("Probability that a right scenario misses an exact target by chance.", Default = Resolution.Defaults.FalseAlarmText, Above = 0, Below = 0.5)]
    public double? FalseAlarm { get; init; }

    [Key("Where the figure stands: study and place, or the formula.", Default = "empty")]
    public string? Source { get; init; }

    [Key("Whether the figure is an assumption, which no study reported.", Default = "false")]
    public bool? Assumption { get; init; }
}
