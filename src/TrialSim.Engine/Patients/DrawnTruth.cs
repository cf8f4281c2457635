using TrialSim.Engine.Randomness;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>
/// What is drawn of the truth once a replicate, so that power over replicates is an assurance (O'Hagan, Stevens and Campbell, Pharmaceutical Statistics 4, 2005).
/// </summary>
public static class DrawnTruth
{
    /// <summary>The natural logarithm of an effect's hazard ratio in a replicate.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    public static double LogHazardRatioOf(Effect effect, ulong seed, uint replicate) => effect.IsDrawn
        ? effect.LogHazardRatio + (effect.LogHazardRatioPerDeviation * DeviationOf(effect.Draw, seed, replicate))
        : effect.LogHazardRatio;

    private static double DeviationOf(int draw, ulong seed, uint replicate) =>
        Normal.Quantile(new Draws(seed, replicate, patient: 0, (uint)Purpose.Truth, (uint)draw).NextUniform());
}
