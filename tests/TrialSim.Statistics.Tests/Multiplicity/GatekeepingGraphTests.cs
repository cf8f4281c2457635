using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Multiplicity;
using Xunit;

namespace TrialSim.Statistics.Tests.Multiplicity;

public sealed class GatekeepingGraphTests
{
    // Two primary hypotheses with half of α each; each passes half to the other, half to its secondary, and a secondary passes all to the other primary.
    private static readonly GatekeepingGraph ParallelGatekeeping = new(
        [0.5, 0.5, 0.0, 0.0],
        [[0.0, 0.5, 0.5, 0.0], [0.5, 0.0, 0.0, 0.5], [0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]]);

    // p/w is .01 and .06: first H1 at .01. It leaves w2 = .75 and w3 = .25, and g23 = .5·.5/(1 − .25) = 1/3, g24 = .5/.75 = 2/3. Then H2 at .03/.75 = .04 before H3 at
    // .02/.25 = .08; w3 = .25 + .75/3 = .5 and w4 = .5. H3 at .02/.5 = .04; H4 has all of α at last: .045.
    [Fact, Trait("Source", "ByHand")]
    public void Adjusted_ParallelGatekeeping_FollowsTheUpdates()
    {
        double[] adjusted = new double[4];
        ParallelGatekeeping.FillAdjusted([0.005, 0.03, 0.02, 0.045], adjusted);

        Assert.Equal([0.01, 0.04, 0.04, 0.045], adjusted.Select(p => Math.Round(p, 12)));
        double[] weights = new double[4];
        ParallelGatekeeping.FillWeightsAfter([true, true, false, false], weights);
        Assert.Equal([0.0, 0.0, 0.5, 0.5], weights.Select(w => Math.Round(w, 12)));
    }

    // The closed test, with nothing taken from the sequential algorithm: adjusted p is the largest, over all sets that hold the hypothesis, of min p/w in the set. Weights of a set are
    // what is left when the others are rejected.
    [Fact, Trait("Source", "Theory")]
    public void Adjusted_RandomPValues_AreThoseOfTheClosedTest() =>
        Prop.ForAll(
            Gen.Choose(0, 1000).ArrayOf(4).ToArbitrary(),
            draws =>
            {
                double[] p = [.. draws.Select(draw => Math.Pow(draw / 1000.0, 3.0))];
                double[] adjusted = new double[4];
                ParallelGatekeeping.FillAdjusted(p, adjusted);
                double[] expected = new double[4];
                for (int set = 1; set < 16; set++)
                {
                    double[] weights = new double[4];
                    ParallelGatekeeping.FillWeightsAfter([.. Enumerable.Range(0, 4).Select(i => (set & (1 << i)) == 0)], weights);
                    double smallest = Enumerable.Range(0, 4)
                        .Where(i => (set & (1 << i)) != 0 && weights[i] > 0.0).Select(i => p[i] / weights[i]).DefaultIfEmpty(1.0).Min();
                    for (int i = 0; i < 4; i++)
                    {
                        expected[i] = (set & (1 << i)) != 0 ? Math.Max(expected[i], Math.Min(1.0, smallest)) : expected[i];
                    }
                }

                for (int i = 0; i < 4; i++)
                {
                    Close.Relative(expected[i], adjusted[i], 1e-11);
                }
            }).QuickCheckThrowOnFailure();

    // A graph that keeps part of α at a rejected hypothesis, and one that never gets any.
    [Fact, Trait("Source", "ByHand")]
    public void Adjusted_NoAlphaEverArrives_IsOne()
    {
        GatekeepingGraph graph = new([1.0, 0.0, 0.0], [[0.0, 0.25, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]);
        double[] adjusted = new double[3];
        graph.FillAdjusted([0.01, 0.01, 0.0], adjusted);

        Assert.Equal([0.01, 0.04, 1.0], adjusted);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Constructor_MoreThanAllOfAlpha_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new GatekeepingGraph([0.6, 0.6], [[0.0, 1.0], [1.0, 0.0]]));
        Assert.Throws<ArgumentException>(() => new GatekeepingGraph([0.5, 0.5], [[0.0, 1.1], [1.0, 0.0]]));
        Assert.Throws<ArgumentException>(() => new GatekeepingGraph([0.5, 0.5], [[0.5, 0.5], [1.0, 0.0]]));
        Assert.Throws<ArgumentException>(() => new GatekeepingGraph([], []));
    }
}
