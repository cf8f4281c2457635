using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Sites;

/// <summary>Who gets which slot, against calculations on plain arrays that know no calendar.</summary>
public sealed class SlotCalendarTests
{
    private static readonly TimeWindow TwoWeeks = new(0, 7, 14);

    [Theory, Trait("Source", "Independent")]
    [InlineData(3, 0.4, DayOfWeek.Thursday, 8)]
    [InlineData(2, 0.7, DayOfWeek.Thursday, 8)]
    [InlineData(1, 0.25, DayOfWeek.Thursday, 8)]
    [InlineData(2, 0.55, DayOfWeek.Tuesday, 24)] // From Monday to Tuesday it stays open.
    [InlineData(1, 0.25, DayOfWeek.Tuesday, 12)]
    public void SlotsOnDays_AreGivenAsAListOfDaysWouldGiveThem(int slotsADay, double perDay, DayOfWeek besideMonday, double hours)
    {
        SiteResource suite = new("suite", slotsADay, new SessionUntilClosing(), new OpeningTimes([DayOfWeek.Monday, besideMonday], hours / 24), QueueOrder.FirstCome);
        Trial trial = QueueTrial.OneSession(300, perDay, suite, TwoWeeks);
        double[] wanted = WantedDays(trial);
        Dictionary<int, int> taken = [];
        double[] expected = new double[wanted.Length];
        foreach (int patient in InOrderOf(wanted))
        {
            int day = (int)wanted[patient];
            bool isOpenNow = IsOpen(day) && wanted[patient] < day + (hours / 24) && taken.GetValueOrDefault(day) < slotsADay;
            double session = wanted[patient];
            if (!isOpenNow)
            {
                do
                {
                    day++;
                }
                while (!IsOpen(day) || taken.GetValueOrDefault(day) == slotsADay);
                session = day;
            }

            taken[day] = taken.GetValueOrDefault(day) + 1;
            expected[patient] = session;
        }

        TrialConduct conduct = QueueTrial.Run(trial);

        AssertSessions(expected, conduct.Ledger);
        Assert.Equal(expected.Zip(wanted).Count(pair => pair.First > pair.Second), conduct.ResourceUse[0].Waited);
        bool IsOpen(int day) => day % 7 == 0 || day % 7 == (int)besideMonday - 1;
    }

    [Theory, Trait("Source", "Independent")]
    [InlineData(AfterWaiting.Treat)]
    [InlineData(AfterWaiting.Skip)]
    [InlineData(AfterWaiting.Stop)]
    public void Patients_WhoDieOrHaveWaitedTooLong_LeaveTheQueueToTheNext(AfterWaiting then)
    {
        const double Length = 2;
        const double Patience = 9;
        Trial trial = QueueTrial.OneSession(400, 0.6, QueueTrial.Suite(1, new FixedSession(Length)), TwoWeeks, new ResourceNeed(0, Patience, then), deathsPerDay: 0.02);
        double[] wanted = WantedDays(trial);
        double[] deaths = DeathDays(trial);
        double[] windowEnds = WindowEnds(trial);
        double[] expected = new double[wanted.Length];
        double free = 0;
        (int late, int elsewhere, int skipped, int left) = (0, 0, 0, 0);
        double[] waitEnds = [.. wanted];
        foreach (int patient in InOrderOf(wanted))
        {
            double slot = Math.Max(free, wanted[patient]);
            double patience = wanted[patient] + Patience;
            expected[patient] = double.NaN;
            if (wanted[patient] >= deaths[patient])
            {
                continue;
            }

            waitEnds[patient] = Math.Min(slot, Math.Min(deaths[patient], patience));
            if (slot <= Math.Min(deaths[patient], patience))
            {
                expected[patient] = slot;
                free = slot + Length;
            }
            else if (deaths[patient] <= patience)
            {
                left++;
            }
            else if (then == AfterWaiting.Treat)
            {
                expected[patient] = patience;
                elsewhere++;
            }
            else
            {
                skipped++;
            }

            late += expected[patient] >= windowEnds[patient] + 1 ? 1 : 0; // A day or more.
        }

        TrialConduct conduct = QueueTrial.Run(trial);

        AssertSessions(expected, conduct.Ledger);
        ResourceUse use = conduct.ResourceUse[0];
        Assert.Equal((late, elsewhere, skipped, left), (use.Late, use.Elsewhere, use.Skipped, use.Left));
        Assert.Equal(Enumerable.Range(0, wanted.Length).Max(patient => Enumerable.Range(0, wanted.Length).Count(other => wanted[other] <= wanted[patient] && wanted[patient] < waitEnds[other])), use.LongestQueue);
        double[] waits = [.. expected.Zip(wanted, (took, asked) => took - asked).Where(wait => !double.IsNaN(wait))];
        Assert.Equal(waits.Length, use.Sessions + use.Elsewhere);
        Assert.Equal(waits.Average(), use.MeanWaitDays, 9);
        Assert.Equal(waits.Count(wait => wait > 0) / (double)waits.Length, use.WaitedShare, 12);
        Assert.True(left > 10 && late > 10 && elsewhere + skipped > 10, use.ToString());
    }

    [Fact, Trait("Source", "Independent")]
    public void WindowFirst_ServesWhoseWindowEndsFirst()
    {
        const double Length = 2;
        SiteResource suite = QueueTrial.Suite(1, new FixedSession(Length)) with { Order = QueueOrder.WindowFirst };
        Trial trial = QueueTrial.OneSession(200, 0.6, suite, TwoWeeks);
        double[] wanted = WantedDays(trial);
        double[] windowEnds = WindowEnds(trial);
        double[] expected = new double[wanted.Length];
        HashSet<int> left = [.. Enumerable.Range(0, wanted.Length)];
        double free = 0;
        while (left.Count > 0)
        {
            double day = Math.Max(free, left.Min(patient => wanted[patient]));
            int next = left.Where(patient => wanted[patient] <= day).MinBy(patient => windowEnds[patient]);
            expected[next] = day;
            free = day + Length;
            left.Remove(next);
        }

        AssertSessions(expected, QueueTrial.Run(trial).Ledger);
    }

    [Theory, Trait("Source", "Theory")] // A patient comes again six weeks after the last session, or when all others have had theirs.
    [InlineData(30, 10, 6)]
    [InlineData(59, 10, 6)]
    [InlineData(75, 10, 7.5)]
    [InlineData(120, 10, 12)]
    public void Sessions_EverySixWeeks_ComeInTheLongRunAsOftenAsTheSuiteAllows(int patients, double slotsPerWeek, double weeks)
    {
        SiteResource suite = QueueTrial.Suite(1, new FixedSession(7 / slotsPerWeek));
        Trial trial = QueueTrial.Of(patients, 1, suite, TwoWeeks, new RepeatedEvery(TimeWindow.Exactly(42))).WithLooks(SmallTrial.AtDay("final", 3000));
        Ledger ledger = QueueTrial.Run(trial).Ledger;

        for (int patient = 0; patient < patients; patient++)
        {
            double[] late = [.. ledger.Sessions(patient).Where(day => day is > 2000 and < 3000)];
            Assert.Equal(weeks * 7, (late[^1] - late[0]) / (late.Length - 1), 1e-9);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void SkippedSession_OfATreatmentRepeatedByTheClock_IsFollowedByTheNextOne()
    {
        // One place for ten days. Both want it at once, the second gives up after a day and comes again a week later, when it is still taken, and again.
        SiteResource suite = QueueTrial.Suite(1, new FixedSession(10));
        Trial trial = QueueTrial.Of(2, 1, suite, TimeWindow.Exactly(0), new RepeatedEvery(TimeWindow.Exactly(7)), new ResourceNeed(0, 1, AfterWaiting.Skip));
        trial = trial with { Truth = trial.Truth with { Accrual = new Accrual(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [2.0])) } };
        Ledger ledger = QueueTrial.Run(trial.WithLooks(SmallTrial.AtDay("final", 12))).Ledger;

        // They come on days 0.25 and 0.75. The first has a session on 0.25, wants another on 7.25, gives up on 8.25. The second gives up on 1.75 and 9.75.
        Assert.Equal([0.25], ledger.Sessions(0));
        Assert.Equal([7.25], ledger.Waits(0));
        Assert.Empty(ledger.Sessions(1));
        Assert.Equal([0.75, 8.75], ledger.Waits(1));
        Assert.Equal(
            [1.0, 9.0],
            ledger.CourseOf(1).ToArray().Where(entry => entry.Kind == CourseEntryKind.SessionSkipped).Select(entry => entry.Day));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Use_CountsWhatIsTakenOfWhatIsOpen()
    {
        // Two places for half a day each, open on Mondays and Thursdays for eight hours; a session of six hours on day 0, in the first hour.
        SiteResource suite = new("suite", 2, new FixedSession(0.25), QueueTrial.MondayAndThursday, QueueOrder.FirstCome);
        Trial trial = QueueTrial.OneSession(1, 1, suite, TimeWindow.Exactly(0));
        trial = trial with { Truth = trial.Truth with { Accrual = new Accrual(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [100.0])) } };
        ResourceUse use = QueueTrial.Run(trial.WithLooks(SmallTrial.AtDay("final", 7))).ResourceUse[0];

        Assert.Equal(2 * 2 * 8.0 / 24, use.OfferedDays, 1e-12);
        Assert.Equal(0.25, use.TakenDays, 1e-12);
        Assert.Equal(3.0 / 16, use.Utilisation, 1e-12);
    }

    // Openings of eight hours on days 0, 3, 7, 10 …, with two places. One patient comes within a quarter of an hour of the opening of the site and takes a place in the next opening.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.0, 7, 3)] // On days 0, 3 and 7.
    [InlineData(0.0, 6.9, 2)]
    [InlineData(1.0, 8, 2)] // The first one is over when the site opens.
    [InlineData(1.0, 2, 0)] // No opening yet; the patient waits.
    [InlineData(10.0, 7, 0)] // The trial ends before the site opens.
    public void Use_OfSlotsOnDays_CountsEachOpeningInFull(double opened, double end, int openings)
    {
        SiteResource suite = new("suite", 2, new SessionUntilClosing(), QueueTrial.MondayAndThursday, QueueOrder.FirstCome);
        ResourceUse use = QueueTrial.Run(OnePatientOf(suite, opened).WithLooks(SmallTrial.AtDay("final", end))).ResourceUse[0];

        Assert.Equal(openings * 2 * 8.0 / 24, use.OfferedDays, 1e-12);
        Assert.Equal(openings > 0 ? 8.0 / 24 : 0.0, use.TakenDays, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Use_OfASiteThatOpensLater_CountsFromThen()
    {
        SiteResource suite = QueueTrial.Suite(3, new FixedSession(0.5));
        ResourceUse use = QueueTrial.Run(OnePatientOf(suite, opened: 4.0).WithLooks(SmallTrial.AtDay("final", 10))).ResourceUse[0];

        Assert.Equal((3 * 6.0, 0.5), (use.OfferedDays, Math.Round(use.TakenDays, 12)));
    }

    // One place and sessions of four days: the first goes on through Thursday's opening and ends on Friday, when the suite is closed; the second begins on the Monday after.
    [Fact, Trait("Source", "ByHand")]
    public void Session_ThatOutlastsItsOpening_IsFollowedInTheNextOne()
    {
        SiteResource suite = new("suite", 1, new FixedSession(4), QueueTrial.MondayAndThursday, QueueOrder.FirstCome);
        Trial trial = QueueTrial.OneSession(3, 1, suite, TimeWindow.Exactly(0));
        trial = trial with { Truth = trial.Truth with { Accrual = new Accrual(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [10.0])) } };

        Assert.Equal([[0.05], [7.0], [14.0]], Enumerable.Range(0, 3).Select(QueueTrial.Run(trial).Ledger.Sessions));
    }

    [Fact, Trait("Source", "Independent")]
    public void Sites_EachHaveTheirOwn()
    {
        const double Length = 3;
        Trial trial = QueueTrial.OneSession(200, 0.5, QueueTrial.Suite(1, new FixedSession(Length)), TwoWeeks);
        trial = trial with { Truth = trial.Truth with { Sites = new SitePlan([0.0, 0.0]) { Resources = trial.Truth.Sites.Resources } } };
        double[] wanted = WantedDays(trial);
        Ledger ledger = QueueTrial.Run(trial).Ledger;
        double[] expected = new double[wanted.Length];
        double[] free = [0, 0];
        foreach (int patient in InOrderOf(wanted))
        {
            ref double own = ref free[ledger.SiteOf(patient)];
            expected[patient] = Math.Max(own, wanted[patient]);
            own = expected[patient] + Length;
        }

        AssertSessions(expected, ledger);
        Assert.Equal([0, 1], Enumerable.Range(0, 200).Select(ledger.SiteOf).Distinct().Order());
    }

    [Fact, Trait("Source", "Property")]
    public void Replay_OfAPatientWhoQueues_IsThePatient()
    {
        Trial trial = QueueTrial.Of(60, 0.5, QueueTrial.Suite(1, new ExponentialSession(1.5)), TwoWeeks, new RepeatedEvery(new TimeWindow(28, 42, 56)), deathsPerDay: 0.003)
            .WithLooks(SmallTrial.AtDay("final", 400));
        Ledger ledger = QueueTrial.Run(trial, replicate: 3).Ledger;
        PatientRecord allocated = Replay.Patient(trial, SmallTrial.Seed, 3, 20);
        PatientRecord again = Replay.PatientInArm(trial, SmallTrial.Seed, 3, 20, allocated.Arm);
        PatientRecord other = Replay.PatientInArm(trial, SmallTrial.Seed, 3, 20, 1 - allocated.Arm);

        Assert.Contains(allocated.Course, entry => entry.Kind == CourseEntryKind.SlotAwaited);
        Assert.Equal(ledger.CourseOf(20).ToArray(), allocated.Course);
        Assert.Equal(allocated.Course.AsEnumerable(), again.Course);
        // Both arms have the same treatment here, so that the other one changes nothing but its name.
        Assert.Equal((1 - allocated.Arm, allocated.Arm), (other.Arm, other.AllocatedArm));
        Assert.Equal(allocated.Course.AsEnumerable(), other.Course);
    }

    [Fact, Trait("Source", "Property")]
    public void EndlessCapacity_GivesTheCoursesOfATrialThatNeedsNothing()
    {
        Trial trial = QueueTrial.Of(100, 0.5, QueueTrial.Suite(1000, new FixedSession(1e-3)), TwoWeeks, new RepeatedEvery(new TimeWindow(28, 42, 56)), deathsPerDay: 0.002);
        Ledger with = QueueTrial.Run(trial).Ledger;
        Ledger without = QueueTrial.Run(trial.WithoutNeeds()).Ledger;

        for (int patient = 0; patient < 100; patient++)
        {
            Assert.Equal(without.EventDaysOf(patient).ToArray(), with.EventDaysOf(patient).ToArray());
            Assert.Equal(without.CourseOf(patient).ToArray(), with.CourseOf(patient).ToArray());
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Looks_ThatCountEvents_SeeThoseOfCoursesUnderWay()
    {
        Look[] looks = [new Look("events", new EventsSeen(0, 40, [0, 1])), new Look("followed", new LastPatientFollowedUp(100))];
        Trial trial = QueueTrial.Of(100, 0.5, QueueTrial.Suite(1000, new FixedSession(1e-3)), TwoWeeks, new RepeatedEvery(new TimeWindow(28, 42, 56)), deathsPerDay: 0.005).WithLooks(looks);

        Assert.Equal(RowsOf(trial.WithoutNeeds(), 1), RowsOf(trial, 1));
    }

    [Fact, Trait("Source", "Property")]
    public void Queues_AnyNumberOfThreads_GiveTheSameResults()
    {
        Trial trial = QueueTrial.Of(80, 0.5, QueueTrial.Suite(1, new ExponentialSession(1)), TwoWeeks, new RepeatedEvery(new TimeWindow(28, 42, 56)), deathsPerDay: 0.003)
            .WithLooks(new Look("events", new EventsSeen(0, 40, [0, 1])), new Look("followed", new LastPatientFollowedUp(100)));

        Assert.Equal(RowsOf(trial, 1), RowsOf(trial, 3));
    }

    [Fact, Trait("Source", "Property")]
    public void DataCut_WhoComesLater_ChangesNothing()
    {
        const double CutDay = 150;
        Trial trial = QueueTrial.Of(200, 0.5, QueueTrial.Suite(1, new ExponentialSession(1.5)), TwoWeeks, new RepeatedEvery(new TimeWindow(28, 42, 56)), deathsPerDay: 0.003)
            .WithLooks(SmallTrial.AtDay("first", CutDay), SmallTrial.AtDay("second", 2 * CutDay));
        Trial crowded = trial with { Truth = trial.Truth with { Accrual = new Accrual(AccrualPattern.Poisson, new PiecewiseExponentialHazard([0.0, CutDay], [0.5, 5.0])) } };

        string[] known = KnownAt(trial, 0);
        Assert.Equal(known, KnownAt(crowded, 0));
        // Had the rush been without effect on anybody the test would show nothing.
        Assert.NotEqual(KnownAt(trial, 1)[..known.Length], KnownAt(crowded, 1)[..known.Length]);
    }

    private static Trial OnePatientOf(SiteResource suite, double opened)
    {
        Trial trial = QueueTrial.OneSession(1, 1, suite, TimeWindow.Exactly(0));
        return trial with
        {
            Truth = trial.Truth with
            {
                Accrual = new Accrual(AccrualPattern.Even, opened > 0 ? new PiecewiseExponentialHazard([0.0, opened], [0.0, 100.0]) : new PiecewiseExponentialHazard([0.0], [100.0])),
                Sites = new SitePlan([opened]) { Resources = [suite] },
            },
        };
    }

    private static string[] KnownAt(Trial trial, int look)
    {
        List<string> known = [];
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        conduct.Run(SmallTrial.Seed, 1, (index, cut) =>
        {
            for (int patient = 0; index == look && patient < cut.Patients; patient++)
            {
                KnownRecord record = KnownRecord.Of(conduct.Ledger, patient, cut.Day);
                known.Add($"{record.Randomised.Value} {record.Arm} {record.DeathDay.Value} {record.LastDay.Value} {string.Join(' ', record.Course)}");
            }
        });
        return [.. known];
    }

    private static List<string> RowsOf(Trial trial, int threads)
    {
        List<string> rows = [];
        Campaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 30), CurvePlan.None, threads, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                rows.Add($"{string.Join(' ', batch.LookDaysOf(index).ToArray())} {string.Join(' ', batch.RowsOf(index).ToArray())}");
            }
        }, CancellationToken.None);
        return rows;
    }

    private static double[] WantedDays(Trial trial)
    {
        // Of somebody who never dies, so that it is known also of those who die before.
        Trial immortal = trial.WithoutNeeds().WithEvents(SmallTrial.Event("death", CourseEnding.Fatal, new NoHazard()));
        Ledger ledger = QueueTrial.Run(immortal).Ledger;
        return [.. Enumerable.Range(0, ledger.Enrolled).Select(patient => ledger.Sessions(patient)[0])];
    }

    private static double[] DeathDays(Trial trial)
    {
        Ledger ledger = QueueTrial.Run(trial.WithoutNeeds()).Ledger;
        return [.. Enumerable.Range(0, ledger.Enrolled).Select(patient => (ledger.ArrivalOf(patient) + new PatientDay(ledger.EventDaysOf(patient)[0])).Value)];
    }

    private static double[] WindowEnds(Trial trial) => [.. QueueTrial.Run(trial.WithoutNeeds()).Ledger.ArrivalDays.Select(day => day + 14)];

    private static IEnumerable<int> InOrderOf(double[] days) => Enumerable.Range(0, days.Length).OrderBy(patient => days[patient]);

    private static void AssertSessions(double[] expected, Ledger ledger)
    {
        Assert.Equal(expected.Length, ledger.Enrolled);
        for (int patient = 0; patient < expected.Length; patient++)
        {
            double[] sessions = ledger.Sessions(patient);
            Assert.Equal(double.IsNaN(expected[patient]) ? 0 : 1, sessions.Length);
            Assert.Equal(sessions.Length == 0 ? double.NaN : sessions[0], expected[patient], 1e-9);
        }
    }
}
