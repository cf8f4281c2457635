using System.Collections.Immutable;
using System.Numerics;

namespace TrialSim.Model.Truth;

/// <summary>How many times its base an event's hazard can come to by everything that multiplies it.</summary>
public static class HazardMultiple
{
    // Of what is drawn, a value that few draws exceed: one in a thousand.
    private const double Deviations = 3.0;
    private const double RarelyExceeded = 6.907755278982137;

    /// <summary>The largest product of hazard ratios that can act at the same time, 1 or above; +∞ where it is too large for a number.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="clinicalEvent">Index of the event.</param>
    public static double OfEffects(TrialTruth truth, int clinicalEvent) => Math.Exp(LogOfEffects(truth, clinicalEvent));

    /// <summary>The same, with numeric covariates and frailties that few patients exceed.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="clinicalEvent">Index of the event.</param>
    public static double OfAll(TrialTruth truth, int clinicalEvent) => Math.Exp(
        LogOfEffects(truth, clinicalEvent)
        + truth.Slopes.Where(slope => slope.Event == clinicalEvent).Sum(slope => LogOf(slope, truth.Covariates[slope.Covariate].Distribution))
        + truth.Frailties.Where(frailty => frailty.Events.Contains(clinicalEvent)).Sum(frailty => Math.Max(0.0, Math.Log(frailty.Distribution.DayOf(RarelyExceeded)))));

    // Of effects that exclude one another, as those of the levels of a covariate do, one counts: the largest.
    private static double LogOfEffects(TrialTruth truth, int clinicalEvent)
    {
        ulong[] exclusive = ExclusiveBitsOf(truth);
        List<List<Effect>> groups = [];
        foreach (Effect effect in truth.Effects.Where(effect => effect.Event == clinicalEvent && LogOf(effect) > 0.0).OrderByDescending(LogOf))
        {
            if (groups.Find(group => group.TrueForAll(other => Exclude(effect.While, other.While, exclusive))) is { } group)
            {
                group.Add(effect);
            }
            else
            {
                groups.Add([effect]);
            }
        }

        return groups.Sum(group => LogOf(group[0]));
    }

    private static double LogOf(Effect effect) => effect.LogHazardRatio + (Deviations * Math.Abs(effect.LogHazardRatioPerDeviation));

    private static double LogOf(CovariateSlope slope, CovariateDistribution distribution)
    {
        (double lower, double upper) = distribution switch
        {
            NormalDistribution normal => (Math.Max(normal.Lower, normal.Mean - (Deviations * normal.StandardDeviation)), Math.Min(normal.Upper, normal.Mean + (Deviations * normal.StandardDeviation))),
            LogNormalDistribution positive => (Math.Max(positive.Lower, positive.Median * Math.Exp(-Deviations * positive.Sigma)), Math.Min(positive.Upper, positive.Median * Math.Exp(Deviations * positive.Sigma))),
            _ => (slope.Reference, slope.Reference),
        };
        return Math.Max(0.0, slope.LogHazardRatioPerUnit * ((slope.LogHazardRatioPerUnit > 0.0 ? upper : lower) - slope.Reference));
    }

    /// <summary>Sets of bits of which a patient has at most one: arms, levels of a covariate, levels of a state.</summary>
    private static ulong[] ExclusiveBitsOf(TrialTruth truth) =>
    [
        .. truth.StateBits.GroupBy(bit => bit switch
        {
            ArmBit => ("arm", 0),
            LevelBit level => ("covariate", level.Covariate),
            StateLevelBit level => ("state", level.State),
            _ => ("", 0),
        }).Where(group => group.Key.Item1.Length > 0).Select(group => group.Aggregate(0UL, (bits, bit) => bits | bit.Mask)),
    ];

    private static bool Exclude(ImmutableArray<StateMask> one, ImmutableArray<StateMask> other, ulong[] exclusive) =>
        one.All(term => other.All(against => Exclude(term, against, exclusive)));

    private static bool Exclude(StateMask one, StateMask other, ulong[] exclusive) =>
        (one.Mask & other.Mask & (one.Value ^ other.Value)) != 0 || exclusive.Any(bits => BitOperations.PopCount((one.Value | other.Value) & bits) > 1);
}
