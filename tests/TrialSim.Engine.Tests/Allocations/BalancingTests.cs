using System.Collections.Immutable;
using TrialSim.Engine.Allocations;
using TrialSim.Model.Design;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Allocations;

/// <summary>Biased coin and minimisation.</summary>
public sealed class BalancingTests
{
    private const double FalseAlarm = 1e-6;

    // Efron (1971): the difference between two arms is a Markov chain that goes back towards 0 with probability p. Its distribution after 20 patients, step by step; the limits for even
    // numbers are P(0) = 1 − q/p and P(±2) = (r² − 1)/r³ with r = p/q, which for p = 2/3 are 1/2 and 3/8.
    [Theory, Trait("Source", "Theory")]
    [InlineData(2.0 / 3.0)]
    [InlineData(0.8)]
    public void BiasedCoin_TwoArms_HasTheDifferencesOfEfronsChain(double probability)
    {
        const int Replicates = 20_000;
        const int Patients = 20;
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.BiasedCoin, [1, 1], [], Stratification.None) { FavouredProbability = probability });
        int[] counts = new int[Patients + 1];
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            allocator.Restart();
            int experimental = allocator.Next(replicate, Patients).Sum();
            counts[Math.Abs(Patients - (2 * experimental))]++;
        }

        double[] expected = DifferencesOfEfron(Patients, probability);
        for (int difference = 0; difference <= Patients; difference += 2)
        {
            BinomialBand band = Binomial.Band(expected[difference], Replicates, FalseAlarm);
            Assert.InRange(counts[difference], band.Lowest, band.Highest);
        }

        double odds = probability / (1 - probability);
        Assert.Equal(1 - (1 / odds), expected[0], 0.01);
        Assert.Equal(((odds * odds) - 1) / Math.Pow(odds, 3), expected[2], 0.01);
    }

    [Fact, Trait("Source", "ByHand")]
    public void BiasedCoin_CertainAndTwoToOne_FollowsTheRatioInThrees()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.BiasedCoin, [2, 1], [], Stratification.None) { FavouredProbability = 1 });
        for (uint replicate = 1; replicate <= 50; replicate++)
        {
            allocator.Restart();
            // From balance anybody; then whoever is behind 2 : 1, until it holds again.
            Assert.All(allocator.Next(replicate, 60).Chunk(3), three => Assert.Equal(1, three.Sum()));
        }
    }

    // Arms of any weight are pushed back from either side, so that what a trial is off does not grow with it: an arm of weight 1 in 4 has 100 of 400 but for the few that a trial may be off.
    // (Favouring a fixed probability would leave the larger arm, whose share exceeds it, never favoured, and 107 in the smaller one.)
    [Theory, Trait("Source", "Theory")]
    [InlineData(1, 3)]
    [InlineData(1, 5)]
    public void BiasedCoin_UnequalRatio_KeepsItInTheLongRun(int first, int second)
    {
        const int Patients = 1_200;
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.BiasedCoin, [first, second], [], Stratification.None) { FavouredProbability = 2.0 / 3.0 });
        double sum = 0;
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            allocator.Restart();
            sum += Patients - allocator.Next(replicate, Patients).Sum();
        }

        Assert.Equal((double)Patients * first / (first + second), sum / 200, 2.0);
    }

    // With certainty minimisation takes one of the arms whose sum of ranges is least, by an implementation of its own that counts the patients before each time anew.
    [Theory, Trait("Source", "Independent")]
    [InlineData(ImbalanceMeasure.Range)]
    [InlineData(ImbalanceMeasure.Variance)]
    [InlineData(ImbalanceMeasure.StandardDeviation)]
    public void Minimisation_Certain_TakesAnArmOfLeastImbalance(ImbalanceMeasure measure)
    {
        int[] ratio = [1, 2, 1];
        (int Levels, double Weight)[] factors = [(2, 1), (3, 2), (4, 0.5)];
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.Minimisation, [.. ratio], [], Stratification.None)
        {
            FavouredProbability = 1,
            Imbalance = measure,
            Factors =
            [
                new MinimisationFactor(new StratificationFactor(0, 2), 1),
                new MinimisationFactor(new StratificationFactor(1, 3), 2),
                new MinimisationFactor(new StratificationFactor(StratificationFactor.Site, 4), 0.5),
            ],
        });
        List<(int[] Levels, int Arm)> before = [];
        int ties = 0;
        for (uint patient = 0; patient < 400; patient++)
        {
            int[] levels = [(int)(patient * 7 % 5) / 3, (int)(patient * 11 % 13) % 3, (int)(patient * 5 % 9) % 4];
            double[] imbalance = [.. Enumerable.Range(0, 3).Select(arm => factors.Select((factor, i) => factor.Weight * Measure(
                measure,
                [.. Enumerable.Range(0, 3).Select(other => (before.Count(one => one.Levels[i] == levels[i] && one.Arm == other) + (other == arm ? 1.0 : 0.0)) / ratio[other])])).Sum())];

            int next = allocator.Next(SmallTrial.Seed, 1, patient, [levels[0], levels[1]], levels[2]);

            Assert.Equal(imbalance.Min(), imbalance[next], 9);
            ties += imbalance.Count(one => one < imbalance.Min() + 1e-9) > 1 ? 1 : 0;
            before.Add((levels, next));
        }

        Assert.InRange(ties, 1, 399);
    }

    // Two arms, one factor with one level: whoever is behind has probability 0.8, which is Efron's coin.
    [Fact, Trait("Source", "Property")]
    public void Minimisation_OneLevel_IsTheBiasedCoin()
    {
        Allocator minimisation = Allocating.Of(new Allocation(AllocationMethod.Minimisation, [1, 1], [], Stratification.None)
        {
            FavouredProbability = 0.8,
            Factors = [new MinimisationFactor(new StratificationFactor(StratificationFactor.Site, 1), 1)],
        });
        Allocator coin = Allocating.Of(new Allocation(AllocationMethod.BiasedCoin, [1, 1], [], Stratification.None) { FavouredProbability = 0.8 });

        Assert.Equal(coin.Next(1, 200), minimisation.Next(1, 200));
    }

    // The margins of every level stay together, where simple allocation would let them stray by √n: 8 sites and two covariates, 400 patients.
    [Fact, Trait("Source", "Property")]
    public void Minimisation_ManyMargins_KeepsEachNearBalance()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.Minimisation, [1, 1], [], Stratification.None)
        {
            FavouredProbability = 1,
            Factors = [new MinimisationFactor(new StratificationFactor(0, 2), 1), new MinimisationFactor(new StratificationFactor(StratificationFactor.Site, 8), 1)],
        });
        int[] byLevel = new int[2];
        int[] bySite = new int[8];
        for (uint patient = 0; patient < 400; patient++)
        {
            int level = (int)(patient * 13 % 7) % 2;
            int site = (int)(patient * 29 % 31) % 8;
            int sign = allocator.Next(SmallTrial.Seed, 2, patient, [level], site) == 1 ? 1 : -1;
            byLevel[level] += sign;
            bySite[site] += sign;
        }

        Assert.All(byLevel.Concat(bySite), difference => Assert.InRange(difference, -4, 4));
    }

    private static double Measure(ImbalanceMeasure measure, ImmutableArray<double> values)
    {
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return measure switch
        {
            ImbalanceMeasure.Range => values.Max() - values.Min(),
            ImbalanceMeasure.Variance => variance,
            _ => Math.Sqrt(variance),
        };
    }

    // Probability of each absolute difference.
    private static double[] DifferencesOfEfron(int patients, double probability)
    {
        double[] now = new double[patients + 2];
        now[0] = 1;
        for (int patient = 0; patient < patients; patient++)
        {
            double[] next = new double[patients + 2];
            next[1] += now[0];
            for (int difference = 1; difference <= patient; difference++)
            {
                next[difference - 1] += probability * now[difference];
                next[difference + 1] += (1 - probability) * now[difference];
            }

            now = next;
        }

        return now[..(patients + 1)];
    }
}
