using System.Collections.Immutable;
using TrialSim.Statistics.Multiplicity;

namespace TrialSim.Model.Testing;

/// <summary>
/// Tests that share one α so that what one may reject depends on the others. A closed set. Equal parts and Dunnett's critical value are none of it: each test has its own criterion
/// there.
/// </summary>
public abstract record TestFamily
{
    private TestFamily(ImmutableArray<FamilyMember> members, double oneSidedAlpha)
    {
        Members = members;
        OneSidedAlpha = oneSidedAlpha;
    }

    /// <summary>The tests.</summary>
    public ImmutableArray<FamilyMember> Members { get; }

    /// <summary>Error of the family on each side, above 0 and below ½.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>
    /// A graph of shares of α, which a rejection passes on (Bretz, Maurer, Brannath and Posch, Statistics in Medicine 28, 2009): Holm's procedure and fixed sequences too. A member
    /// with bounds is tested at each look against those of its share of that time (Maurer and Bretz, Statistics in Biopharmaceutical Research 5, 2013).
    /// </summary>
    /// <param name="Tests">The tests.</param>
    /// <param name="Alpha">Error of the family on each side.</param>
    /// <param name="Shares">The shares, in the order of the tests.</param>
    public sealed record Graph(ImmutableArray<FamilyMember> Tests, double Alpha, GatekeepingGraph Shares) : TestFamily(Tests, Alpha);

    /// <summary>Step-up (Hochberg, Biometrika 75, 1988), at one look.</summary>
    /// <param name="Tests">The tests.</param>
    /// <param name="Alpha">Error of the family on each side.</param>
    public sealed record Hochberg(ImmutableArray<FamilyMember> Tests, double Alpha) : TestFamily(Tests, Alpha);

    /// <summary>All or none: each at full α in the direction of benefit; with bounds, each by any look so far.</summary>
    /// <param name="Tests">The tests.</param>
    /// <param name="Alpha">Error of each on each side.</param>
    public sealed record CoPrimary(ImmutableArray<FamilyMember> Tests, double Alpha) : TestFamily(Tests, Alpha);

    /// <summary>
    /// A closed test of comparisons with one control: a hypothesis is rejected when every intersection that contains it is. Over several looks the p-values of the stages are
    /// combined by the inverse normal method with the planned weights, against the bounds of the members, which all have the same; an arm that has been dropped is absent from later stages
    /// (Posch and others, Statistics in Medicine 24, 2005; Bretz and others, Biometrical Journal 48, 2006).
    /// </summary>
    /// <param name="Tests">The tests, of benefit.</param>
    /// <param name="Alpha">Error of the family.</param>
    /// <param name="Intersection">How intersections are tested.</param>
    /// <param name="Loadings">Of each test, from <see cref="IntersectionTest.LoadingOf"/>.</param>
    public sealed record Closed(ImmutableArray<FamilyMember> Tests, double Alpha, IntersectionMethod Intersection, ImmutableArray<double> Loadings)
        : TestFamily(Tests, Alpha);
}
