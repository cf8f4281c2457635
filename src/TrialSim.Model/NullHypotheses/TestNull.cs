using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Model.NullHypotheses;

/// <summary>Whether the null hypothesis of a test is that arms do not differ.</summary>
/// <param name="Analysis">Index of the analysis.</param>
/// <param name="Controls">Indices of the arms it compares with; empty for one that compares all arms.</param>
/// <param name="WhyNot">Why its null hypothesis is another; empty where it is that.</param>
internal sealed record TestNull(int Analysis, ImmutableArray<int> Controls, string WhyNot)
{
    /// <summary>What is to be known of an analysis; null for one that tests nothing.</summary>
    public static TestNull? Of(TrialDesign design, int index)
    {
        Analysis analysis = design.Analyses[index];
        ImmutableArray<int> controls = [.. ComparedArms.Of(analysis).Select(compare => compare.Control).Distinct()];
        if (analysis is GroupLogRankAnalysis or GroupCoxAnalysis)
        {
            return new TestNull(index, [], "it compares groups that come about after randomisation, which no truth about the arms makes alike.");
        }

        bool comparesAll = analysis is GlobalLogRankAnalysis or TrendAnalysis;
        if (controls.IsEmpty && !comparesAll)
        {
            return null;
        }

        return design.Endpoints[analysis.Endpoint] is NumericEndpoint { Quantity: SessionCount or DoseIntensity }
            ? new TestNull(index, controls, "its endpoint counts what the protocol does, which stays that of each arm.")
            : new TestNull(index, controls, "");
    }
}
