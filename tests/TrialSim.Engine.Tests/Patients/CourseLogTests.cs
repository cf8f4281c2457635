using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Tests.Patients;

public sealed class CourseLogTests
{
    private const int Patients = 12;

    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100)]
    public void Add_PatientsOneAfterTheOtherOrInTurns_KeepsWhatWasWrittenOfEach(int entriesInARow)
    {
        TrialProtocol protocol = SmallProtocol.TrialOf([], [SmallProtocol.Visits("imaging", new AtRandomisation(), 30, 30)], seenUntil: 100, missed: 0).Design.Protocol;
        CourseLog log = new(Patients, protocol);
        for (uint replicate = 1; replicate <= 3; replicate++)
        {
            log.Clear();
            List<CourseEntry>[] expected = [.. Enumerable.Range(0, Patients).Select(_ => new List<CourseEntry>())];
            Draws draws = new(1, replicate, 0, Purpose.Allocation);
            for (int turn = 0; turn < 600 / entriesInARow; turn++)
            {
                int patient = draws.NextIndex(Patients);
                for (int entry = draws.NextIndex(entriesInARow + 1); entry > 0; entry--)
                {
                    CourseEntry added = new(turn, CourseEntryKind.VisitKept, patient, expected[patient].Count);
                    log.WriterFor(patient).Add(added);
                    expected[patient].Add(added);
                }
            }

            Assert.All(Enumerable.Range(0, Patients), patient => Assert.Equal(expected[patient], log.Of(patient).ToArray()));
        }
    }
}
