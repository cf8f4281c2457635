using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests.Patients;

public sealed class DueDaysTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Earliest_AnyDaysWithTiesAndNever_IsTheFirstPlaceOfTheLeast(int count)
    {
        DueDays days = new(count);
        Draws draws = new(1, 1, (uint)count, Purpose.Allocation);
        for (int trial = 0; trial < 500; trial++)
        {
            double[] plain = new double[count];
            for (int place = 0; place < count; place++)
            {
                int day = draws.NextIndex(8);
                plain[place] = day == 7 ? double.PositiveInfinity : day - 2;
                days[place] = plain[place];
            }

            Assert.Equal(count == 0 ? 0 : Array.IndexOf(plain, plain.Min()), days.Earliest());
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Next_SeveralThingsOnOneDay_ComeInTheOrderOfItems()
    {
        Agenda agenda = new(timers: 1, treatments: 3, visits: 2);
        agenda.DayOf(AgendaItem.Start, 0) = 5;
        agenda.DayOf(AgendaItem.Visit, 1) = 5;
        agenda.DayOf(AgendaItem.Visit, 0) = 5;
        agenda.DayOf(AgendaItem.GiveUp, 2) = 4;

        Assert.Equal(new AgendaEntry(4, AgendaItem.GiveUp, 2), agenda.Next());

        agenda.DayOf(AgendaItem.GiveUp, 2) = double.PositiveInfinity;

        Assert.Equal(new AgendaEntry(5, AgendaItem.Visit, 0), agenda.Next());

        agenda.Clear();

        Assert.Equal(AgendaEntry.Nothing, agenda.Next());
    }
}
