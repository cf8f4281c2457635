using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks;

/// <summary>
/// The trial of <see cref="TwoArmExponential"/> as one would write it for this trial alone: arrays, one sort, one pass of the log-rank; the same draws.
/// </summary>
internal static class BareTwoArmTrial
{
    private const int Patients = 107;
    private const int Controls = 54;
    private const double CriticalZ = 1.959963984540054; // qnorm(0.975)
    private const double CutDay = 51 * DaysPer.Month;
    private const double AccrualDays = 27 * DaysPer.Month;
    private const double MaxFollowUpDays = 24 * DaysPer.Month;

    private static readonly uint Death = NamedPurpose.Of("event", "death");
    private static readonly double[] HazardPerDay = [Math.Log(2) / (16 * DaysPer.Month), Math.Log(2) / (20 * DaysPer.Month)];

    /// <summary>How many of the replicates reject at a two-sided 5 %.</summary>
    public static int Rejections(ulong seed, uint replicates)
    {
        double[] arrival = new double[Patients];
        byte[] arm = new byte[Patients];
        double[] time = new double[Patients];
        int[] order = new int[Patients];
        bool[] hasEvent = new bool[Patients];
        int rejections = 0;
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            Arrive(seed, replicate, arrival);
            Allocate(seed, replicate, arm);
            for (uint patient = 0; patient < Patients; patient++)
            {
                double death = new Draws(seed, replicate, patient, Death).NextExponential() / HazardPerDay[arm[patient]];
                double known = Math.Min(MaxFollowUpDays, CutDay - arrival[patient]);
                hasEvent[patient] = death <= known;
                time[patient] = Math.Min(death, known);
                order[patient] = (int)patient;
            }

            Array.Sort(time, order);
            rejections += Math.Abs(LogRankZ(order, arm, hasEvent)) >= CriticalZ ? 1 : 0;
        }

        return rejections;
    }

    private static void Arrive(ulong seed, uint replicate, double[] arrival)
    {
        double sum = 0;
        for (uint patient = 0; patient < Patients; patient++)
        {
            sum += new Draws(seed, replicate, patient, Purpose.Arrival).NextExponential();
            arrival[patient] = sum;
        }

        double scale = AccrualDays / (sum + new Draws(seed, replicate, Patients, Purpose.Arrival).NextExponential());
        for (int patient = 0; patient < Patients; patient++)
        {
            arrival[patient] *= scale;
        }
    }

    private static void Allocate(ulong seed, uint replicate, byte[] arm)
    {
        arm.AsSpan(0, Controls).Clear();
        arm.AsSpan(Controls).Fill(1);
        Draws draws = new(seed, replicate, 0, Purpose.Allocation);
        for (int last = Patients - 1; last > 0; last--)
        {
            int other = draws.NextIndex(last + 1);
            (arm[last], arm[other]) = (arm[other], arm[last]);
        }
    }

    // No two deaths share a day here, so each death is a row of its own.
    private static double LogRankZ(int[] order, byte[] arm, bool[] hasEvent)
    {
        int experimental = Patients - Controls;
        double score = 0;
        double variance = 0;
        for (int index = 0; index < Patients; index++)
        {
            int patient = order[index];
            if (hasEvent[patient])
            {
                double share = (double)experimental / (Patients - index);
                score += share - arm[patient];
                variance += share * (1 - share);
            }

            experimental -= arm[patient];
        }

        return score / Math.Sqrt(variance);
    }
}
