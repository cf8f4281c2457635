using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Model.Decisions;

/// <summary>What a design plans of a size that a decision may change.</summary>
/// <param name="Count">1 or above.</param>
/// <param name="Unit">What is counted.</param>
public sealed record PlannedSize(int Count, SizeUnit Unit)
{
    /// <summary>The size that a decision re-estimates; none for one that re-estimates nothing.</summary>
    public static ImmutableArray<PlannedSize> Of(TrialDesign design, DecisionAction action) => action switch
    {
        DecisionAction.Reestimate reestimate =>
        [
            new PlannedSize(
                (int)design.Testing.Sequential.First(test => test.Analysis == reestimate.Analysis).PlannedInformation[^1],
                design.WaitsForPatients(reestimate.Look) ? SizeUnit.Patients : SizeUnit.Events),
        ],
        DecisionAction.ReestimateBlinded => [new PlannedSize(design.Patients, SizeUnit.Patients)],
        _ => [],
    };
}
