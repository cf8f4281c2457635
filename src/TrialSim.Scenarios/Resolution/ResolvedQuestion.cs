using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What a Bayesian analysis asks the probability of.</summary>
/// <param name="Compiled">The question.</param>
/// <param name="Arm">Name of the one arm; empty for a comparison.</param>
/// <param name="Compare">The two arms; none for one arm.</param>
/// <param name="Prior">Belief before the trial, in full.</param>
/// <param name="ControlPrior">The same of the control arm; empty for one arm.</param>
internal sealed record ResolvedQuestion(PosteriorQuestion Compiled, string Arm, Listed<string> Compare, PriorDocument Prior, PriorDocument ControlPrior)
{
    /// <summary>What must be exceeded, as written.</summary>
    public required Amount Exceeds { get; init; }

    /// <summary>The arms that it sets against each other: none or one pair.</summary>
    public ImmutableArray<Pair> Compared { get; init; } = [];

    /// <summary>An analysis that asks it, in full.</summary>
    public AnalysisDocument WrittenIn(AnalysisDocument analysis)
    {
        bool isOfOneArm = Arm.Length > 0;
        return analysis with
        {
            Arm = isOfOneArm ? Arm : null,
            Compare = isOfOneArm ? OrNone<Listed<string>>.None : new(Compare),
            Prior = Prior,
            ControlPrior = isOfOneArm ? null : ControlPrior,
            Exceeds = Compiled is PosteriorQuestion.HazardRatio ? null : Exceeds,
            HazardRatioBelow = Compiled is PosteriorQuestion.HazardRatio ratio ? ratio.Ratio : null,
        };
    }
}
