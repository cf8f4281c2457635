namespace TrialSim.Results.Samples;

/// <summary>
/// What the first replicates of a run show of their patients one by one: the run itself keeps none, so they are simulated again, and depend on the seed alone. Every list is empty where the scenario has
/// nothing of its kind.
/// </summary>
/// <param name="Replicates">Replicates that it is made of, from the first on.</param>
/// <param name="Accrual">Patients randomised by each month, planned and simulated.</param>
/// <param name="TrueCurves">Survival as it truly is, had every event been known on its day.</param>
/// <param name="BestLevels">Best level that patients were seen to reach, of each state.</param>
/// <param name="MarkerCourses">Markers at the visits that measure them.</param>
/// <param name="BestChanges">Best change of each marker, patient by patient, of the first replicate.</param>
/// <param name="AdverseEvents">Shares of patients with events that can recur, have grades or come to an end.</param>
/// <param name="ResourceMonths">Use of the sites' resources, month by month.</param>
/// <param name="SeenDelays">When events that visits see truly happened, and when they were seen.</param>
/// <param name="Courses">Courses of the example trials' first patients.</param>
public sealed record TrialSample(
    uint Replicates,
    IReadOnlyList<AccrualPoint> Accrual,
    IReadOnlyList<TrueCurvePoint> TrueCurves,
    IReadOnlyList<LevelShare> BestLevels,
    IReadOnlyList<MarkerCoursePoint> MarkerCourses,
    IReadOnlyList<BestChange> BestChanges,
    IReadOnlyList<AdverseEventShare> AdverseEvents,
    IReadOnlyList<ResourceMonth> ResourceMonths,
    IReadOnlyList<SeenDelay> SeenDelays,
    IReadOnlyList<CourseRow> Courses)
{
    /// <summary>No patients.</summary>
    public static TrialSample None { get; } = new(0, [], [], [], [], [], [], [], [], []);
}
