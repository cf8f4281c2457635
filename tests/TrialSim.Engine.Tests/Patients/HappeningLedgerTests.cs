using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Tests.Conduct;
using TrialSim.Model;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>What must hold of every scenario, with everything on that can happen.</summary>
public sealed class HappeningLedgerTests
{
    private static readonly Trial Trial = HappeningTrial.Of(60);

    [Fact, Trait("Source", "Property")]
    public void Fill_ReplicateAfterReplicate_AllocatesNothing() => Assert.Equal(0, LedgerBytes.OfALaterReplicate(Trial));

    [Fact, Trait("Source", "Property")]
    public void Fill_APatient_HasAllOfIt()
    {
        // Without any of one kind the other tests would show nothing of it.
        CourseEntry[] all = [.. LedgersOf(Trial, 5).SelectMany(ledger => Enumerable.Range(0, ledger.Patients).SelectMany(patient => ledger.CourseOf(patient).ToArray()))];
        foreach (CourseEntryKind kind in new[]
        {
            CourseEntryKind.EventOccurred, CourseEntryKind.EventResolved, CourseEntryKind.EventSeen, CourseEntryKind.EventResolutionSeen,
            CourseEntryKind.Cause, CourseEntryKind.StateChanged, CourseEntryKind.StateSeen, CourseEntryKind.TreatmentEnded,
        })
        {
            Assert.Contains(all, entry => entry.Kind == kind);
        }

        Assert.Contains(all, entry => entry is { Kind: CourseEntryKind.EventOccurred, Number: > 2 });
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_AnyNumberOfThreads_GivesTheSame(int threads) => Assert.Equal(RowsOf(1), RowsOf(threads));

    [Fact, Trait("Source", "Property")]
    public void Course_EverythingChangedAfterADay_IsTheSameUntilThen()
    {
        foreach (double day in new[] { 60.0, 200, 430 })
        {
            Trial changed = HappeningTrial.Of(60, changedAfterDays: day);
            int differences = 0;
            foreach ((Ledger usual, Ledger other) in LedgersOf(Trial, 5).Zip(LedgersOf(changed, 5)))
            {
                for (int patient = 0; patient < usual.Patients; patient++)
                {
                    Assert.Equal(Until(day, usual.EventDaysOf(patient)), Until(day, other.EventDaysOf(patient)));
                    Assert.Equal(Until(day, usual.SeenDaysOf(patient)), Until(day, other.SeenDaysOf(patient)));
                    Assert.Equal(Until(day, usual.CourseOf(patient)), Until(day, other.CourseOf(patient)));
                    differences += usual.CourseOf(patient).SequenceEqual(other.CourseOf(patient)) ? 0 : 1;
                }
            }

            Assert.True(differences > 20, $"{differences}");
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Rfa_LaterForTheSamePatient_NeverDelaysProgression()
    {
        // States at visits, risks at visits, frailty: all luck is the patient's, so that an effect that comes later can only let progression come earlier.
        Trial[] trials = [.. new[] { 200.0, 120, 60, 20, 5 }.Select(delay => HappeningTrial.Of(60, rfaDelayDays: delay))];
        int moved = 0;
        for (uint replicate = 1; replicate <= 10; replicate++)
        {
            Ledger[] ledgers = [.. trials.Select(trial => LedgerOf(trial, replicate))];
            for (int patient = 0; patient < ledgers[0].Patients; patient++)
            {
                for (int shorter = 1; shorter < ledgers.Length; shorter++)
                {
                    double later = ledgers[shorter - 1].EventDaysOf(patient)[HappeningTrial.Progression];
                    double sooner = ledgers[shorter].EventDaysOf(patient)[HappeningTrial.Progression];
                    double end = Math.Min(ledgers[shorter].EventDaysOf(patient)[HappeningTrial.Death], ledgers[shorter - 1].EventDaysOf(patient)[HappeningTrial.Death]);
                    // Rounding of the pieces of a threshold is no luck.
                    Assert.True(Math.Min(sooner, end) >= Math.Min(later, end) * (1 - 1e-12));
                    moved += sooner > later ? 1 : 0;
                }
            }
        }

        Assert.True(moved > 100, $"{moved}");
    }

    private static double[] Until(double day, ReadOnlySpan<double> days) => [.. days.ToArray().Select(one => one <= day ? one : double.PositiveInfinity)];

    private static CourseEntry[] Until(double day, ReadOnlySpan<CourseEntry> course) => [.. course.ToArray().Where(entry => entry.Day <= day)];

    private static IEnumerable<Ledger> LedgersOf(Trial trial, uint replicates) => Enumerable.Range(1, (int)replicates).Select(replicate => LedgerOf(trial, (uint)replicate));

    private static Ledger LedgerOf(Trial trial, uint replicate)
    {
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, replicate, ledger);
        return ledger;
    }

    private static List<string> RowsOf(int threads)
    {
        List<string> rows = [];
        Campaign.Run(Trial, SmallTrial.Seed, new ReplicateRange(1, 60), CurvePlan.None, threads, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                rows.AddRange(batch.RowsOf(index).ToArray().Select(row => row.ToString()));
            }
        }, CancellationToken.None);
        return rows;
    }
}
