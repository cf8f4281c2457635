using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks;

/// <summary>The trial of <see cref="TwoLooksByEvents"/> as one would write it for this trial alone: arrays, sorts, one pass of the log-rank a look; the same draws.</summary>
internal static class BareTwoLookTrial
{
    private const int Patients = 600;
    private const int BlockSize = 4;
    private const double AccrualDays = 24 * DaysPer.Month;

    private static readonly uint Death = NamedPurpose.Of("event", "death");
    private static readonly double[] HazardPerDay = [Math.Log(2) / (12 * DaysPer.Month), 0.7 * Math.Log(2) / (12 * DaysPer.Month)];
    private static readonly int[] Events = [165, 330];
    private static readonly double[] Bounds = [2.9625880, 1.9685956];

    /// <summary>How many of the replicates reject at the first look, and at either.</summary>
    public static (int First, int Either) Rejections(ulong seed, uint replicates)
    {
        double[] arrival = new double[Patients];
        byte[] arm = new byte[Patients];
        double[] death = new double[Patients];
        double[] eventDays = new double[Patients];
        double[] time = new double[Patients];
        int[] order = new int[Patients];
        bool[] hasEvent = new bool[Patients];
        int first = 0;
        int either = 0;
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            BareTrial.Arrive(seed, replicate, AccrualDays, arrival);
            Allocate(seed, replicate, arm);
            for (uint patient = 0; patient < Patients; patient++)
            {
                death[patient] = new Draws(seed, replicate, patient, Death).NextExponential() / HazardPerDay[arm[patient]];
                eventDays[patient] = arrival[patient] + death[patient];
            }

            Array.Sort(eventDays);
            bool rejects = false;
            for (int look = 0; look < Events.Length && !rejects; look++)
            {
                double cut = eventDays[Events[look] - 1];
                int known = 0;
                while (known < Patients && arrival[known] <= cut)
                {
                    hasEvent[known] = arrival[known] + death[known] <= cut;
                    time[known] = hasEvent[known] ? death[known] : cut - arrival[known];
                    order[known] = known;
                    known++;
                }

                Array.Sort(time, order, 0, known);
                rejects = BareTrial.LogRankZ(order.AsSpan(0, known), arm, hasEvent) >= Bounds[look];
                first += rejects && look == 0 ? 1 : 0;
            }

            either += rejects ? 1 : 0;
        }

        return (first, either);
    }

    private static void Allocate(ulong seed, uint replicate, byte[] arm)
    {
        for (int block = 0; block < Patients; block += BlockSize)
        {
            Span<byte> places = arm.AsSpan(block, BlockSize);
            places[..2].Clear();
            places[2..].Fill(1);
            BareTrial.Shuffle(new Draws(seed, replicate, (uint)block, Purpose.Allocation), places);
        }
    }
}
