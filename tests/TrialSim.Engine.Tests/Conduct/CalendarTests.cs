using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.Conduct;

public sealed class CalendarTests
{
    [Fact, Trait("Source", "Independent")]
    public void Run_EventDrivenLook_CutsOnTheDayOfThatEvent()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("half", new EventsSeen(0, 30, [0, 1])));
        for (uint replicate = 1; replicate <= 50; replicate++)
        {
            (double[] arrival, _, double[] death) = BareLoop.Patients(60, 365, replicate);
            double expected = Enumerable.Range(0, 60).Select(patient => arrival[patient] + death[patient]).Order().ElementAt(29);

            (TrialDay day, int events) = LookOf(trial, replicate)[0];
            Assert.Equal(expected, day.Value);
            Assert.Equal(30, events);
        }
    }

    [Fact, Trait("Source", "Independent")]
    public void Run_EventsOfOneArm_CountsOnlyThem()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("half", new EventsSeen(0, 15, [1])));
        (double[] arrival, int[] arm, double[] death) = BareLoop.Patients(60, 365, 1);
        double expected = Enumerable.Range(0, 60).Where(patient => arm[patient] == 1)
            .Select(patient => arrival[patient] + death[patient]).Order().ElementAt(14);

        Assert.Equal(expected, LookOf(trial, 1)[0].Day.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_MoreEventsThanCanCome_NeverReachesTheLook()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("all", new EventsSeen(0, 60, [0, 1])));
        trial = trial with { Design = trial.Design with { MaxFollowUpDays = 30 } };

        Assert.Equal(TrialDay.Never, LookOf(trial, 1)[0].Day);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_AnyOfTwo_TakesTheEarlierDay()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("first", new AnyTrigger(
            [new TrialTimeReached(new TrialDay(1000)), new TrialTimeReached(new TrialDay(70)), new EventsSeen(0, 60, [0, 1])])));

        Assert.Equal(70.0, LookOf(trial, 1)[0].Day.Value);
    }

    [Fact, Trait("Source", "Independent")]
    public void Run_AllOfTwo_TakesTheLaterDay()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("both", new AllTriggers(
            [new TrialTimeReached(new TrialDay(70)), new EventsSeen(0, 30, [0, 1])])));
        (double[] arrival, _, double[] death) = BareLoop.Patients(60, 365, 1);
        double thirtieth = Enumerable.Range(0, 60).Select(patient => arrival[patient] + death[patient]).Order().ElementAt(29);

        Assert.Equal(Math.Max(70, thirtieth), LookOf(trial, 1)[0].Day.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_AnyWithinAll_FollowsTheNesting()
    {
        // all(day 70, any(day 50, day 900)) is day 70; any(day 900, all(day 50, day 80)) is day 80.
        LookTrigger Day(double day) => new TrialTimeReached(new TrialDay(day));
        Trial trial = SmallTrial.Of(60).WithLooks(
            new Look("first", new AllTriggers([Day(70), new AnyTrigger([Day(50), Day(900)])])),
            new Look("second", new AnyTrigger([Day(900), new AllTriggers([Day(50), Day(80)])])));

        Assert.Equal([70.0, 80.0], LookOf(trial, 1).Select(look => look.Day.Value));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_TwoEventsOnOneInstant_CountsBothAndIncludesBoth()
    {
        Trial trial = SmallTrial.Of(2).WithLooks(new Look("first", new EventsSeen(0, 1, [0, 1])), new Look("second", new EventsSeen(0, 2, [0, 1])));
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        for (int patient = 0; patient < 2; patient++)
        {
            ledger.ArrivalDays[patient] = 10;
            ledger.MutableEventDaysOf(patient)[0] = 32;
        }

        List<(int Look, double Day, int Events)> looks = [];
        LookRecorder.Run(trial, ledger, (look, cut) =>
        {
            bool[] hasEvent = new bool[2];
            cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], new double[2], hasEvent);
            looks.Add((look, cut.Day.Value, hasEvent.Count(has => has)));
        });

        Assert.Equal([(0, 42.0, 2), (1, 42.0, 2)], looks);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_EventOnTheLastDayOfFollowUp_Counts()
    {
        Trial trial = SmallTrial.Of(2).WithLooks(new Look("first", new EventsSeen(0, 2, [0, 1])));
        trial = trial with { Design = trial.Design with { MaxFollowUpDays = 32 } };
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        ledger.MutableEventDaysOf(0)[0] = 32;
        ledger.MutableEventDaysOf(1)[0] = 32;
        int reached = 0;
        LookRecorder.Run(trial, ledger, (_, _) => reached++);

        Assert.Equal(1, reached);
    }

    [Fact, Trait("Source", "Independent")]
    public void Run_PatientsRandomised_CutsOnThatArrival()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(new Look("randomised", new PatientsRandomised(20)));

        Assert.Equal(BareLoop.Patients(60, 365, 1).Arrival[19], LookOf(trial, 1)[0].Day.Value);
    }

    [Fact, Trait("Source", "Independent")]
    public void Run_FollowUpOfLastPatient_CountsFromTheLastArrival()
    {
        Assert.Equal(BareLoop.Patients(60, 365, 1).Arrival[59] + 200, LookOf(SmallTrial.Of(60), 1)[0].Day.Value);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_LooksListedInAnotherOrderThanTime_AreDoneInTheOrderOfTime()
    {
        Trial trial = SmallTrial.Of(60).WithLooks(SmallTrial.AtDay("late", 500), SmallTrial.AtDay("early", 100));
        List<int> order = [];
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        LookRecorder.Run(trial, ledger, (look, _) => order.Add(look));

        Assert.Equal([1, 0], order);
    }

    private static (TrialDay Day, int Events)[] LookOf(Trial trial, uint replicate)
    {
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, replicate, ledger);
        (TrialDay Day, int Events)[] looks = new (TrialDay, int)[trial.Design.Looks.Length];
        Array.Fill(looks, (TrialDay.Never, 0));
        LookRecorder.Run(trial, ledger, (look, cut) =>
        {
            bool[] hasEvent = new bool[trial.Design.Patients];
            cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], new double[trial.Design.Patients], hasEvent);
            looks[look] = (cut.Day, hasEvent.Count(has => has));
        });
        return looks;
    }
}
