using TrialSim.Engine.Randomness;

namespace TrialSim.Benchmarks;

/// <summary>What the bare loops share: arrivals, the shuffle of a block and the log-rank of one sorted sample, with the engine's draws.</summary>
internal static class BareTrial
{
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

    /// <summary>Puts arms into random order.</summary>
    public static void Shuffle(Draws draws, Span<byte> arms)
    {
        for (int last = arms.Length - 1; last > 0; last--)
        {
            int other = draws.NextIndex(last + 1);
            (arms[last], arms[other]) = (arms[other], arms[last]);
        }
    }

    /// <summary>Z of arm 1 against arm 0, positive where arm 1 does better. No two deaths share a day here, so each death is a row of its own.</summary>
    /// <param name="order">Patients by their time.</param>
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
