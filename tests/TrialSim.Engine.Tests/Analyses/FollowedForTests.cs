using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>A stage of a trial counts exactly the patients whom its look has waited for.</summary>
public sealed class FollowedForTests
{
    [Fact, Trait("Source", "Theory")]
    public void FollowedFor_AtALookThatWaitsForSoMany_CountsExactlyThem()
    {
        ProportionAnalysis all = new("all", 0, [0], [0, 1], 0.95, ProportionInterval.Wilson);
        Trial trial = SmallTrial.Of(80, all, all with { Name = "followed", FollowedForDays = 91.3125 });
        trial = trial with
        {
            Design = trial.Design with
            {
                Endpoints = [new BinaryEndpoint("dead", new EventFound([0]), double.PositiveInfinity, BetterDirection.Lower)],
                Looks = [new Look("stage", new PatientsFollowedUp(15, 91.3125))],
            },
        };
        ResultLayout layout = new(trial.Design);
        int more = 0;
        Campaign.Run(
            trial,
            SmallTrial.Seed,
            new ReplicateRange(1, 300),
            CurvePlan.None,
            2,
            batch =>
            {
                for (int replicate = 0; replicate < batch.Count; replicate++)
                {
                    ResultRow[] rows = [.. batch.RowsOf(replicate).ToArray().Where((_, row) => layout.Rows[row].Analysis != RowKey.None)];
                    more += rows[0].Patients + rows[1].Patients > 15 ? 1 : 0;
                    Assert.Equal(15, rows[2].Patients + rows[3].Patients);
                }
            },
            CancellationToken.None);

        Assert.Equal(300, more);
    }
}
