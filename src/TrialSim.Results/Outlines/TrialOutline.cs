using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;

namespace TrialSim.Results.Outlines;

/// <summary>A trial as a protocol's synopsis shows it: arms, what is done to their patients and when they are seen, and when the trial is looked at. From the scenario alone; nothing is simulated.</summary>
/// <param name="Patients">Patients to randomise.</param>
/// <param name="Allocation">How they get their arm.</param>
/// <param name="Arms">The arms.</param>
/// <param name="Activities">Treatments, then visits.</param>
/// <param name="Spells">What is done on which days, arm by arm, as long as nothing happens that changes it.</param>
/// <param name="HorizonDays">Days since randomisation that <paramref name="Spells"/> are told of.</param>
/// <param name="AccrualMonths">Months from the opening of the trial to its last patient; none where the rates alone do not tell.</param>
/// <param name="Looks">The looks.</param>
public sealed record TrialOutline(
    int Patients,
    string Allocation,
    IReadOnlyList<OutlineArm> Arms,
    IReadOnlyList<OutlineActivity> Activities,
    IReadOnlyList<PlannedSpell> Spells,
    double HorizonDays,
    double? AccrualMonths,
    IReadOnlyList<OutlineLook> Looks)
{
    /// <summary>Of no trial.</summary>
    public static TrialOutline None { get; } = new(0, "", [], [], [], 0, null, []);

    /// <summary>The outline of a trial.</summary>
    public static TrialOutline Of(Trial trial)
    {
        TrialDesign design = trial.Design;
        ProtocolText protocol = new(trial);
        double horizon = PlannedCourse.HorizonOf(trial);
        return new TrialOutline(
            design.Patients,
            AllocationText.Of(trial),
            [.. design.Arms.Select((arm, i) => new OutlineArm(arm.Name, arm.Role == ArmRole.Control, AllocationText.ShareOf(design, i)))],
            [
                .. design.Protocol.Treatments.Select(treatment => new OutlineActivity(treatment.Name, ProtocolText.KindOf(treatment), protocol.ArmsOf(treatment.Arms), protocol.Of(treatment))),
                .. design.Protocol.Visits.Select(visit => new OutlineActivity(visit.Name, ActivityKind.Visit, protocol.ArmsOf(visit.Arms), protocol.Of(visit))),
            ],
            [.. Enumerable.Range(0, design.Arms.Length).SelectMany(arm => PlannedCourse.Of(trial, arm, horizon))],
            horizon,
            AccrualForecast.TryOf(trial, out AccrualForecast? accrual) ? accrual.EndDay / DaysPer.Month : null,
            LooksOf(trial));
    }

    private static IReadOnlyList<OutlineLook> LooksOf(Trial trial)
    {
        Dictionary<int, double> days = TrialForecast.Of(trial).Figures.Where(figure => figure.Measure == ForecastMeasure.LookTime).ToDictionary(figure => figure.Look, figure => figure.Value);
        return
        [
            .. trial.Design.Looks.Select((look, i) => new OutlineLook(
                look.Name, TriggerText.Of(look.When, trial.Design), [.. trial.Design.Analyses.Where(analysis => analysis.Looks.Contains(i)).Select(analysis => analysis.Name)])
            {
                Months = days.TryGetValue(i, out double day) ? day / DaysPer.Month : null,
            }),
        ];
    }
}
