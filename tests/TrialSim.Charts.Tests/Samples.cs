using TrialSim.Results;
using TrialSim.Results.Samples;

namespace TrialSim.Charts.Tests;

/// <summary>Samples of patients as a run would leave them, made by formula, for charts to be drawn from.</summary>
public static class Samples
{
    private const uint Replicates = 200;
    private const int PatientsAnArm = 4_000;
    private static readonly string[] Levels = ["CR", "PR", "SD", "PD", LevelShare.NotSeen];

    /// <summary>Three arms with something of every list.</summary>
    public static RunSummary ThreeArms { get; } = With(Runs.ThreeArms, lastMonth: 48, Replicates);

    /// <summary>What a picture can break on: eight arms whose names, like all others, are 60 characters long, 60 months, one replicate, and nothing that ever happens.</summary>
    public static RunSummary Hostile { get; } = HostileOf();

    /// <summary>The summary with a sample.</summary>
    public static RunSummary With(RunSummary summary, int lastMonth, uint replicates)
    {
        string[] arms = [.. summary.Arms];
        return summary with
        {
            Examples =
            [
                new ExampleTrial(3, "stopped_early", "interim", "efficacy", 30, 300, 120, "os_rfa", 3.1, 0.002, 0.6),
                new ExampleTrial(1, "failed", "final", "", 48, 450, 260, "os_rfa", 1.1, 0.27, 0.9),
            ],
            Sample = new TrialSample(
                replicates,
                [.. Accrual(lastMonth, replicates)],
                [.. TrueCurves(summary, arms, lastMonth)],
                [.. BestLevels("tumour_response", arms, Levels)],
                [.. MarkerCourses("afp", arms, lastMonth)],
                [.. BestChanges("afp", arms)],
                [.. AdverseEvents(["hand_foot_syndrome", "fatigue", "post_embolisation_syndrome"], arms)],
                [.. ResourceMonths("angiography_suite", lastMonth, replicates)],
                [.. SeenDelays("progression", arms, lastMonth)],
                [.. new uint[] { 3, 1 }.SelectMany(replicate => Courses(replicate, arms, lastMonth))]),
        };
    }

    private static RunSummary HostileOf()
    {
        string[] arms = [.. Enumerable.Range(1, 8).Select(arm => Long($"arm_{arm}"))];
        RunSummary ordinary = With(Runs.ThreeArms with { Arms = arms }, lastMonth: 60, replicates: 1);
        return ordinary with
        {
            Manifest = ordinary.Manifest with { Scenario = Long("scenario"), Replicates = 1 },
            OperatingCharacteristics = [],
            Curves = [.. arms.SelectMany(arm => Enumerable.Range(0, 61).Select(month => new CurvePoint(Long("final_look"), Long("overall_survival"), arm, month, 1, 1, 1, 20 - (month / 3.0), 1)))],
            Sample = ordinary.Sample with
            {
                Accrual = [.. ordinary.Sample.Accrual.Select(point => point with { Planned = null, Lower = point.Mean, Upper = point.Mean })],
                TrueCurves = [.. arms.Select(arm => new TrueCurvePoint(Long("overall_survival"), arm, 0, 1, 0, 20))],
                BestLevels = [.. BestLevels(Long("state"), arms, [.. Levels.Take(4).Select(Long), LevelShare.NotSeen]).Select(share => share.Level == LevelShare.NotSeen
                    ? share with { Share = 1, TrueShare = 1, Lower = 0.84, Upper = 1 }
                    : share with { Share = 0, TrueShare = 0, Lower = 0, Upper = 0.16 })],
                MarkerCourses = [.. MarkerCourses(Long("marker"), arms, 60).Where(point => point.Visit == 1)],
                BestChanges = [.. BestChanges(Long("marker"), arms).Select(change => change with { Change = 0, Best = change.Baseline })],
                AdverseEvents = [.. AdverseEvents([.. Enumerable.Range(1, 12).Select(number => Long($"event_{number}"))], arms).Select(share => share with { Share = 0, Lower = 0, Upper = 0.01, MeanOccurrences = 0 })],
                ResourceMonths = [.. ResourceMonths(Long("resource"), 60, 1).Select(month => month with { Sessions = 0, SessionsLower = 0, SessionsUpper = 0, Waiting = 0, WaitingLower = 0, WaitingUpper = 0 })],
                SeenDelays = [new SeenDelay(1, 7, arms[3], Long("progression"), 41.5, 43)],
                Courses = [.. Courses(1, arms, 60).Select(row => row with { Name = row.Name.Length > 0 ? Long(row.Name) : "" })],
            },
        };
    }

    private static string Long(string name) => $"{name}_{new string('x', 60)}"[..60];

    private static IEnumerable<AccrualPoint> Accrual(int lastMonth, uint replicates)
    {
        for (int month = 0; month <= lastMonth; month++)
        {
            double planned = Math.Min(450, 450.0 / 24 * month);
            double spread = 1.96 * Math.Sqrt(planned * (1 - (planned / 450)));
            double mean = planned - (month is > 18 and < 26 ? 4 : 0);
            yield return new AccrualPoint(month, planned, mean, Math.Max(0, Math.Floor(mean - spread)), Math.Min(450, Math.Ceiling(mean + spread)), replicates);
        }
    }

    // Progression is seen about a month late: the true curve lies below the seen one.
    private static IEnumerable<TrueCurvePoint> TrueCurves(RunSummary summary, string[] arms, int lastMonth) =>
        from endpoint in summary.Curves.Select(point => point.Endpoint).Distinct()
        from arm in arms
        from half in Enumerable.Range(0, (2 * lastMonth) + 1)
        let median = (endpoint == "os" ? 20.0 : 6.0) + (6 * Array.IndexOf(arms, arm))
        let survival = Math.Pow(0.5, half / 2.0 / median)
        select new TrueCurvePoint(endpoint, arm, half / 2.0, survival, Math.Sqrt(survival * (1 - survival) / PatientsAnArm), (long)(PatientsAnArm * survival));

    private static IEnumerable<LevelShare> BestLevels(string state, string[] arms, string[] levels)
    {
        double[] shares = [0.08, 0.31, 0.34, 0.17, 0.10];
        for (int level = 0; level < levels.Length; level++)
        {
            for (int arm = 0; arm < arms.Length; arm++)
            {
                double share = shares[level] + (level == 1 ? 0.03 * arm : level == 2 ? -0.03 * arm : 0);
                double spread = 1.96 * Math.Sqrt(share * (1 - share) / PatientsAnArm);
                yield return new LevelShare(state, arms[arm], levels[level], share, share + (level == 4 ? -0.06 : 0.015), share - spread, share + spread, PatientsAnArm);
            }
        }
    }

    private static IEnumerable<MarkerCoursePoint> MarkerCourses(string marker, string[] arms, int lastMonth) =>
        from arm in Enumerable.Range(0, arms.Length)
        from visit in Enumerable.Range(1, (int)(lastMonth / 1.5))
        let months = 1.5 * (visit - 1)
        let median = 120 * Math.Exp((-0.15 * Math.Min(months, 6)) + (0.05 * months) - (0.1 * arm))
        select new MarkerCoursePoint(marker, "ng/ml", arms[arm], visit, months, median, median / 8, median * 9, (long)(PatientsAnArm * Math.Exp(-months / 9)));

    private static IEnumerable<BestChange> BestChanges(string marker, string[] arms) =>
        from arm in Enumerable.Range(0, arms.Length)
        from index in Enumerable.Range(0, 150)
        let patient = (index * arms.Length) + arm + 1
        let change = Math.Exp(1.4 - ((3.4 + (0.3 * arm)) * ((index * 61 % 150) + 0.5) / 150)) - 1
        select new BestChange(1, marker, "ng/ml", patient, arms[arm], 200, 200 * (1 + change), change);

    private static IEnumerable<AdverseEventShare> AdverseEvents(string[] events, string[] arms) =>
        from index in Enumerable.Range(0, events.Length)
        from grade in new[] { 0, 2, 3 }
        from arm in Enumerable.Range(0, arms.Length)
        let share = (0.62 - (0.2 * (index % 3))) * (grade == 0 ? 1 : 1.0 / (grade + 1)) * (0.7 + (0.12 * arm))
        let spread = 1.96 * Math.Sqrt(share * (1 - share) / 900)
        select new AdverseEventShare(events[index], arms[arm], grade, share, share - spread, share + spread, 1.8 * share, PatientsAnArm);

    private static IEnumerable<ResourceMonth> ResourceMonths(string resource, int lastMonth, uint replicates) =>
        from month in Enumerable.Range(1, lastMonth)
        let sessions = 40 * Math.Sin(Math.PI * month / (lastMonth + 1)) * Math.Sin(Math.PI * month / (lastMonth + 1))
        let waiting = Math.Max(0, sessions - 25)
        select new ResourceMonth(resource, month, sessions, 0.8 * sessions, 1.2 * sessions, waiting, 0.4 * waiting, 1.9 * waiting, replicates);

    // Scans every six weeks, a week early or late.
    private static IEnumerable<SeenDelay> SeenDelays(string name, string[] arms, int lastMonth) =>
        from patient in Enumerable.Range(1, 900)
        let trueDays = -Math.Log(1 - ((patient - 0.5) / 900)) * 7 * 30.4375 / Math.Log(2)
        let scan = 42.0 * Math.Ceiling(trueDays / 42.0)
        let seenDays = Math.Max(trueDays, scan + ((patient * 37 % 15) - 7))
        where seenDays < lastMonth * 30.4375
        select new SeenDelay(1 + (uint)(patient / 450), patient, arms[patient * 7 % arms.Length], name, trueDays, seenDays);

    private static IEnumerable<CourseRow> Courses(uint replicate, string[] arms, int lastMonth)
    {
        for (int patient = 1; patient <= 24; patient++)
        {
            string arm = arms[(patient - 1) % arms.Length];
            double end = lastMonth * 30.4375 * (patient * 11 % 24 + 1) / 25;
            CourseRow Row(CourseRowKind kind, string name, double from, double to) => new(replicate, patient, arm, kind, name, from, to);

            yield return Row(CourseRowKind.Followed, "", 0, end);
            yield return Row(CourseRowKind.DrugTaken, "sorafenib", 10, Math.Min(end, 150));
            if (end > 170)
            {
                yield return Row(CourseRowKind.DrugPaused, "sorafenib", 150, 158);
                yield return Row(CourseRowKind.DrugTaken, "sorafenib", 158, Math.Min(end, 300));
            }

            yield return Row(CourseRowKind.Session, "tace", 5, 5);
            yield return Row(CourseRowKind.Session, "rfa", 14, 14);
            for (double day = 42; day < end; day += 42)
            {
                yield return Row(CourseRowKind.Visit, "imaging", day, day);
            }

            if (end > 90)
            {
                yield return Row(CourseRowKind.LevelSeen, patient % 3 == 0 ? "CR" : "PR", 84, 84);
            }

            if (end > 260)
            {
                double happened = 200 + patient;
                yield return Row(CourseRowKind.EventHappened, "progression", happened, happened);
                yield return Row(CourseRowKind.EventKnown, "progression", 252, 252);
            }

            yield return patient % 5 == 0 ? Row(CourseRowKind.Lost, "", end, end) : patient % 4 == 0 ? Row(CourseRowKind.StillFollowed, "", end, end) : Row(CourseRowKind.EventKnown, "death", end, end);
        }
    }
}
