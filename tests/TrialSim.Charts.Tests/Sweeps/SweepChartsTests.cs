using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TrialSim.Charts.Images;
using TrialSim.Charts.Sweeps;
using TrialSim.Charts.Tests.Images;
using TrialSim.Results;
using TrialSim.Results.Sweeps;

namespace TrialSim.Charts.Tests.Sweeps;

public sealed class SweepChartsTests
{
    private const string LongKey = "truth.events.death_of_any_cause_or_progression.hazard.median_of_all";

    [Fact, Trait("Source", "ByHand")]
    public void Of_OneCell_SpeaksOfOneCell() => Assert.All(
        SweepCharts.Of(Summary([Factor("design.patients", "", 100)])),
        chart => Assert.StartsWith("1 cell of ", (string)chart.Spec["title"]!["subtitle"]!, StringComparison.Ordinal));

    [Fact, Trait("Source", "ByHand")]
    public void Charts_OfOneKey_AreCurvesAlone() =>
        Assert.Equal(["power"], SweepCharts.Of(Summary([Factor("design.patients", "", 100, 200, 300)])).Select(chart => chart.Name));

    [Fact, Trait("Source", "ByHand")]
    public void Charts_OfTwoKeys_AreATornadoAMapAndCurves() => Assert.Equal(
        ["sensitivity-os_test", "power-map-os_test", "power-os_test"],
        SweepCharts.Of(Summary([Factor("design.patients", "", 100, 200, 300), Factor("truth.accrual.duration", "mo", 12, 24)])).Select(chart => chart.Name));

    [Fact, Trait("Source", "ByHand")]
    public void Map_OfUnequalSteps_HasFieldsThatReachHalfWayToTheirNeighbours()
    {
        Chart map = SweepCharts.Of(Summary([Factor("design.patients", "", 100, 200, 400), Factor("truth.accrual.duration", "mo", 24, 12)])).Single(chart => chart.Name.StartsWith("power-map", StringComparison.Ordinal));

        JsonArray data = map.Spec["data"]!["values"]!.AsArray();
        Assert.Equal([(50.0, 150.0), (150.0, 300.0), (300.0, 500.0)], data.Select(datum => (datum!["x"]!.GetValue<double>(), datum["x_end"]!.GetValue<double>())).Distinct());
        Assert.All(data.Where(datum => datum!["up"]!.GetValue<string>() == "24mo"), datum => Assert.Equal((30.0, 18.0), (datum!["y"]!.GetValue<double>(), datum["y_end"]!.GetValue<double>())));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Tornado_Keys_AreTheLargestEffectFirst()
    {
        // The power of a cell is 0.1 + 0.1 × the level of the first key + 0.2 × that of the second.
        Chart tornado = SweepCharts.Of(Summary([Factor("a", "", 1, 2), Factor("b", "", 1, 2)]))[0];

        Assert.Equal(["b", "b", "a", "a"], tornado.Spec["data"]!["values"]!.AsArray().Select(datum => datum!["name"]!.GetValue<string>()));
        Assert.Contains("1 → 2: +0.2000", tornado.Spec["data"]!["values"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    // Names of 60 characters and more, levels that are blocks, one replicate, three keys: every picture can be drawn.
    [NodeFact, Trait("Source", "Property")]
    public void Charts_OfHostileSweeps_AreDrawn()
    {
        SweepFactor blocks = new("design.looks.final.when", "", FactorKind.Grid, [new("{any: [{trial_time: 36mo}, {events: {endpoint: os, count: 1…", null), new("{trial_time: 42mo}", null)], 2);
        SweepSummary[] hostile =
        [
            Summary([blocks]), Summary([blocks, Factor(LongKey, "mo", 10, 12, 14)]), Summary([blocks, Factor(LongKey, "mo", 10, 12, 14), Factor("a", "", 1e-9, 1e9)]),
            Summary([Factor(LongKey, "d", 1, 2)]) with { Manifest = Manifest(2, 1) },
        ];

        foreach (Chart chart in hostile.SelectMany(SweepCharts.Of))
        {
            string svg = System.Text.Encoding.UTF8.GetString(ImageRenderer.Render(chart, ImageFormat.Svg));
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("undefined", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("null", svg, StringComparison.Ordinal);
        }
    }

    private static SweepFactor Factor(string name, string unit, params double[] positions) =>
        new(name, unit, FactorKind.Grid, [.. positions.Select(position => new FactorLevel($"{position}{unit}", position))], positions.Length);

    private static SweepSummary Summary(ImmutableArray<SweepFactor> factors)
    {
        int count = factors.Aggregate(1, (product, factor) => product * factor.Levels.Length);
        SweepAccumulator sum = new(factors, count);
        for (int number = 1; number <= count; number++)
        {
            int rest = number - 1;
            ImmutableArray<int> levels = [.. factors.Reverse().Select(factor =>
            {
                rest = Math.DivRem(rest, factor.Levels.Length, out int level);
                return level;
            }).Reverse()];
            double power = 0.1 + (0.1 * levels.Select((level, factor) => level * (factor + 1)).Sum());
            float[] rejections = [.. Enumerable.Range(0, 10).Select(replicate => replicate < Math.Round(power * 10) ? 1f : 0f)];
            OperatingCharacteristic row = new("final", "os", "os_test", "treated v control", Measures.Power, "probability", power, 0.1, Math.Max(0, power - 0.1), Math.Min(1, power + 0.1), 10, 0);
            sum.Add(new CellPlace(number, [.. levels.Select((level, factor) => factors[factor].Levels[level].Label)], []), levels, new CellRecord(number, "", 1, 10, [new CellFigure(row, [.. rejections])]));
        }

        return sum.Finish(Manifest(count, 10), ["control", "treated"], [.. factors.Select(factor => factor.Name)]);
    }

    private static Manifest Manifest(int cells, long replicates) => new("sweep", "", "1", "kernel", 1, 1, replicates, replicates, "") { Cells = cells };
}
