using System.Text;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Dependence;
using TrialSim.Scenarios;

namespace TrialSim.Validation.Tests.Conduct;

/// <summary>What no result depends on is left out of runs: the results of the whole protocol are the same to the last bit.</summary>
public sealed class EssentialProtocolTests
{
    private const int Replicates = 3;

    public static TheoryData<string> Scenarios => [.. ScenarioFile.Shipped()];

    [Theory, Trait("Source", "Property"), MemberData(nameof(Scenarios))]
    public void Of_ShippedScenario_GivesTheResultsOfTheWholeProtocol(string scenario)
    {
        Trial trial = Read(scenario);
        TrialConduct whole = ConductOf(trial);
        TrialConduct essential = ConductOf(EssentialProtocol.Of(trial));
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            whole.Run(trial.Run.Seed, replicate, static (_, _) => { });
            essential.Run(trial.Run.Seed, replicate, static (_, _) => { });

            Assert.Equal(whole.LookDays, essential.LookDays);
            Assert.Equal(whole.Rows, essential.Rows);
            Assert.Equal(whole.ResourceUse, essential.ResourceUse);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_TaceOnDemand_LeavesOutWhatIsOnlyRecorded()
    {
        // Safety visits and contacts see nothing that is not known at once, and the therapy after the trial has no effect.
        Trial trial = Read("metastatic-tace-sorafenib.yaml");
        Trial essential = EssentialProtocol.Of(trial);

        Assert.Equal(["tace", "sorafenib"], essential.Design.Protocol.Treatments.Where(treatment => !treatment.Arms.IsEmpty).Select(treatment => treatment.Name));
        Assert.Equal(["imaging"], essential.Design.Protocol.Visits.Where(schedule => !schedule.Arms.IsEmpty).Select(schedule => schedule.Name));
    }

    private static Trial Read(string file) => ScenarioReader.Read(Encoding.UTF8.GetBytes(ScenarioFile.Text(file)), file, ScenarioOverrides.None).Scenario!.Trial;

    private static TrialConduct ConductOf(Trial trial)
    {
        ResultLayout layout = new(trial.Design);
        return new TrialConduct(trial, layout, new LookAnalyst(trial.Design, layout, CurvePlan.None), AnalysesWanted.All);
    }
}
