using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Targets;

namespace TrialSim.Results.Targets;

/// <summary>Finds the operating characteristic that a target is about. The rows of a run are the same before and after it, so a target can be refused before.</summary>
public static class TargetFigures
{
    private static readonly string[] NoEstimates =
    [
        Measures.Power, Measures.PowerForBenefit, Measures.MeanZ, Measures.Events, Measures.Patients, Measures.LookTime, Measures.LookReached, Measures.TrueMedian,
        Measures.OverallPower, Measures.FirstRejection, Measures.CumulativePower, Measures.TypeIError, Measures.Bias, Measures.Coverage,
        Measures.OverallPowerStopsIgnored, Measures.TypeIErrorStopsIgnored, Measures.IntervalWidth, Measures.IntervalRatio,
    ];


    private static readonly ImmutableArray<string> Suffixes = [.. Measures.Quantiles.Select(probability => Measures.QuantileOf("", probability))];

    /// <summary>Why a target means nothing in a design, with what to write; empty where it means something.</summary>
    /// <param name="design">The design.</param>
    /// <param name="target">The target.</param>
    /// <param name="rows">The operating characteristics that every run of it has.</param>
    public static string Fault(TrialDesign design, Target target, IReadOnlyList<OperatingCharacteristic> rows)
    {
        string figure = SnakeCase(target.Figure);
        string subject = SubjectOf(design, target);
        OperatingCharacteristic[] own = [.. OfSubject(design, target, rows)];
        OperatingCharacteristic[] candidates = [.. own.Where(row => IsFigure(row.Measure, target.Figure))];
        if (candidates.Length == 0)
        {
            string has = string.Join(", ", FiguresOf(own));
            return has.Length == 0 ? $"There is no {figure} of {subject}{AtLook(design, target)}." : $"There is no {figure} of {subject}{AtLook(design, target)}. Write figure: one of {has}.";
        }

        string[] arms = [.. candidates.Select(row => row.Arm).Distinct()];
        if (!arms.Contains(ArmsOf(design, target, arms)))
        {
            string choices = string.Join(", ", arms.Where(arm => arm.Length > 0).Select(arm => AsKey(GroupsOf(design, target), arm)));
            return target.Arm == Target.Unstated && target.Group is null
                ? $"{subject} has this figure, {figure}, for several arms. Write one of {choices}."
                : $"There is no {figure} of {ArmsOf(design, target, arms)} in {subject}. {(choices.Length > 0 ? $"Write one of {choices}." : "Remove arm and compare.")}";
        }

        bool isTime = candidates[0].Unit == "months";
        return isTime == target.IsTime ? ""
            : isTime ? $"The {figure} of {subject} is a time. Write reported and tolerance as durations, such as 16mo and 0.5mo."
            : $"The {figure} of {subject} is a number, not a time. Write reported and tolerance as numbers.";
    }

    /// <summary>The row that a target without fault is about.</summary>
    /// <param name="design">The design.</param>
    /// <param name="target">The target.</param>
    /// <param name="rows">The operating characteristics of a run.</param>
    public static OperatingCharacteristic Find(TrialDesign design, Target target, IReadOnlyList<OperatingCharacteristic> rows)
    {
        OperatingCharacteristic[] candidates = [.. OfSubject(design, target, rows).Where(row => IsFigure(row.Measure, target.Figure))];
        string arm = ArmsOf(design, target, [.. candidates.Select(row => row.Arm).Distinct()]);
        return candidates.Last(row => row.Arm == arm); // Of several looks the last one.
    }

    private static IEnumerable<OperatingCharacteristic> OfSubject(TrialDesign design, Target target, IEnumerable<OperatingCharacteristic> rows)
    {
        bool isCount = target.Figure is TargetFigure.Events or TargetFigure.Patients;
        int endpoint = target.Analysis != Target.Unstated && isCount ? design.Analyses[target.Analysis].Endpoint : target.Endpoint;
        string endpointName = endpoint == Target.Unstated ? "" : design.Endpoints[endpoint].Name;
        string analysisName = target.Analysis == Target.Unstated || isCount ? "" : design.Analyses[target.Analysis].Name;
        string lookName = target.Look == Target.Unstated ? "" : design.Looks[target.Look].Name;
        if (target.IsOfTrial)
        {
            return rows.Where(row => row.Look == lookName && row.Subject == target.Decision && row.Endpoint == endpointName && row.Analysis.Length == 0);
        }

        return rows.Where(row =>
            row.Analysis == analysisName
            && (endpointName.Length == 0 && analysisName.Length > 0 || row.Endpoint == endpointName)
            && (target.Look == Target.Unstated || row.Look == lookName));
    }

    private static bool IsFigure(string measure, TargetFigure figure) => figure switch
    {
        TargetFigure.Estimate => IsEstimate(measure) && !IsTimeQuantile(measure) || measure == Middle(Measures.MedianSurvival) || measure == Middle(Measures.MedianFollowUp),
        TargetFigure.Mean or TargetFigure.StandardDeviation => IsEstimate(measure),
        TargetFigure.Q025 => measure.EndsWith(Suffixes[0], StringComparison.Ordinal) && !measure.StartsWith(Measures.TrueMedian, StringComparison.Ordinal),
        TargetFigure.Median => measure.EndsWith(Suffixes[1], StringComparison.Ordinal) && !measure.StartsWith(Measures.TrueMedian, StringComparison.Ordinal),
        TargetFigure.Q975 => measure.EndsWith(Suffixes[2], StringComparison.Ordinal) && !measure.StartsWith(Measures.TrueMedian, StringComparison.Ordinal),
        TargetFigure.TrueMedian => measure == Middle(Measures.TrueMedian),
        _ => measure == SnakeCase(figure),
    };

    private static bool IsEstimate(string measure) => !NoEstimates.Contains(measure) && !Suffixes.Any(suffix => measure.EndsWith(suffix, StringComparison.Ordinal));

    // Trials may not reach them, so their mean is no middle.
    private static bool IsTimeQuantile(string measure) => measure is Measures.MedianSurvival or Measures.MedianFollowUp;

    private static string Middle(string measure) => Measures.QuantileOf(measure, 0.5);

    private static IEnumerable<string> FiguresOf(OperatingCharacteristic[] rows) =>
        Enum.GetValues<TargetFigure>().Where(figure => rows.Any(row => IsFigure(row.Measure, figure))).Select(SnakeCase);

    private static string ArmsOf(TrialDesign design, Target target, string[] arms) =>
        target.Group is { } group ? GroupsOf(design, target) is { } groups ? group == TargetGroup.With ? groups.With : groups.Without : "a group of patients"
        : target.Arm == Target.Unstated ? arms.Contains("") ? "" : arms.Length == 1 ? arms[0] : "several arms"
        : target.Control == Target.Unstated ? design.Arms[target.Arm].Name
        : $"{design.Arms[target.Arm].Name} v {design.Arms[target.Control].Name}";

    private static PatientGroups? GroupsOf(TrialDesign design, Target target) =>
        target.Analysis == Target.Unstated ? null : (design.Analyses[target.Analysis] as GroupAnalysis)?.Groups;

    private static string AsKey(PatientGroups? groups, string arms) =>
        arms == groups?.With ? "group: with"
        : arms == groups?.Without ? "group: without"
        : AsKey(arms);

    private static string AsKey(string arms) => arms.Split(" v ") is [var experimental, var control] ? $"compare: [{experimental}, {control}]" : $"arm: {arms}";

    private static string SubjectOf(TrialDesign design, Target target) =>
        target.Analysis != Target.Unstated ? $"'{design.Analyses[target.Analysis].Name}'"
        : target.Endpoint != Target.Unstated ? $"'{design.Endpoints[target.Endpoint].Name}'"
        : target.Decision.Length > 0 ? $"'{target.Decision}'"
        : target.IsOfTrial ? "the trial"
        : "the look";

    private static string AtLook(TrialDesign design, Target target) => target.Look == Target.Unstated ? "" : $" at '{design.Looks[target.Look].Name}'";

    private static string SnakeCase(TargetFigure figure) => Tables.SnakeCase.Of(figure.ToString());
}
