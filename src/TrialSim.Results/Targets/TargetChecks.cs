using TrialSim.Model.Design;
using TrialSim.Model.Targets;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Statistics.Probability;

namespace TrialSim.Results.Targets;

/// <summary>Sets what studies reported beside what a run shows.</summary>
public static class TargetChecks
{
    // Floating-point dust on a figure that is the same in every replicate.
    private const double RelativeDust = 1e-9;

    private const string EdgeNote = "the Monte Carlo interval reaches across the edge of the tolerance; more replicates would decide";
    private const string MetAtTheEdgeNote = "the Monte Carlo interval reaches across the edge of the tolerance; more replicates would make it sure";

    // Figures that are shares of replicates, with the binomial error of what is reported.
    private static readonly string[] Shares =
    [
        Measures.Power, Measures.PowerForBenefit, Measures.LookReached, Measures.OverallPower, Measures.TypeIError, Measures.DisjunctivePower, Measures.ConjunctivePower,
        Measures.FamilyWiseError, Measures.DecisionProbability, Measures.StopProbability,
    ];

    /// <summary>A check for each target, in their order. Each must be without fault, see <see cref="TargetFigures.Fault"/>.</summary>
    /// <remarks>Targets under the null hypothesis are left out where it was not simulated.</remarks>
    public static IReadOnlyList<TargetCheck> Of(TrialDesign design, IEnumerable<Target> targets, IReadOnlyList<OperatingCharacteristic> simulated) =>
        [.. targets.Where(target => !target.IsUnderNull || simulated.Any(row => row.Measure is Measures.TypeIError or Measures.FamilyWiseError)).Select(target => Of(target, FigureOf(target, TargetFigures.Find(design, target, simulated))))];

    private static TargetCheck Of(Target target, OperatingCharacteristic row)
    {
        double reported = InUnit(target, target.Reported);
        double? allowed = target.Criterion switch
        {
            WithinTolerance tolerance => InUnit(target, tolerance.Distance),
            WithinMonteCarloError exact => ErrorOf(row, reported) is double error ? -Normal.Quantile(exact.FalseAlarm / 2.0) * error : null,
            _ => throw new InvalidOperationException($"No rule for {target.Criterion.GetType().Name}."),
        };
        if (row.Value is not double value)
        {
            return new TargetCheck(target, reported, row, allowed, TargetVerdict.NotJudged, row.NotEstimable > 0 || row.Replicates > 0 ? "it cannot be estimated" : "no replicate has it");
        }

        if (allowed is not double distance)
        {
            return new TargetCheck(target, reported, row, allowed, TargetVerdict.NotJudged, "one replicate shows nothing of its Monte Carlo error");
        }

        // What an exact target allows is its Monte Carlo error already.
        bool isMet = Math.Abs(value - reported) <= distance + (RelativeDust * Math.Abs(reported));
        bool isOpen = target.Criterion is WithinTolerance && ReachesAcrossAnEdge(row, reported, distance);
        TargetVerdict verdict = isMet ? TargetVerdict.Met : isOpen ? TargetVerdict.Undecided : TargetVerdict.Missed;
        return new TargetCheck(target, reported, row, distance, verdict, !isOpen ? "" : isMet ? MetAtTheEdgeNote : EdgeNote);
    }

    private static bool ReachesAcrossAnEdge(OperatingCharacteristic row, double reported, double distance) =>
        row is { Lower: double lower, Upper: double upper }
        && (lower < reported - distance && reported - distance < upper || lower < reported + distance && reported + distance < upper);

    /// <summary>The standard error; of a share at least the one that the reported value implies, which near 0 and 1 may be larger than the observed one.</summary>
    private static double? ErrorOf(OperatingCharacteristic row, double reported)
    {
        double implied = row.Unit == "probability" && Shares.Contains(row.Measure) && reported is >= 0.0 and <= 1.0 && row.Replicates > 0
            ? Math.Sqrt(reported * (1.0 - reported) / row.Replicates)
            : 0.0;
        return row.MonteCarloStandardError is double error ? Math.Max(error, implied) : null;
    }

    private static double InUnit(Target target, double figure) => target.IsTime ? figure / DaysPer.Month : figure;

    /// <summary>The row itself, or the standard deviation over trials that follows from the error of their mean; its own error is that of normal estimates.</summary>
    private static OperatingCharacteristic FigureOf(Target target, OperatingCharacteristic row)
    {
        if (target.Figure != TargetFigure.StandardDeviation || row.MonteCarloStandardError is not double ofMean)
        {
            return target.Figure == TargetFigure.StandardDeviation ? row with { Value = null } : row;
        }

        double perUnit = row.Unit == "ratio" && row.Value is double ratio ? ofMean / ratio : ofMean;
        double deviation = perUnit * Math.Sqrt(row.Replicates);
        double error = deviation / Math.Sqrt(2.0 * (row.Replicates - 1));
        return row with
        {
            Value = deviation,
            MonteCarloStandardError = error,
            Lower = deviation - (Share.NormalQuantile975 * error),
            Upper = deviation + (Share.NormalQuantile975 * error),
        };
    }
}
