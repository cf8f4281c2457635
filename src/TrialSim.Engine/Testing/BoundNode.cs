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
    private readonly Dictionary<(int Look, int Information), BoundNode> _next = [];

    private BoundNode(SequentialTest test, double[] information, SequentialBounds bounds)
    {
        _test = test;
        _information = information;
        Bounds = bounds;
    }

    /// <summary>The bounds of the stages so far, and of those to come as they are planned.</summary>
    public SequentialBounds Bounds { get; }

    /// <summary>Before the first look.</summary>
    public static BoundNode Root(SequentialTest test) => new(test, [], BoundsAt(test, [], look: -1));

    /// <summary>The node of the next stage.</summary>
    /// <param name="look">Place of the look among the test's, later than that of this node.</param>
    /// <param name="information">Observed, above that of this node.</param>
    public BoundNode At(int look, int information)
    {
        if (!_next.TryGetValue((look, information), out BoundNode? node))
        {
            double[] soFar = [.. _information, information];
            node = new BoundNode(_test, soFar, BoundsAt(_test, soFar, look));
            _next.Add((look, information), node);
        }

        return node;
    }

    private static SequentialBounds BoundsAt(SequentialTest test, double[] observed, int look)
    {
        double maximum = test.PlannedInformation[^1];
        double last = observed.Length == 0 ? 0 : observed[^1];
        double[] fractions =
        [
            .. observed.Select(information => information / maximum),
            .. test.PlannedInformation.Skip(look + 1).Where(planned => planned > last).Select(planned => planned / maximum),
        ];
        return test.Plan.BoundsAt(fractions, test.Drift);
    }
}
