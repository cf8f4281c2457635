using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Sweeps;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Tests.Sweeps;

public sealed class CellRecorderTests
{
    private const long Replicates = 40;

    // Whatever differences are made of: what single replicates show must come to what all of them show, for every mean and share of designs of every kind.
    [Theory, Trait("Source", "Property")]
    [InlineData("demo-interim.yaml")]
    [InlineData("event-reestimation.yaml")]
    [InlineData("multi-arm-multi-stage-tace.yaml")]
    [InlineData("simon-two-stage-combination.yaml")]
    [InlineData("demo-angiography-capacity.yaml")]
    [InlineData("validation/survival-families.yaml")]
    [InlineData("validation/fixed-date-delayed-effect.yaml")]
    public void Series_MeanOverReplicates_IsTheOperatingCharacteristic(string file)
    {
        byte[] yaml = File.ReadAllBytes(Repository.PathOf($"scenarios/{file}"));
        Trial trial = ScenarioReader.Read(yaml, file, new ScenarioOverrides(11, Replicates)).Scenario!.Trial;

        AssertMeans(trial, CellRecorder.Of(trial));
        if (NullTrial.TryDerive(trial, out NullTrial derived, out _) && !derived.Tests.IsEmpty)
        {
            AssertMeans(derived.Trial, CellRecorder.UnderNull(derived));
        }
    }

    private static void AssertMeans(Trial trial, CellRecorder recorder)
    {
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, (uint)Replicates), CurvePlan.None, 2, recorder.Prepare, recorder.Add, CancellationToken.None);
        CellFigure[] means = [.. recorder.Figures().Where(figure => figure.Series.Length > 0)];
        Assert.NotEmpty(means);
        foreach ((OperatingCharacteristic row, IEnumerable<float> series) in means.Select(figure => (figure.Row, figure.Series.AsEnumerable())))
        {
            double[] there = [.. series.Where(value => !float.IsNaN(value)).Select(value => (double)value)];
            Assert.True(row.Value.HasValue == there.Length > 0, row.ToString());
            if (row.Value is double value)
            {
                double mean = there.Average();
                bool isGeometric = row.Measure is Measures.HazardRatio or Measures.RestrictedMeanRatio or Measures.IntervalRatio;
                Assert.True(Math.Abs((isGeometric ? Math.Exp(mean) : mean) - value) <= 1e-5 * Math.Max(1, Math.Abs(value)), $"{row}: {mean}");
                Assert.Equal(there.Length, row.Replicates);
            }
        }
    }
}
