using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Results.Targets;

namespace TrialSim.Validation.Tests.Protocol;

/// <summary>What a suite with few slots does, as a user runs it.</summary>
public sealed class CapacityTests
{
    private const string Full = "validation/angiography-suite-full.yaml";

    // F11: 60 patients on c slots a week come every max(6, 60 / c) weeks in the long run.
    [Theory, Trait("Source", "Theory")]
    [InlineData("4", 15)]
    [InlineData("5", 12)]
    [InlineData("8", 7.5)]
    [InlineData("11", 6)]
    [InlineData("30", 6)]
    public void Suite_OfFewSlots_SetsTheInterval(string slots, double weeks)
    {
        Trial trial = SimulatedTrial.Read(ScenarioFile.Text(Full).With("slots_per_week: 5", $"slots_per_week: {slots}"));
        foreach (int patient in new[] { 0, 29, 59 })
        {
            double[] days =
            [
                .. Replay.Patient(trial, trial.Run.Seed, 1, patient).Course.Where(entry => entry.Kind == CourseEntryKind.Session && entry.Day > 730).Select(entry => entry.Day),
            ];

            Assert.True(days.Length > 5);
            Assert.Equal(weeks * 7, (days[^1] - days[0]) / (days.Length - 1), 1e-9);
        }
    }

    [Fact, Trait("Source", "Theory")]
    public void FullSuite_GivesAllItsSlots()
    {
        TargetCheck check = Assert.Single(SimulatedTrial.Run(ScenarioFile.Text(Full), 20).Targets());

        Assert.Equal(TargetVerdict.Met, check.Verdict);
    }

    // The same patients and the same luck: a fuller suite delays RFA, and nothing else changes.
    [Fact, Trait("Source", "Property")]
    public void FullSuite_CostsPower()
    {
        string yaml = ScenarioFile.Text("demo-full-suite.yaml");
        long full = SimulatedTrial.Run(yaml, 400).Rejections("final", "pfs_test");
        long roomy = SimulatedTrial.Run(yaml.With("slots_per_week: 2", "slots_per_week: 8"), 400).Rejections("final", "pfs_test");

        // 39 % and 62 %: their difference of 92 in 400 has a standard error below 14.
        Assert.InRange(roomy - full, 92 - (5 * 14), 92 + (5 * 14));
    }
}
