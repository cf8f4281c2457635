using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Tests.Allocations;

/// <summary>Allocation that follows what is known.</summary>
public sealed class AdaptiveTests
{
    private static readonly Trial Bayesian = Of(new ResponseAdaptation(AdaptationRule.Bayesian, 0, BurnIn: 40, UpdateEvery: 5, MinShare: 0.1, Exponent: 1));

    // The experimental arm has .6 of the hazard: it gets more patients than the half it would have.
    [Fact, Trait("Source", "Property")]
    public void Fill_Bayesian_FavoursTheBetterArm()
    {
        Assert.InRange(ExperimentalOf(Bayesian, replicates: 50), 0.65, 0.9);
    }

    [Fact, Trait("Source", "Property")]
    public void Fill_BayesianWithoutExponent_IsTheRatio()
    {
        Trial trial = Of(Bayesian.Design.Allocation.Adaptation with { Exponent = 0, BurnIn = 0 });

        Assert.InRange(ExperimentalOf(trial, replicates: 50), 0.47, 0.53); // 15,000 patients: five standard errors are 0.02.
    }

    [Fact, Trait("Source", "Property")]
    public void Fill_BurnIn_IsInBlocksWhateverIsKnown()
    {
        Ledger ledger = new(Bayesian);
        new Randomisation(Bayesian).Fill(SmallTrial.Seed, 3, ledger);

        for (int block = 0; block < 10; block++)
        {
            Assert.Equal(2, Enumerable.Range(4 * block, 4).Sum(ledger.ArmOf));
        }
    }

    // In the better arm deaths from day 150 of a patient's time on are ten times as frequent: everybody who comes before anybody has been in the trial for so long is allocated as before.
    [Fact, Trait("Source", "Property")]
    public void Fill_WhatHappensLater_ChangesNobodyWhoCameBefore()
    {
        Trial trial = Of(Bayesian.Design.Allocation.Adaptation with { UpdateEvery = 1, MinShare = 0, Exponent = 0.3 });
        Trial other = trial with
        {
            Truth = trial.Truth with
            {
                StateBits = trial.Truth.StateBits.Add(new ElapsedBit(2, 150)),
                Effects = trial.Truth.Effects.Add(new Effect(0, [new StateMask(6, 6)], Math.Log(10))),
            },
        };
        Ledger first = new(trial);
        Ledger second = new(other);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, first);
        new Randomisation(other).Fill(SmallTrial.Seed, 1, second);
        double change = first.ArrivalOf(0).Value + 150;
        int before = Enumerable.Range(0, first.Enrolled).Count(patient => first.ArrivalOf(patient).Value < change);

        Assert.InRange(before, 60, 250);
        Assert.Equal(first.Arms[..before], second.Arms[..before]);
        Assert.NotEqual(first.Arms[before..], second.Arms[before..]);
    }

    [Fact, Trait("Source", "Property")]
    public void Run_ThreadsAndShards_GiveTheSameTrials()
    {
        Assert.Equal(RowsOf(threads: 1, first: 1, count: 40), RowsOf(threads: 3, first: 1, count: 40));
        Assert.Equal(RowsOf(threads: 1, first: 21, count: 20), RowsOf(threads: 2, first: 1, count: 40)[20..]);
    }

    private static List<string> RowsOf(int threads, uint first, uint count)
    {
        List<string> rows = [];
        Campaign.Run(
            Bayesian,
            SmallTrial.Seed,
            new ReplicateRange(first, count),
            CurvePlan.None,
            threads,
            batch =>
            {
                for (int index = 0; index < batch.Count; index++)
                {
                    rows.Add(string.Join(';', batch.RowsOf(index).ToArray()));
                }
            },
            CancellationToken.None);
        return rows;
    }

    private static double ExperimentalOf(Trial trial, uint replicates)
    {
        Ledger ledger = new(trial);
        Randomisation randomisation = new(trial);
        double experimental = 0;
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            randomisation.Fill(SmallTrial.Seed, replicate, ledger);
            experimental += Enumerable.Range(0, ledger.Enrolled).Average(ledger.ArmOf);
        }

        return experimental / replicates;
    }

    private static Trial Of(ResponseAdaptation adaptation)
    {
        Trial trial = SmallTrial.Of(300);
        return trial with
        {
            Design = trial.Design with
            {
                Allocation = new Allocation(AllocationMethod.ResponseAdaptive, [1, 1], [], Stratification.None) { Adaptation = adaptation },
            },
        };
    }
}
