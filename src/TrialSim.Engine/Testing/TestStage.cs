namespace TrialSim.Engine.Testing;

/// <summary>A sequential test at one of its looks: where it stood, and the bounds that it was judged by.</summary>
/// <param name="InformationFraction">Information that the bounds are made for, as a share of that planned for the last look; 0 where the look was no stage of the test.</param>
/// <param name="Z">The statistic that the bounds are for; positive when the experimental arm does better.</param>
/// <param name="EfficacyBound">The bound that rejects when reached; +∞ where the look cannot.</param>
/// <param name="FutilityBound">The bound beneath which the trial is futile; −∞ where there is none.</param>
public readonly record struct TestStage(double InformationFraction, double Z, double EfficacyBound, double FutilityBound)
{
    /// <summary>Whether the look was a stage: it took place, the test could be done, and it had more information than the stage before.</summary>
    public bool IsTaken => InformationFraction > 0.0;
}
