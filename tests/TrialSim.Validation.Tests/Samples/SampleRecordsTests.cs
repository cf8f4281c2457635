using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results;
using TrialSim.Results.Samples;

namespace TrialSim.Validation.Tests.Samples;

/// <summary>What the first replicates show of their patients, against a count over patients that are replayed one by one.</summary>
public sealed class SampleRecordsTests
{
    private const string ThreeArms = "three-arm-tace.yaml";
    private const string WithMarkers = "sorafenib-tace-rfa-trial-mediated.yaml";
    private const string FullSuite = "demo-full-suite.yaml";

    [Fact, Trait("Source", "Independent")]
    public void SeenDelays_OfTheFirstReplicate_AreThoseOfItsRecords()
    {
        Trial trial = Read(ThreeArms);
        SeenDelay[] rows = [.. TrialSampler.Take(trial, 1, [], 1).SeenDelays];
        PatientRecord[] records = RecordsOf(trial, 1, 12);

        SeenDelay[] expected =
        [
            .. records.SelectMany(record => Enumerable.Range(0, trial.Truth.Events.Length)
                .Where(index => !trial.Truth.Events[index].IsSeenAtOnce && record.EventDays[index] < PatientDay.Never && IsKnown(trial, record, record.SeenDays[index]))
                .Select(index => new SeenDelay(
                    1, record.Patient + 1, trial.Design.Arms[record.Arm].Name, trial.Truth.Events[index].Name, record.EventDays[index].Value, record.SeenDays[index].Value))),
        ];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, rows.Where(row => row.Patient <= 12));
        Assert.All(rows, row => Assert.True(row.SeenDays >= row.TrueDays)); // Readers do not err in this scenario.
    }

    [Fact, Trait("Source", "Independent")]
    public void BestChanges_OfTheFirstReplicate_AreThoseOfItsRecords()
    {
        Trial trial = Read(WithMarkers);
        string marker = trial.Truth.Markers[0].Name;
        BestChange[] rows = [.. TrialSampler.Take(trial, 2, [], 2).BestChanges];
        List<BestChange> expected = [];
        foreach (PatientRecord record in RecordsOf(trial, 1, 10))
        {
            double[] values = [.. record.Course.Where(entry => entry.Kind == CourseEntryKind.MarkerMeasured && entry.Subject == 0 && IsKnown(trial, record, new PatientDay(entry.Day))).Select(entry => entry.Value)];
            if (values.Length > 1)
            {
                expected.Add(new BestChange(1, marker, trial.Truth.Markers[0].Unit, record.Patient + 1, trial.Design.Arms[record.Arm].Name, values[0], values[1..].Min(), (values[1..].Min() / values[0]) - 1));
            }
        }

        Assert.NotEmpty(expected);
        BestChange[] first = [.. rows.Where(row => row.Marker == marker && row.Patient <= 10)];
        Assert.Equal(expected.Count, first.Length);
        foreach ((BestChange row, BestChange own) in first.Zip(expected))
        {
            Assert.Equal(own with { Change = row.Change }, row);
            Assert.Equal(own.Change, row.Change, 1e-12);
        }

        Assert.All(rows, row => Assert.Equal(1u, row.Replicate));
    }

    [Fact, Trait("Source", "Independent")]
    public void AdverseEventsAndBestLevels_OfAReplicate_AreThoseOfItsRecords()
    {
        Trial trial = Read(ThreeArms);
        trial = trial with { Design = trial.Design with { Patients = 30 } };
        TrialSample sample = TrialSampler.Take(trial, 1, [], 1);
        PatientRecord[] records = RecordsOf(trial, 1, 30);

        foreach (AdverseEventShare row in sample.AdverseEvents)
        {
            int index = trial.Truth.Events.Select(one => one.Name).ToList().IndexOf(row.Event);
            int[] counts =
            [
                .. OfArm(row.Arm).Select(record => record.Course.Count(entry =>
                    entry.Kind == CourseEntryKind.EventSeen && entry.Subject == index && entry.Value >= row.LeastGrade && IsKnown(trial, record, new PatientDay(entry.Day)))),
            ];
            Assert.Equal((counts.Length, counts.Average(), counts.Average(count => Math.Min(count, 1))), ((int)row.Patients, row.MeanOccurrences, row.Share));
        }

        foreach (LevelShare row in sample.BestLevels)
        {
            ClinicalState state = trial.Truth.States.Single(one => one.Name == row.State);
            int level = row.Level == LevelShare.NotSeen ? int.MaxValue : state.Levels.IndexOf(row.Level);
            int[] best =
            [
                .. OfArm(row.Arm).Select(record => record.Course
                    .Where(entry => entry.Kind == CourseEntryKind.StateSeen && entry.Number >= 0 && trial.Truth.States[entry.Subject] == state && IsKnown(trial, record, new PatientDay(entry.Day)))
                    .Select(entry => entry.Number).DefaultIfEmpty(int.MaxValue).Min()),
            ];
            Assert.Equal(best.Average(one => one == level ? 1.0 : 0), row.Share, 1e-12);
        }

        IEnumerable<PatientRecord> OfArm(string arm) => records.Where(record => trial.Design.Arms[record.Arm].Name == arm);
    }

    // What sessions do at the sites is counted twice: by the sites while the trial goes on, and from the courses of the patients afterwards.
    [Theory, Trait("Source", "Independent")]
    [InlineData("needs: {resource: angiography_suite}")]
    [InlineData("needs: {resource: angiography_suite, max_wait: 2w, then: treat}")]
    [InlineData("needs: {resource: angiography_suite, max_wait: 2w, then: skip}")]
    public void ResourceMonths_SummedUp_AreTheSessionsThatTheSitesCount(string needs)
    {
        string yaml = ScenarioFile.Text(FullSuite).With("needs: {resource: angiography_suite}", needs)
            .With("death: {hazard: {median: 20mo}}", "death: {hazard: {median: 20mo}}\n  loss_to_follow_up: {probability: 0.2, by: 6mo}")
            .With("{follow_up_of_last_patient: 12mo}", "{trial_time: 24mo}");
        Trial trial = SimulatedTrial.Read(yaml);
        ResourceMonth[] rows = [.. TrialSampler.Take(trial, 1, [], 1).ResourceMonths];
        int sessions = 0;
        ReplayCampaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, 1), 1, replayed => sessions = replayed.ResourceUse[0].Sessions);

        Assert.Equal(24, rows.Length);
        Assert.Equal(sessions, rows.Sum(row => row.Sessions));
        Assert.Contains(rows, row => row.Waiting > 0);
    }

    [Fact, Trait("Source", "Independent")]
    public void Courses_OfTheExamples_TellWhatTheRecordsHold()
    {
        Trial trial = Read(ThreeArms);
        ExampleTrial example = new(3, ExampleTrial.Failed, "", "", null, 0, null, "", null, null, null);
        CourseRow[] rows = [.. TrialSampler.Take(trial, 2, [example], 2).Courses];

        string[] recorded = [.. trial.Truth.Events.Where(one => one.IsRecorded).Select(one => one.Name)];

        Assert.All(rows, row => Assert.Equal(3u, row.Replicate));
        Assert.Equal([8, 8, 8], rows.GroupBy(row => row.Arm).Select(arm => arm.Select(row => row.Patient).Distinct().Count()));
        foreach (IGrouping<int, CourseRow> course in rows.GroupBy(row => row.Patient).Take(6))
        {
            PatientRecord record = Replay.Patient(trial, trial.Run.Seed, 3, course.Key - 1);
            CourseRow followed = Assert.Single(course, row => row.Kind == CourseRowKind.Followed);
            Assert.Equal(FollowedDays(trial, record), followed.ToDays);
            Assert.Equal(DaysOf(record, CourseEntryKind.Session), course.Where(row => row.Kind == CourseRowKind.Session).Select(row => row.FromDays));
            Assert.Equal(DaysOf(record, CourseEntryKind.VisitKept), course.Where(row => row.Kind == CourseRowKind.Visit).Select(row => row.FromDays));
            int death = trial.Truth.Events.Select(one => one.Ending).ToList().IndexOf(CourseEnding.Fatal);
            Assert.Equal(record.EventDays[death].Value <= followed.ToDays, course.Any(row => row.Kind == CourseRowKind.EventKnown && row.Name == trial.Truth.Events[death].Name));
            Assert.All(course, row => Assert.InRange(row.ToDays, row.FromDays, followed.ToDays));
            Assert.Equal(
                [.. Enumerable.Range(0, record.EventDays.Length)
                    .Where(index => !trial.Truth.Events[index].IsRecorded && record.EventDays[index].Value <= followed.ToDays && record.EventDays[index] != record.SeenDays[index])
                    .Select(index => (record.EventDays[index].Value, trial.Truth.Events[index].Name)).Order()],
                course.Where(row => row.Kind == CourseRowKind.EventHappened && !recorded.Contains(row.Name)).Select(row => (row.FromDays, row.Name)));
        }

        double[] DaysOf(PatientRecord record, CourseEntryKind kind) => [.. record.Course.Where(entry => entry.Kind == kind && entry.Day <= FollowedDays(trial, record)).Select(entry => entry.Day)];
    }

    [Fact, Trait("Source", "Property")]
    public void Take_AnyNumberOfThreads_GivesTheSame()
    {
        Trial trial = SimulatedTrial.Read(ScenarioFile.Text(FullSuite));

        Assert.Equal(Lines(TrialSampler.Take(trial, 12, [], 1)), Lines(TrialSampler.Take(trial, 12, [], 8)));

        static string[] Lines(TrialSample sample) =>
        [
            .. sample.Accrual.Select(row => row.ToString()), .. sample.TrueCurves.Select(row => row.ToString()), .. sample.ResourceMonths.Select(row => row.ToString()),
            .. sample.SeenDelays.Select(row => row.ToString()), .. sample.Courses.Select(row => row.ToString()),
        ];
    }

    private static Trial Read(string file) => SimulatedTrial.Read(ScenarioFile.Text(file));

    private static PatientRecord[] RecordsOf(Trial trial, uint replicate, int count) =>
        [.. Enumerable.Range(0, count).Select(patient => Replay.Patient(trial, trial.Run.Seed, replicate, patient))];

    private static bool IsKnown(Trial trial, PatientRecord record, PatientDay day) => day.Value <= FollowedDays(trial, record);

    private static double FollowedDays(Trial trial, PatientRecord record)
    {
        double death = trial.Truth.Events.Select((one, index) => one.Ending == CourseEnding.Fatal ? record.EventDays[index].Value : double.PositiveInfinity).Min();
        double lastLook = record.LookDays.Where(day => day < TrialDay.Never).Max(day => (day - record.Randomised).Value);
        return new[] { death, lastLook, record.LossDay.Value, trial.Design.MaxFollowUpDays }.Min();
    }
}
