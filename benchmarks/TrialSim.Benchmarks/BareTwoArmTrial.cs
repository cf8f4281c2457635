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
            BareTrial.Arrive(seed, replicate, AccrualDays, arrival);
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
            rejections += Math.Abs(BareTrial.LogRankZ(order, arm, hasEvent)) >= CriticalZ ? 1 : 0;
        }

        return rejections;
    }

    private static void Allocate(ulong seed, uint replicate, byte[] arm)
    {
        arm.AsSpan(0, Controls).Clear();
        arm.AsSpan(Controls).Fill(1);
        BareTrial.Shuffle(new Draws(seed, replicate, 0, Purpose.Allocation), arm);
    }
}
