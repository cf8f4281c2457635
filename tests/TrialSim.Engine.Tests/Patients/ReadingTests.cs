using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using static TrialSim.Engine.Tests.Patients.SmallProtocol;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>Visits every 30 days that overlook or invent progression, which happens on day 100.</summary>
public sealed class ReadingTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Visits_ThatOverlookEverything_NeverSee() => Assert.Equal(double.PositiveInfinity, SeenDay(new ReadingErrors(1, 0), 0));

    [Fact, Trait("Source", "ByHand")]
    public void Visits_ThatInventEverything_ReportAtTheFirst()
    {
        PatientRecord record = Record(TrialWith(new ReadingErrors(0, 1)), 1000);

        Assert.Equal(30, record.SeenDays[0].Value);
        Assert.Equal(100, record.EventDays[0].Value, 1e-9);
    }

    [Fact, Trait("Source", "Property")]
    public void Visits_ThatOverlookMore_SeeTheSamePatientLaterOrOnTheSameDay()
    {
        for (uint patient = 0; patient < 200; patient++)
        {
            double few = SeenDay(new ReadingErrors(0.1, 0), patient);
            double many = SeenDay(new ReadingErrors(0.5, 0), patient);

            Assert.True(few >= 120 && few % 30 == 0);
            Assert.True(many >= few);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Visits_ThatErr_HaveTheLuckOfTheVisit()
    {
        // What is invented at a visit does not depend on how much is overlooked, nor the other way round.
        for (uint patient = 0; patient < 200; patient++)
        {
            double invented = SeenDay(new ReadingErrors(0, 0.2), patient);
            double both = SeenDay(new ReadingErrors(0.3, 0.2), patient);

            Assert.True(invented < 100 ? both == invented : both >= invented);
        }
    }

    private static double SeenDay(ReadingErrors errors, uint patient) => Record(TrialWith(errors), 3000, patient).SeenDays[0].Value;

    private static Trial TrialWith(ReadingErrors errors) =>
        TrialOf([], [Visits("imaging", new AtRandomisation(), 30, 30)], Progression with { SeenAt = [0], Reading = errors }).ToTheEnd(new HadBit(0, 0));
}
