using TrialSim.Model.Time;

namespace TrialSim.Model.Tests.Time;

public sealed class TrialDayTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Operators_CalendarAndPatientTime_MeetAtRandomisation()
    {
        TrialDay randomised = new(100);

        Assert.Equal(new TrialDay(130), randomised + new PatientDay(30));
        Assert.Equal(new PatientDay(30), new TrialDay(130) - randomised);
        Assert.True(randomised < new TrialDay(130) && randomised <= new TrialDay(100) && new TrialDay(130) > randomised && randomised >= new TrialDay(100));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Never_AnyDay_ComesBefore()
    {
        Assert.True(new TrialDay(1e9) < TrialDay.Never);
        Assert.True(new PatientDay(1e9) < PatientDay.Never);
        Assert.Equal(TrialDay.Never, new TrialDay(1) + PatientDay.Never);
    }

    [Fact, Trait("Source", "ByHand")]
    public void DaysPer_TwelveMonths_AreAYear()
    {
        Assert.Equal(DaysPer.Year, 12 * DaysPer.Month);
        Assert.Equal(1.0, 24 * DaysPer.Hour, 1e-15);
    }
}
