using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Conduct;

public sealed class DataCutTests
{
    private static readonly double[] Cuts = [30, 100, 365, 500];

    [Fact, Trait("Source", "ByHand")]
    public void FillEndpoint_CutOnAnEventsOwnDay_IncludesIt()
    {
        Ledger ledger = LedgerOf(SmallTrial.Of(20), 1);
        for (int patient = 0; patient < 20; patient++)
        {
            TrialDay eventDay = ledger.ArrivalOf(patient) + new PatientDay(ledger.EventDaysOf(patient)[0]);
            (_, bool[] hasEvent) = Known(SmallTrial.Of(20), ledger, eventDay);
            Assert.True(hasEvent[patient]);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void FillEndpoint_LossBeforeTheEvent_CensorsOnTheDayOfLoss()
    {
        Trial trial = SmallTrial.Of(200);
        trial = trial with { Truth = trial.Truth with { LossToFollowUp = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.01))] } };
        Ledger ledger = LedgerOf(trial, 1);
        (double[] days, bool[] hasEvent) = Known(trial, ledger, new TrialDay(10_000));
        for (int patient = 0; patient < 200; patient++)
        {
            double death = ledger.EventDaysOf(patient)[0];
            double loss = ledger.LossOf(patient).Value;
            Assert.Equal(death <= loss, hasEvent[patient]);
            Assert.Equal(Math.Min(death, loss), days[patient]);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void FillEndpoint_FollowUpEndsByProtocol_CensorsThere()
    {
        Trial trial = SmallTrial.Of(200);
        trial = trial with { Design = trial.Design with { MaxFollowUpDays = 60 } };
        (double[] days, bool[] hasEvent) = Known(trial, LedgerOf(trial, 1), new TrialDay(10_000));

        Assert.All(Enumerable.Range(0, 200), patient => Assert.True(hasEvent[patient] ? days[patient] <= 60 : days[patient] == 60));
    }

    // Non-anticipation: what is known on a day cannot depend on anything that happens later.
    [Fact, Trait("Source", "Property")]
    public void CutAt_EverythingChangedAfterTheDay_IsIdentical()
    {
        foreach (double cut in Cuts)
        {
            Trial usual = SmallTrial.Of(200);
            // From `cut` on another hazard, on the patients' clocks: nobody has been on the trial for longer than `cut` days by day `cut`.
            Effect later = new(0, [new StateMask(4, 4)], Math.Log(50));
            Trial changed = usual.WithEffects([.. usual.Truth.StateBits, new ElapsedBit(2, cut)], [.. usual.Truth.Effects, later]);
            // And another accrual after `cut`, on the trial's clock.
            usual = usual with { Truth = usual.Truth with { Accrual = PoissonFrom(cut, 0.5) } };
            changed = changed with { Truth = changed.Truth with { Accrual = PoissonFrom(cut, 40) } };
            for (uint replicate = 1; replicate <= 10; replicate++)
            {
                Ledger first = LedgerOf(usual, replicate);
                Ledger second = LedgerOf(changed, replicate);
                (double[] firstDays, bool[] firstEvents) = Known(usual, first, new TrialDay(cut));
                (double[] secondDays, bool[] secondEvents) = Known(changed, second, new TrialDay(cut));

                Assert.NotEmpty(firstDays);
                Assert.Equal(firstDays, secondDays);
                Assert.Equal(firstEvents, secondEvents);
                Assert.Equal(first.CutAt(new TrialDay(cut)).Arms.ToArray(), second.CutAt(new TrialDay(cut)).Arms.ToArray());
            }
        }
    }

    // Whatever has not happened by the cut may be anything: arrivals, arms, covariates, losses and events still to come.
    [Fact, Trait("Source", "Property")]
    public void CutAt_EveryEntryOfTheFutureRewritten_IsIdentical()
    {
        Trial trial = SmallTrial.Of(200);
        trial = trial with { Truth = trial.Truth with { LossToFollowUp = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.002))] } };
        foreach (double cut in Cuts)
        {
            Ledger ledger = LedgerOf(trial, 1);
            (double[] days, bool[] hasEvent) = Known(trial, ledger, new TrialDay(cut));
            for (int patient = 0; patient < ledger.Patients; patient++)
            {
                double arrival = ledger.ArrivalDays[patient];
                if (arrival > cut)
                {
                    ledger.ArrivalDays[patient] = arrival + 1000;
                    ledger.Arms[patient] = (byte)(1 - ledger.Arms[patient]);
                    ledger.MutableEventDaysOf(patient)[0] = 1;
                }
                else
                {
                    if (arrival + ledger.MutableEventDaysOf(patient)[0] > cut)
                    {
                        ledger.MutableEventDaysOf(patient)[0] = double.PositiveInfinity;
                    }

                    if (arrival + ledger.LossDays[patient] > cut)
                    {
                        ledger.LossDays[patient] = (cut - arrival) * (1 + 1e-9);
                    }
                }
            }

            (double[] rewrittenDays, bool[] rewrittenHasEvent) = Known(trial, ledger, new TrialDay(cut));
            Assert.Equal(days, rewrittenDays);
            Assert.Equal(hasEvent, rewrittenHasEvent);
            Assert.Contains(false, hasEvent);
        }
    }

    private static Accrual PoissonFrom(double changeDay, double perDayAfterwards) =>
        new(AccrualPattern.Poisson, new PiecewiseExponentialHazard([0.0, changeDay], [0.5, perDayAfterwards]));

    private static Ledger LedgerOf(Trial trial, uint replicate)
    {
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, replicate, ledger);
        return ledger;
    }

    private static (double[] Days, bool[] HasEvent) Known(Trial trial, Ledger ledger, TrialDay day)
    {
        DataCut cut = ledger.CutAt(day);
        double[] days = new double[trial.Design.Patients];
        bool[] hasEvent = new bool[trial.Design.Patients];
        cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], days, hasEvent);
        return (days[..cut.Patients], hasEvent[..cut.Patients]);
    }
}
