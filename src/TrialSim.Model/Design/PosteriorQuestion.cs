using TrialSim.Statistics.Bayesian;

namespace TrialSim.Model.Design;

/// <summary>What a Bayesian analysis asks the probability of. A closed set.</summary>
public abstract record PosteriorQuestion
{
    private PosteriorQuestion()
    {
    }

    /// <summary>That an arm's probability of a yes lies on the better side of a value.</summary>
    /// <param name="Arm">Index of the arm.</param>
    /// <param name="Prior">Belief of the probability of a yes before the trial.</param>
    /// <param name="Value">Strictly between 0 and 1.</param>
    public sealed record Share(int Arm, BetaDistribution Prior, double Value) : PosteriorQuestion;

    /// <summary>That the experimental arm's probability of a yes is better than the control's by more than a difference.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Prior">Belief of the experimental arm before the trial.</param>
    /// <param name="ControlPrior">Belief of the control arm before the trial.</param>
    /// <param name="Difference">In the better direction, strictly between −1 and 1.</param>
    public sealed record ShareDifference(Comparison Compare, BetaDistribution Prior, BetaDistribution ControlPrior, double Difference) : PosteriorQuestion;

    /// <summary>That an arm's median time is longer than a value, its hazard being constant.</summary>
    /// <param name="Arm">Index of the arm.</param>
    /// <param name="Prior">Belief of the hazard before the trial.</param>
    /// <param name="Days">Above 0.</param>
    public sealed record Median(int Arm, GammaDistribution Prior, double Days) : PosteriorQuestion
    {
        /// <summary>The hazard that this median has.</summary>
        public double HazardPerDay => Math.Log(2.0) / Days;
    }

    /// <summary>That the hazard ratio, experimental over control, is below a value, both hazards being constant.</summary>
    /// <param name="Compare">The arms.</param>
    /// <param name="Prior">Belief of the experimental arm's hazard before the trial.</param>
    /// <param name="ControlPrior">Belief of the control arm's hazard before the trial.</param>
    /// <param name="Ratio">Above 0.</param>
    public sealed record HazardRatio(Comparison Compare, GammaDistribution Prior, GammaDistribution ControlPrior, double Ratio) : PosteriorQuestion;
}
