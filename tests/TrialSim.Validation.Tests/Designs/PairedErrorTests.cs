using System.Text;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Results.Sweeps;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Sweeps;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>Whether differences between cells of a sweep lie as far apart as their errors say.</summary>
public sealed class PairedErrorTests
{
    private const int Sweeps = 100;
    private const uint Replicates = 200;

    // Two accrual rates, a hundred sweeps with a seed each. The standard deviation of their differences over what the mean error says lies in 0.67…1.36 in all but one in a million: √(χ²₉₉ / 99). The
    // error itself is known to a twentieth. Independent errors would be more than twice as large.
    [Fact, Trait("Source", "Theory")]
    public void Differences_OverSeeds_LieAsFarApartAsTheirErrors()
    {
        byte[] yaml = Encoding.UTF8.GetBytes(ScenarioFile.Text("demo-sweep.yaml"));
        ScenarioOverrides overrides = new(null, Replicates);
        ScenarioSweep sweep = ScenarioReader.Read(yaml, "demo-sweep.yaml", overrides).Scenario!.Sweep;
        CellDifference[][] differences =
        [
            .. Enumerable.Range(1, Sweeps).AsParallel().AsOrdered().Select(seed =>
            {
                CellRecord first = Run(sweep, 1, (ulong)seed);
                CellRecord other = Run(sweep, 4, (ulong)seed);
                return CellDifferences.Between(other, first, "truth.accrual.rate.per_month").ToArray();
            }),
        ];

        foreach (string measure in new[] { Measures.Power, Measures.MeanZ })
        {
            CellDifference[] ofMeasure = [.. differences.Select(all => all.Single(difference => difference.Row.Measure == measure))];
            double mean = ofMeasure.Average(difference => difference.Difference!.Value);
            double spread = Math.Sqrt(ofMeasure.Sum(difference => Math.Pow(difference.Difference!.Value - mean, 2)) / (Sweeps - 1));

            Assert.InRange(spread / ofMeasure.Average(difference => difference.Error!.Value), 0.65, 1.45);
            Assert.InRange(ofMeasure.Average(difference => difference.TimesSmaller!.Value), 2, 10);
        }
    }

    private static CellRecord Run(ScenarioSweep sweep, int cell, ulong seed)
    {
        Trial trial = sweep.Read(cell, seed).Scenario!.Trial;
        CellRecorder recorder = CellRecorder.Of(trial);
        Campaign.Run(trial, seed, new ReplicateRange(1, Replicates), CurvePlan.None, 1, recorder.Prepare, recorder.Add, CancellationToken.None);
        return new CellRecord(cell, "", seed, Replicates, [.. recorder.Figures()]);
    }
}
