using System.Collections.Immutable;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Tests that share one alpha.</summary>
/// <param name="Members">The analyses; none for no family.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="OwnAlpha">Error on each side of each test by itself: its fixed part, or all of it where what it gets depends on the others.</param>
/// <param name="Compiled">The rule by which verdicts depend on one another; none where each test has its own criterion.</param>
internal sealed record ResolvedFamily(ImmutableArray<Reference> Members, FamilyDocument Written, double OwnAlpha, ImmutableArray<TestFamily> Compiled)
{
    /// <summary>Each test for itself.</summary>
    public static ResolvedFamily None { get; } = new([], new FamilyDocument(), 0.0, []);

    /// <summary>Whether an analysis is one of them.</summary>
    /// <param name="analysis">Its name.</param>
    public bool Contains(string analysis) => Members.Any(member => member.Name == analysis);
}
