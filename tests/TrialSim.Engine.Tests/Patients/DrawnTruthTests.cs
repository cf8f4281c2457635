using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Patients;

public sealed class DrawnTruthTests
{
    private static readonly ImmutableArray<StateMask> Treated = [new StateMask(2, 2)];

    [Fact, Trait("Source", "Theory")]
    public void LogHazardRatio_OverReplicates_IsNormal()
    {
        Effect effect = Drawn(draw: 0);
        double[] logs = [.. Enumerable.Range(1, 20_000).Select(replicate => DrawnTruth.LogHazardRatioOf(effect, SmallTrial.Seed, (uint)replicate))];

        // 20,000 draws: a correct generator leaves these bands once in a million.
        double reach = Normal.Quantile(1 - 0.5e-6) / Math.Sqrt(logs.Length);
        Assert.Equal(Math.Log(0.7), logs.Average(), 0.2 * reach);
        Assert.Equal(0.04, logs.Average(log => (log - Math.Log(0.7)) * (log - Math.Log(0.7))), 0.04 * Math.Sqrt(2) * reach);
    }

    [Fact, Trait("Source", "Property")]
    public void LogHazardRatio_OfAnotherDraw_IsAnother()
    {
        Assert.NotEqual(DrawnTruth.LogHazardRatioOf(Drawn(draw: 0), SmallTrial.Seed, 1), DrawnTruth.LogHazardRatioOf(Drawn(draw: 1), SmallTrial.Seed, 1));
        Assert.NotEqual(DrawnTruth.LogHazardRatioOf(Drawn(draw: 0), SmallTrial.Seed, 1), DrawnTruth.LogHazardRatioOf(Drawn(draw: 0), SmallTrial.Seed + 1, 1));
        Assert.Equal(Math.Log(0.7), DrawnTruth.LogHazardRatioOf(new Effect(0, Treated, Math.Log(0.7)), SmallTrial.Seed, 1));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(1u)]
    [InlineData(2u)]
    public void Replay_EffectThatIsDrawn_IsThatOfItsHazardRatioInTheReplicate(uint replicate)
    {
        Trial trial = SmallTrial.Of(20);
        Effect drawn = Drawn(draw: 3);
        Trial uncertain = trial with { Truth = trial.Truth with { Effects = [drawn] } };
        Trial fixedTruth = trial with { Truth = trial.Truth with { Effects = [new Effect(0, Treated, DrawnTruth.LogHazardRatioOf(drawn, SmallTrial.Seed, replicate))] } };

        for (int patient = 0; patient < 20; patient++)
        {
            Assert.Equal(
                Replay.Patient(fixedTruth, SmallTrial.Seed, replicate, patient).EventDays.ToArray(),
                Replay.Patient(uncertain, SmallTrial.Seed, replicate, patient).EventDays.ToArray());
        }
    }

    private static Effect Drawn(int draw) => new(0, Treated, Math.Log(0.7)) { Draw = draw, LogHazardRatioPerDeviation = 0.2 };
}
