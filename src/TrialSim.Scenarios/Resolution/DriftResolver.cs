using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The effect that a sequential test is planned for, as the expected Z at its planned maximum: from a hazard ratio, or from a power.</summary>
/// <param name="analysis">The analysis.</param>
/// <param name="maximum">Its planned maximum of information.</param>
/// <param name="allocation">The planned ratio of the arms.</param>
/// <param name="isTimeToEvent">Whether information is in events.</param>
/// <param name="path">Place of the sequential test.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class DriftResolver(
    ResolvedAnalysis analysis, double maximum, ResolvedAllocation allocation, bool isTimeToEvent, DocumentPath path, ProblemList problems)
{
    private const double MinDrift = 0.01;
    private const double MaxDrift = 30.0;

    // Root of Schoenfeld's information at the maximum (Biometrika 68, 1981); null where a hazard ratio is not what is tested.
    private readonly double? _root = RootOf(analysis, maximum, allocation, isTimeToEvent);

    // The hazard ratio under the null hypothesis: a margin, or 1.
    private readonly double _nullRatio = analysis.Method switch
    {
        ResolvedMethod.LogRank { Margin: [double margin] } => margin,
        ResolvedMethod.Cox { Margin: [double margin] } => margin,
        _ => 1.0,
    };

    /// <summary>What is aimed at; null, with the reason reported, when that is a contradiction.</summary>
    public Aim? Resolve(SequentialDocument document)
    {
        FutilityDocument? futility = document.Futility?.Value;
        if (document.HazardRatio is not null && document.Power is not null)
        {
            problems.Error(path, "hazard_ratio and power stand together, and either follows from the other. Write one of them.");
            return null;
        }

        if (document.HazardRatio is { } ratio && (_root is null || !(ratio < _nullRatio)))
        {
            string rejected = _nullRatio == 1.0 ? "the experimental arm is not better" : $"there is nothing to show against a margin of {Figure.Of(_nullRatio)}";
            problems.Error(
                path.Key("hazard_ratio"),
                _root is null
                    ? "Only a log_rank or cox test of two arms is planned for a hazard ratio. Write power: with the power that it is to have."
                    : $"At a hazard ratio of {Figure.Of(ratio)} {rejected}. Write the ratio that the trial is planned for, below {Figure.Of(_nullRatio)}.");
            return null;
        }

        double? listed = futility?.Spending?.Cumulative is { Items: [.., double last] } ? last : null;
        if (futility?.Beta is not null && listed is not null)
        {
            problems.Error(path.Key("futility").Key("beta"), "The errors that are listed say how much is spent. Remove beta.");
            return null;
        }

        double? beta = futility?.Spending is null ? null : listed ?? futility.Beta;
        if (beta is { } spent && document.Power is { } given && Math.Abs(1.0 - spent - given) > 1e-9)
        {
            problems.Error(path.Key("power"), $"A power of {Figure.Of(given)} and a beta of {Figure.Of(spent)} do not sum to 1. Write one of them.");
            return null;
        }

        double power = document.Power ?? (beta is { } missed ? Math.Round(1.0 - missed, 12) : Defaults.Power);
        return new Aim(document.HazardRatio, power, beta ?? (document.Power is null ? Defaults.Beta : Math.Round(1.0 - power, 12)));
    }

    /// <summary>The drift; null, with the reason reported, when no effect gives it.</summary>
    /// <param name="aim">What is aimed at.</param>
    /// <param name="fractions">Planned information fractions.</param>
    /// <param name="plan">The bounds, on scales that do not move with the drift; null where something was reported.</param>
    public double? Find(Aim aim, double[] fractions, SequentialPlan? plan)
    {
        if (aim.HazardRatio is { } ratio)
        {
            double drift = Math.Log(_nullRatio / ratio) * _root!.Value;
            if (drift is >= MinDrift and <= MaxDrift)
            {
                return drift;
            }

            problems.Error(path.Key("hazard_ratio"), $"With {Figure.Of(maximum)} events a hazard ratio of {Figure.Of(ratio)} gives an expected Z of {Figure.Of(drift)}, which no trial is planned for. Write another ratio or other information.");
            return null;
        }

        try
        {
            return plan?.ForPower(fractions, aim.Power).Drift;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Each figure is in its range; together no effect gives them.
            problems.Error(path, $"No effect gives these bounds a power of {Figure.Of(aim.Power)}. Write another power or beta, or lower futility bounds.");
            return null;
        }
    }

    /// <summary>The hazard ratio that a drift stands for; null where none is tested.</summary>
    public double? HazardRatioOf(double drift) => _root is { } root && _nullRatio == 1.0 ? Math.Exp(-drift / root) : null;

    private static double? RootOf(ResolvedAnalysis analysis, double maximum, ResolvedAllocation allocation, bool isTimeToEvent)
    {
        if (!isTimeToEvent || analysis.Method is not (ResolvedMethod.LogRank or ResolvedMethod.Cox) || allocation.Weights.IsEmpty)
        {
            return null;
        }

        Pair pair = analysis.Method.Compared[0];
        double experimental = allocation.Weights[pair.Experimental.Index];
        double control = allocation.Weights[pair.Control.Index];
        return Math.Sqrt(maximum * experimental * control) / (experimental + control);
    }

    /// <summary>What is aimed at.</summary>
    /// <param name="HazardRatio">The effect, where it is written.</param>
    /// <param name="Power">The power that the effect follows from, otherwise.</param>
    /// <param name="Beta">The probability of missing the effect that futility bounds may spend.</param>
    internal sealed record Aim(double? HazardRatio, double Power, double Beta);
}
