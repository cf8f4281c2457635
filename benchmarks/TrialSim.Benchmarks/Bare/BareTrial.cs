using TrialSim.Engine.Randomness;

namespace TrialSim.Benchmarks.Bare;

/// <summary>What the bare loops share: arrivals, blocks, and the log-rank of one sorted sample, with the engine's draws.</summary>
internal static class BareTrial
{
    /// <summary>Normal quantile of .975.</summary>
    public const double CriticalZ = 1.959963984540054;

    /// <summary>Fills the sorted days of patients who arrive uniformly over accrual.</summary>
    public static void Arrive(ulong seed, uint replicate, double accrualDays, Span<double> arrival)
    {
        double sum = 0;
        for (int patient = 0; patient < arrival.Length; patient++)
        {
            sum += new Draws(seed, replicate, (uint)patient, Purpose.Arrival).NextExponential();
            arrival[patient] = sum;
        }

        double scale = accrualDays / (sum + new Draws(seed, replicate, (uint)arrival.Length, Purpose.Arrival).NextExponential());
        foreach (ref double day in arrival)
        {
            day *= scale;
        }
    }

    /// <summary>Puts patients into arms by blocks of the same content.</summary>
    public static void Allocate(ulong seed, uint replicate, ReadOnlySpan<byte> block, Span<byte> arm)
    {
        for (int first = 0; first < arm.Length; first += block.Length)
        {
            Span<byte> places = arm.Slice(first, block.Length);
            block.CopyTo(places);
            Draws draws = new(seed, replicate, (uint)first, Purpose.Allocation);
            for (int last = places.Length - 1; last > 0; last--)
            {
                int other = draws.NextIndex(last + 1);
                (places[last], places[other]) = (places[other], places[last]);
            }
        }
    }

    /// <summary>Z of arm 1 against arm 0, positive where arm 1 does better. No two events share a day here, so each is a row of its own.</summary>
    /// <param name="order">Patients of both arms by their time.</param>
    /// <param name="arm">Of each patient.</param>
    /// <param name="hasEvent">Of each patient.</param>
    public static double LogRankZ(ReadOnlySpan<int> order, ReadOnlySpan<byte> arm, ReadOnlySpan<bool> hasEvent)
    {
        int experimental = 0;
        foreach (int patient in order)
        {
            experimental += arm[patient];
        }

        double score = 0;
        double variance = 0;
        for (int index = 0; index < order.Length; index++)
        {
            int patient = order[index];
            if (hasEvent[patient])
            {
                double share = (double)experimental / (order.Length - index);
                score += share - arm[patient];
                variance += share * (1 - share);
            }

            experimental -= arm[patient];
        }

        return score / Math.Sqrt(variance);
    }
}
