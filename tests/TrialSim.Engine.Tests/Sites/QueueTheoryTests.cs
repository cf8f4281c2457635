using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;

namespace TrialSim.Engine.Tests.Sites;

/// <summary>Sites with Poisson demand against what queueing theory says of them in the long run.</summary>
public sealed class QueueTheoryTests
{
    private const int Replicates = 60;
    private const int Patients = 4000;
    private const int WarmUp = 1000;

    // Of a normal distribution once in a million, on either side.
    private const double FalseAlarm = 4.9;

    [Theory, Trait("Source", "Theory")] // Erlang C.
    [InlineData(1, 0.7)]
    [InlineData(2, 0.6)]
    [InlineData(3, 0.8)]
    public void Places_WithExponentialSessions_WaitAsErlangSays(int places, double utilisation)
    {
        const double Mean = 0.25;
        double load = utilisation * places;
        Trial trial = QueueTrial.OneSession(Patients, load / Mean, QueueTrial.Suite(places, new ExponentialSession(Mean)), new TimeWindow(0, 0, 0));
        double waits = ErlangC(places, load);

        AssertWithinError(trial, waits, waits * Mean / (places * (1 - utilisation)), utilisation);
    }

    [Theory, Trait("Source", "Theory")] // Pollaczek–Khinchine with sessions that are all as long.
    [InlineData(3, 0.5)]
    [InlineData(5, 0.8)]
    public void SlotsAWeek_WithPoissonDemand_WaitAsPollaczekAndKhinchineSay(double slotsPerWeek, double utilisation)
    {
        double length = 7 / slotsPerWeek;
        Trial trial = QueueTrial.OneSession(Patients, utilisation / length, QueueTrial.Suite(1, new FixedSession(length)), new TimeWindow(0, 7, 14));

        // Wanted on a random day of a window: points of a Poisson process, each moved by itself, are one again.
        AssertWithinError(trial, utilisation, utilisation * length / (2 * (1 - utilisation)), utilisation);
    }

    private static double ErlangC(int places, double load)
    {
        double term = 1;
        double sum = 0;
        for (int busy = 0; busy < places; busy++)
        {
            sum += term;
            term *= load / (busy + 1);
        }

        double full = term * places / (places - load);
        return full / (sum + full);
    }

    private static void AssertWithinError(Trial trial, double waitedShare, double meanWait, double utilisation)
    {
        int places = trial.Truth.Sites.Resources[0].Places;
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        List<double> shares = [];
        List<double> means = [];
        List<double> used = [];
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            conduct.Run(SmallTrial.Seed, replicate, static (_, _) => { });
            double[] waits = [.. Enumerable.Range(WarmUp, Patients - WarmUp).Select(patient => WaitOf(conduct.Ledger, patient))];
            shares.Add(waits.Average(wait => wait > 0 ? 1.0 : 0.0));
            means.Add(waits.Average());
            ResourceUse use = conduct.ResourceUse[0];
            used.Add(use.TakenDays / (places * conduct.Ledger.ArrivalDays[Patients - 1]));
            Assert.Equal(Patients, use.Sessions);
        }

        AssertMean(waitedShare, shares);
        AssertMean(meanWait, means);
        AssertMean(utilisation, used);
    }

    private static double WaitOf(Ledger ledger, int patient)
    {
        double[] since = ledger.Waits(patient);
        return since.Length == 0 ? 0 : ledger.Sessions(patient)[0] - since[0];
    }

    // Replicates are independent of each other, patients of one are not: the error is that of the mean of replicates.
    private static void AssertMean(double expected, List<double> values)
    {
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
        Assert.True(error < 0.05 * expected, $"The error of {error} is too large for {expected} to be tested.");
        Assert.InRange(mean, expected - (FalseAlarm * error), expected + (FalseAlarm * error));
    }
}
