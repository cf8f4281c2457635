using TrialSim.Model.Sites;
using TrialSim.Model.Time;

namespace TrialSim.Model.Tests.Sites;

public sealed class OpeningTimesTests
{
    // Oracle: day by day. Every set of days of the week, over three weeks and a half.
    [Fact, Trait("Source", "Independent")]
    public void OpenUntil_AnyDaysOfTheWeek_AddsUpTheDaysBefore()
    {
        DayOfWeek[] week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];
        for (int set = 1; set < 1 << week.Length; set++)
        {
            OpeningTimes opening = new(week.Where((_, index) => (set & (1 << index)) != 0), 0.5);
            int open = 0;
            for (int day = 0; day < 25; day++)
            {
                bool opens = (set & (1 << (day % week.Length))) != 0;

                Assert.Equal(opens, opening.Opens(day));
                Assert.Equal(open * 0.5, opening.OpenUntil(new TrialDay(day)));
                Assert.Equal((open * 0.5) + (opens ? 0.25 : 0), opening.OpenUntil(new TrialDay(day + 0.25)));
                open += opens ? 1 : 0;
                Assert.Equal(open, opening.OpeningsBy(new TrialDay(day)));
                Assert.Equal(open * 0.5, opening.OpenUntil(new TrialDay(day + 0.75)));
            }
        }
    }
}
