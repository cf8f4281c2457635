using System.Collections.Immutable;

namespace TrialSim.Model.Decisions;

/// <summary>What a decision does to the rest of a trial. A closed set.</summary>
public abstract record DecisionAction
{
    private DecisionAction()
    {
    }

    /// <summary>Whether it may change who is randomised, or to what, so that patients must be enrolled one by one on the calendar.</summary>
    public virtual bool ChangesEnrolment => true;

    /// <summary>The trial ends; later looks do not take place.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record StopTrial(StopReason Reason) : DecisionAction
    {
        /// <inheritdoc/>
        public override bool ChangesEnrolment => false;
    }

    /// <summary>Nobody is randomised any more; who is in goes on, and looks take place.</summary>
    public sealed record StopAccrual : DecisionAction;

    /// <summary>Nobody is allocated to these arms any more, and they are not tested any more. Their patients go on.</summary>
    /// <param name="Arms">Indices of the arms, without the control.</param>
    public sealed record DropArms(ImmutableArray<int> Arms) : DecisionAction;

    /// <summary>Drops the experimental arm of each comparison that shows too little.</summary>
    /// <param name="Analyses">Indices of analyses of two arms.</param>
    /// <param name="Figure">What is looked at.</param>
    /// <param name="Range">Where it lies for an arm that is dropped; an arm whose figure cannot be estimated stays.</param>
    public sealed record DropArmsWithin(ImmutableArray<int> Analyses, DecisionFigure Figure, OpenRange Range) : DecisionAction;

    /// <summary>Drops all experimental arms of comparisons but the best. Between equals the first in the list stays.</summary>
    /// <param name="Analyses">Indices of analyses of two arms.</param>
    /// <param name="Count">How many stay, at least 1.</param>
    /// <param name="Figure">What is looked at. An arm whose figure cannot be estimated ranks below those whose can; where fewer can than stay, nobody goes.</param>
    /// <param name="Better">Whether a larger or a smaller figure is better.</param>
    public sealed record KeepBestArms(ImmutableArray<int> Analyses, int Count, DecisionFigure Figure, Design.BetterDirection Better) : DecisionAction;

    /// <summary>Patients are allocated by another ratio from now on; arms that have been dropped stay so.</summary>
    /// <param name="Ratio">Weight of each arm, 0 or above, not all 0.</param>
    public sealed record ChangeRatio(ImmutableArray<int> Ratio) : DecisionAction;

    /// <summary>Only patients with one of these levels are randomised from now on.</summary>
    /// <param name="Covariate">Index of a categorical covariate.</param>
    /// <param name="Levels">Indices of its levels.</param>
    public sealed record EnrolOnly(int Covariate, ImmutableArray<int> Levels) : DecisionAction;

    /// <summary>
    /// Raises what a later look waits for until conditional power reaches a target, where it lies in a promising zone (Mehta and Pocock, Statistics in Medicine 30, 2011).
    /// Patients are raised with it when the look waits for patients.
    /// </summary>
    /// <param name="Analysis">Index of a sequential analysis.</param>
    /// <param name="Look">Index of its last look, which waits for events or patients.</param>
    /// <param name="ConditionalPower">The target, between 0 and 1.</param>
    /// <param name="Zone">Conditional power at the planned maximum for which anything is changed.</param>
    /// <param name="MaxInformation">The most events, or patients, that the look may wait for.</param>
    /// <param name="Assuming">The effect under which it is judged.</param>
    public sealed record Reestimate(int Analysis, int Look, double ConditionalPower, OpenRange Zone, int MaxInformation, EffectAssumption Assuming) : DecisionAction;

    /// <summary>Scales the number of patients by what is seen of an endpoint without the arms, over what was planned.</summary>
    /// <param name="Endpoint">Index of the endpoint.</param>
    /// <param name="Figure">What is looked at.</param>
    /// <param name="Planned">The figure that the planned number of patients stands on, above 0.</param>
    /// <param name="MinPatients">Fewest patients.</param>
    /// <param name="MaxPatients">Most patients.</param>
    public sealed record ReestimateBlinded(int Endpoint, BlindedFigure Figure, double Planned, int MinPatients, int MaxPatients) : DecisionAction;
}
