using MathNet.Numerics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Bayesian;

/// <summary>
/// Probability that a trial of two arms with exponential times to an event will end in success, given what has been seen of it. It ends at a number of events of both arms together, and succeeds
/// when the posterior probability that the hazard ratio lies below a value then reaches a threshold (predictive probability as of Spiegelhalter, Freedman and Blackburn, Controlled Clinical
/// Trials 7, 1986, with gamma beliefs of both hazards).
/// <para>The follow-up still to come, until the last of m events, is split between the arms in a given proportion w to 1 − w. With both hazards known k of the events fall to the experimental
/// arm by a binomial law, and the follow-up U of both is gamma; averaged over gamma beliefs of shapes a and rates B their joint density is proportional to
/// C(m, k)·w^k·(1 − w)^(m − k)·U^(m − 1)·Γ(a₁ + k)/(B₁ + wU)^(a₁ + k)·Γ(a₀ + m − k)/(B₀ + (1 − w)U)^(a₀ + m − k). For each k success is a half-line of U, over which this is integrated on
/// a common grid of ln U to about 1e-10.</para>
/// One instance serves one worker.
/// </summary>
public sealed class HazardRatioPrediction
{
    // Odds beyond e^±700 are not held apart from 0 and ∞.
    private const double LargestLogOdds = 700.0;

    private readonly GammaDistribution _controlPrior;
    private readonly GammaDistribution _experimentalPrior;
    private readonly double _ratio;
    private readonly double _finalThreshold;
    private readonly double[] _odds;
    private readonly FollowUpGrid _grid = new();

    /// <summary>The rule for a trial that ends with so many events.</summary>
    /// <param name="controlPrior">Belief of the control arm's hazard before the trial.</param>
    /// <param name="experimentalPrior">The same of the experimental arm.</param>
    /// <param name="ratio">The hazard ratio, experimental over control, must lie below this, above 0.</param>
    /// <param name="finalThreshold">Of the posterior probability, strictly between 0 and 1.</param>
    /// <param name="finalEvents">Of both arms together at the end, 1 or above.</param>
    public HazardRatioPrediction(GammaDistribution controlPrior, GammaDistribution experimentalPrior, double ratio, double finalThreshold, int finalEvents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(finalEvents, 1);
        _controlPrior = controlPrior;
        _experimentalPrior = experimentalPrior;
        _ratio = Require.PositiveFinite(ratio);
        _finalThreshold = Require.InsideUnitInterval(finalThreshold);
        _odds = new double[finalEvents + 1];
        for (int events = 0; events <= finalEvents; events++)
        {
            Missing missing = new(experimentalPrior.Events + events, controlPrior.Events + (finalEvents - events), finalThreshold);
            _odds[events] = Math.Exp(Bisection.RootOfFalling(missing, -LargestLogOdds, LargestLogOdds));
        }
    }

    /// <summary>Probability of ending in success; 0 or 1 when the trial has its events.</summary>
    /// <param name="controlEvents">Seen in the control arm so far.</param>
    /// <param name="controlDays">Follow-up of all its patients together.</param>
    /// <param name="experimentalEvents">Seen in the experimental arm so far.</param>
    /// <param name="experimentalDays">Follow-up of all its patients together.</param>
    /// <param name="experimentalShare">Share of the experimental arm in the follow-up still to come, from 0 to 1.</param>
    public double Predictive(int controlEvents, double controlDays, int experimentalEvents, double experimentalDays, double experimentalShare)
    {
        Require.Probability(experimentalShare);
        GammaDistribution control = _controlPrior.After(controlEvents, controlDays);
        GammaDistribution experimental = _experimentalPrior.After(experimentalEvents, experimentalDays);
        int left = _odds.Length - 1 - controlEvents - experimentalEvents;
        if (left <= 0)
        {
            return experimental.ProbabilityRatioBelow(control, _ratio) >= _finalThreshold ? 1.0 : 0.0;
        }

        _grid.Lay(control, experimental, left, experimentalShare);
        double constant = (experimental.Events * Math.Log(experimental.Days)) + (control.Events * Math.Log(control.Days))
            - SpecialFunctions.GammaLn(experimental.Events) - SpecialFunctions.GammaLn(control.Events) - SpecialFunctions.GammaLn(left);
        double sum = 0.0;
        for (int events = 0; events <= left; events++)
        {
            double log = constant + SpecialFunctions.BinomialLn(left, events) + LogPower(experimentalShare, events) + LogPower(1.0 - experimentalShare, left - events)
                + SpecialFunctions.GammaLn(experimental.Events + events) + SpecialFunctions.GammaLn(control.Events + (left - events));
            double odds = _odds[experimentalEvents + events];

            // ratio·(B₁ + wU) ≥ odds·(B₀ + (1 − w)U)
            double slope = (_ratio * experimentalShare) - (odds * (1.0 - experimentalShare));
            double needed = (odds * control.Days) - (_ratio * experimental.Days);
            sum += slope > 0.0 ? _grid.Integral(log, events, needed > 0.0 ? Math.Log(needed / slope) : double.NegativeInfinity, double.PositiveInfinity)
                : needed <= 0.0 ? _grid.Integral(log, events, double.NegativeInfinity, slope < 0.0 ? Math.Log(needed / slope) : double.PositiveInfinity)
                : 0.0;
        }

        return Math.Clamp(sum, 0.0, 1.0);
    }

    // 0 to the power of 0 is 1.
    private static double LogPower(double share, int exponent) => exponent == 0 ? 0.0 : exponent * Math.Log(share);

    // How much the beta probability up to the odds e^log lacks to the threshold.
    private readonly record struct Missing(double Experimental, double Control, double Threshold) : IIntegrand
    {
        public double At(double log) => Threshold - IncompleteBeta.Lower(Experimental, Control, 1.0 / (1.0 + Math.Exp(-log)), 1.0 / (1.0 + Math.Exp(log)));
    }
}
