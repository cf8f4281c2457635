using TrialSim.Results;

namespace TrialSim.Validation.Tests.Studies;

/// <summary>Study 003, TACE in liver cancer with lung metastases: <c>lung-metastasis-series</c> and its null variant, scenario F4.</summary>
public sealed class LungMetastasisTests(ITestOutputHelper output)
{
    // The study: complete response in 10 and partial in 6 of 26, medians of 17.0 and 6.5 months in its Table 3. The naive P is below .001 in about 95 % of series.
    [Fact, Trait("Source", "Published")]
    public void Series_NaiveComparison_FindsWhatTheStudyFound()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("lung-metastasis-series.yaml"), 2_000);

        Assert.Equal(0.95, trial.Of("final", "naive", Measures.Power).Value!.Value, 0.03);
        Assert.Equal(10.0 / 26.0, trial.Of("final", "complete_responders", "tace", Measures.Proportion).Value!.Value, 0.03);
        Assert.Equal(16.0 / 26.0, trial.Of("final", "responders", "tace", Measures.Proportion).Value!.Value, 0.03);
        Assert.Equal(17.0, Median(trial, "with response"), 1.0);
        Assert.Equal(6.5, Median(trial, "without"), 0.5);
    }

    // The usual level: what is there is found by every comparison, the others by fewer series than the naive one.
    [Fact, Trait("Source", "Published")]
    public void Series_LandmarkAndTimeDependent_FindItToo()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("lung-metastasis-series.yaml").With("two_sided_alpha: 0.001", "two_sided_alpha: 0.05"), 1_000);

        Assert.True(trial.Of("final", "landmark", Measures.Power).Value > 0.8);
        Assert.True(trial.Of("final", "time_dependent", Measures.Power).Value > 0.9);
    }

    // An independent simulation of the same series, 3,000 series of 26 and 1,000 of 200: naive .290 and .841, landmark .075 and .054, time-dependent .056 and .060.
    [Theory, Trait("Source", "Independent")]
    [InlineData(26, 3_000, 0.290, 3_000, 0.075, 0.056)]
    [InlineData(200, 800, 0.841, 1_000, 0.054, 0.060)]
    public void NullVariant_OnlyTheNaiveComparison_FindsAResponseThatDoesNothing(int patients, uint replicates, double naive, long ofTrials, double landmark, double timeDependent)
    {
        Agreement agreement = new(output);
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("lung-metastasis-series-null.yaml").With("patients: 26", $"patients: {patients}"), replicates);

        agreement.Share("F4 naive", trial.Rejections("final", "naive"), trial.Replicates, Expected.SimulatedShare(naive, ofTrials));
        agreement.Share("F4 landmark", trial.Rejections("final", "landmark"), trial.Replicates, Expected.SimulatedShare(landmark, ofTrials));
        agreement.Share("F4 time-dependent", trial.Rejections("final", "time_dependent"), trial.Replicates, Expected.SimulatedShare(timeDependent, ofTrials));
    }

    private static double Median(SimulatedTrial trial, string group) =>
        trial.Of("final", "os_by_response", group == "without" ? "not CR/PR" : "CR/PR", Measures.QuantileOf(Measures.MedianSurvival, 0.5)).Value!.Value;
}
