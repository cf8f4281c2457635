using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The efficacy bound of a look at the planned information.</summary>
/// <param name="Look">Index of the look.</param>
/// <param name="Efficacy">Z; +∞ for none.</param>
internal readonly record struct PlannedBound(int Look, double Efficacy)
{
    /// <summary>The bounds of a plan.</summary>
    public static IEnumerable<PlannedBound> Of(TestingPlan plan) => plan.Sequential.SelectMany(test =>
    {
        SequentialBounds bounds = test.PlannedBounds();
        return test.Looks.Select((look, i) => new PlannedBound(look, bounds.Efficacy[i]));
    });
}
