using TrialSim.Model;
using Xunit;

namespace TrialSim.Scenarios.Tests;

public sealed class StarterScenarioTests
{
    [Fact, Trait("Source", "Property")]
    public void StarterScenario_AsWritten_ReadsWithoutProblemsAndWarnings()
    {
        ScenarioReading reading = Reading.Of(StarterScenario.Yaml);

        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal([], reading.Warnings.Select(problem => problem.ToString()));
        Trial trial = reading.Scenario!.Trial;
        Assert.Equal("my-trial", trial.Name);
        Assert.Equal(300, trial.Design.Patients);
        Assert.Equal(Meetings.EventCount, trial.Meetings);
        Assert.Equal(4, trial.Truth.Effects.Length);
    }

    [Fact, Trait("Source", "Property")]
    public void StarterScenario_Resolved_ResolvesToItself()
    {
        string resolved = Reading.Valid(StarterScenario.Yaml).ResolvedYaml;

        Assert.Equal(resolved, Reading.Valid(resolved).ResolvedYaml);
    }
}
