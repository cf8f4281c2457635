using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Testing;

/// <summary>
/// The bounds of a sequential test at one stage, and what follows from it at each information that the next stage may have. Replicates with the same information at their looks
/// share them, so that an event-driven trial computes its bounds once.
/// </summary>
internal sealed class BoundNode
{
    private readonly SequentialTest _test;
    private readonly double[] _information;
    private readonly int[] _places;
    private readonly SortedDictionary<(int Look, int Information), BoundNode> _next = [];

    private BoundNode(SequentialTest test, double[] information, int[] places)
    {
        _test = test;
        _information = information;
        _places = places;
        Bounds = BoundsAt(test, information, places);
    }

    /// <summary>The bounds of the stages so far, and of those to come as they are planned.</summary>
    public SequentialBounds Bounds { get; }

    /// <summary>Before the first look.</summary>
    public static BoundNode Root(SequentialTest test) => new(test, [], []);

    /// <summary>The node of the next stage.</summary>
    /// <param name="look">Place of the look among the test's, later than that of this node.</param>
    /// <param name="information">Observed, above that of this node.</param>
    public BoundNode At(int look, int information)
    {
        if (!_next.TryGetValue((look, information), out BoundNode? node))
        {
            node = new BoundNode(_test, [.. _information, information], [.. _places, look]);
            _next.Add((look, information), node);
        }

        return node;
    }

    // A look that has been passed over, or that plans no more information than there is, is none of the trial's.
    private static SequentialBounds BoundsAt(SequentialTest test, double[] observed, int[] taken)
    {
        double maximum = test.PlannedInformation[^1];
        double last = observed.Length == 0 ? 0 : observed[^1];
        List<int> looks = new(taken);
        List<double> fractions = [];
        foreach (double information in observed)
        {
            fractions.Add(information / maximum);
        }

        for (int look = taken.Length == 0 ? 0 : taken[^1] + 1; look < test.Looks.Length; look++)
        {
            if (test.PlannedInformation[look] > last)
            {
                looks.Add(look);
                fractions.Add(test.PlannedInformation[look] / maximum);
            }
        }

        return test.Plan.OfLooks([.. looks]).BoundsAt([.. fractions], test.Drift);
    }
}
