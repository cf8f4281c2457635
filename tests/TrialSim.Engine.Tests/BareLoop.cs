using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests;

/// <summary>
/// The oracle: <see cref="SmallTrial"/> without a clock, a ledger or masks, written as one would write it for this trial alone.
/// Its log-rank goes through the sorted data patient by patient instead of through a risk table.
/// </summary>
internal static class BareLoop
{
    public const double HazardRatio = 0.6;
    private const int BlockSize = 4;

    /// <summary>Arrival, arm and day of death of each patient.</summary>
    public static (double[] Arrival, int[] Arm, double[] Death) Patients(int patients, double accrualDays, uint replicate)
    {
        double[] arrival = new double[patients];
        int[] arm = new int[patients];
        double[] death = new double[patients];
        double sum = 0;
        for (int patient = 0; patient < patients; patient++)
        {
            sum += Exponential(replicate, patient, (uint)Purpose.Arrival);
            arrival[patient] = sum;
        }

        double scale = patients / (sum + Exponential(replicate, patients, (uint)Purpose.Arrival));
        double rate = patients / accrualDays;
        int[] block = [];
        for (int patient = 0; patient < patients; patient++)
        {
            arrival[patient] = arrival[patient] * scale / rate;
            if (patient % BlockSize == 0)
            {
                block = Block(replicate, patient);
            }

            arm[patient] = block[patient % BlockSize];
            double threshold = Exponential(replicate, patient, Model.Truth.NamedPurpose.Of("event", "death"));
            double hazardRatio = arm[patient] == 1 ? Math.Exp(Math.Log(HazardRatio)) : 1.0;
            death[patient] = threshold / hazardRatio / SmallTrial.DeathsPerDay;
        }

        return (arrival, arm, death);
    }

    /// <summary>The log-rank Z of the data known on a trial day.</summary>
    public static double LogRankZ(double[] arrival, int[] arm, double[] death, double cutDay)
    {
        (double Time, bool HasEvent, int Arm)[] known =
        [
            .. Enumerable.Range(0, arrival.Length)
                .Where(patient => arrival[patient] <= cutDay)
                .Select(patient => arrival[patient] + death[patient] <= cutDay
                    ? (death[patient], true, arm[patient])
                    : (cutDay - arrival[patient], false, arm[patient]))
                .OrderBy(entry => entry.Item1),
        ];
        double score = 0;
        double variance = 0;
        for (int index = 0; index < known.Length; index++)
        {
            if (known[index].HasEvent)
            {
                double atRisk = known.Length - index;
                double experimental = known.Skip(index).Count(entry => entry.Arm == 1);
                double share = experimental / atRisk;
                score += share - (known[index].Arm == 1 ? 1 : 0);
                variance += share * (1.0 - share);
            }
        }

        return score / Math.Sqrt(variance);
    }

    private static int[] Block(uint replicate, int firstPatient)
    {
        int[] block = [0, 0, 1, 1];
        Draws draws = new(SmallTrial.Seed, replicate, (uint)firstPatient, Purpose.Allocation);
        for (int last = BlockSize - 1; last > 0; last--)
        {
            int other = (int)(draws.NextUniform() * (last + 1));
            (block[last], block[other]) = (block[other], block[last]);
        }

        return block;
    }

    private static double Exponential(uint replicate, int patient, uint purpose) =>
        -NaturalLogarithm.Of(new Draws(SmallTrial.Seed, replicate, (uint)patient, purpose).NextUniform());
}
