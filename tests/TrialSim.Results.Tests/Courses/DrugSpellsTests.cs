using TrialSim.Engine.Patients;
using TrialSim.Results.Courses;

namespace TrialSim.Results.Tests.Courses;

public sealed class DrugSpellsTests
{
    private static CourseEntry Entry(double day, CourseEntryKind kind, double value = 0, int subject = 1) => new(day, kind, subject, 1, value);

    // Taken from day 5, held 41–47, interrupted 60–74 and meanwhile reduced, ended on day 90; another treatment's entries are not its own.
    [Fact, Trait("Source", "ByHand")]
    public void Of_AWholeCourse_HasNoGaps()
    {
        CourseEntry[] course =
        [
            Entry(0, CourseEntryKind.Session, subject: 0),
            Entry(5, CourseEntryKind.DrugStarted),
            Entry(41, CourseEntryKind.DrugHeld),
            Entry(42, CourseEntryKind.Session, subject: 0),
            Entry(47, CourseEntryKind.DrugStarted),
            Entry(60, CourseEntryKind.DoseReduced, 400),
            Entry(60, CourseEntryKind.DrugInterrupted),
            Entry(74, CourseEntryKind.DrugStarted),
            Entry(90, CourseEntryKind.TreatmentEnded),
            Entry(95, CourseEntryKind.TreatmentEnded, subject: 0),
        ];

        Assert.Equal(
            [
                new DrugSpell(5, 41, DrugStatus.Taken, 800, false),
                new DrugSpell(41, 47, DrugStatus.Held, 800, false),
                new DrugSpell(47, 60, DrugStatus.Taken, 800, false),
                new DrugSpell(60, 74, DrugStatus.Interrupted, 400, false),
                new DrugSpell(74, 90, DrugStatus.Taken, 400, true),
            ],
            DrugSpells.Of(course, drug: 1, fullDoseMgPerDay: 800, untilDays: 300));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(50, 50)] // Followed until day 50: what goes on then is not ended.
    [InlineData(41, 41)]
    public void Of_ACourseFollowedForAWhile_EndsWithIt(double until, double end)
    {
        CourseEntry[] course = [Entry(5, CourseEntryKind.DrugStarted), Entry(60, CourseEntryKind.TreatmentEnded)];

        Assert.Equal([new DrugSpell(5, end, DrugStatus.Taken, null, false)], DrugSpells.Of(course, drug: 1, fullDoseMgPerDay: null, untilDays: until));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_ADrugNeverStarted_IsEmpty() =>
        Assert.Empty(DrugSpells.Of([Entry(3, CourseEntryKind.TreatmentEnded)], drug: 1, fullDoseMgPerDay: null, untilDays: 100));
}
