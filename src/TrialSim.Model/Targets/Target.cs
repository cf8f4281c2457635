namespace TrialSim.Model.Targets;

/// <summary>A figure that a scenario is to show: what a study reported, or what a formula gives.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="Look">Index of the look; <see cref="Unstated"/> for the last one that has the figure.</param>
/// <param name="Endpoint">Index of the endpoint; <see cref="Unstated"/> where the figure is that of an analysis or a look.</param>
/// <param name="Analysis">Index of the analysis; <see cref="Unstated"/> where the figure is that of an endpoint or a look.</param>
/// <param name="Arm">Index of the arm, of a comparison the experimental one; <see cref="Unstated"/> for the only one there is, or all together.</param>
/// <param name="Control">Index of the control arm of a comparison; <see cref="Unstated"/> for none.</param>
/// <param name="Reported">The figure: a number, or days where <paramref name="IsTime"/>.</param>
/// <param name="IsTime">Whether the figure and its tolerance are times.</param>
/// <param name="Criterion">When it is met.</param>
/// <param name="Basis">Whether it was reported, assumed or computed.</param>
/// <param name="Source">Study and place, as written; may be empty.</param>
public sealed record Target(
    string Name,
    TargetFigure Figure,
    int Look,
    int Endpoint,
    int Analysis,
    int Arm,
    int Control,
    double Reported,
    bool IsTime,
    TargetCriterion Criterion,
    TargetBasis Basis,
    string Source)
{
    /// <summary>The group of patients, of an analysis by groups; none for all together.</summary>
    public TargetGroup? Group { get; init; }

    /// <summary>Name of the decision whose probability is meant; empty for none.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Whether its figure is that of the same trial under its null hypothesis.</summary>
    public bool IsUnderNull => Figure is TargetFigure.TypeIError or TargetFigure.FamilyWiseError;

    /// <summary>Whether its figure is that of the trial, or of its tests together, and not of an analysis or endpoint.</summary>
    public bool IsOfTrial => Figure is TargetFigure.TrialPatients or TargetFigure.TrialDuration or TargetFigure.StopProbability or TargetFigure.DecisionProbability
        or TargetFigure.DisjunctivePower or TargetFigure.ConjunctivePower or TargetFigure.FamilyWiseError;

    /// <summary>Stands for an index that the scenario does not give.</summary>
    public const int Unstated = -1;
}
