using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Model.Decisions;

/// <summary>What a design plans of a size that a decision may change.</summary>
/// <param name="Count">Events or patients, 1 or above.</param>
/// <param name="Unit"><c>events</c> or <c>patients</c>.</param>
public sealed record PlannedSize(int Count, string Unit)
{
    /// <summary>The size that a decision re-estimates; none for one that re-estimates nothing.</summary>
    public static ImmutableArray<PlannedSize> Of(TrialDesign design, DecisionAction action) => action switch
    {
        DecisionAction.Reestimate reestimate =>
        [
            new PlannedSize(
                (int)design.Testing.Sequential.First(test => test.Analysis == reestimate.Analysis).PlannedInformation[^1],
                design.WaitsForPatients(reestimate.Look) ? "patients" : "events"),
        ],
        DecisionAction.ReestimateBlinded => [new PlannedSize(design.Patients, "patients")],
        _ => [],
    };
}
