namespace TrialSim.Statistics.Survival;

/// <summary>
/// The log-rank test of any number of arms, with or without strata and weights: the quadratic form of observed minus expected events in
/// the inverse of their hypergeometric covariance (Mantel 1966; Peto and Peto 1972). R's <c>survdiff</c>, <c>rho</c> included. An arm
/// in which no event is expected takes no part, and takes its degree of freedom along. With late entry, which <c>survdiff</c> refuses,
/// those at risk are those who have entered, as in the score test of <c>coxph</c>.
/// </summary>
public static class LogRankOfArms
{
    /// <summary>All arms of the sample, strata ignored.</summary>
    /// <param name="sample">By ascending day, with arms.</param>
    /// <param name="weight">Of each event time, from the curve of all arms.</param>
    /// <exception cref="ArgumentException">The sample has no column of arms.</exception>
    public static LogRankOfArmsResult Test(in SurvivalSample sample, RankWeight weight) =>
        Test(new SurvivalSample(sample.Days, sample.HasEvent, sample.Arm, [], sample.StartDays), new int[sample.Length], weight);

    /// <summary>All arms of the sample, stratified: scores and covariances of the strata are added.</summary>
    /// <param name="sample">By ascending day, with arms and strata; patients with a negative stratum are left out.</param>
    /// <param name="weight">Of each event time, from the curve of all arms within the stratum.</param>
    /// <exception cref="ArgumentException">The sample has no column of arms, or none of strata.</exception>
    public static LogRankOfArmsResult TestStratified(in SurvivalSample sample, RankWeight weight)
    {
        if (sample.Stratum.Length != sample.Length)
        {
            throw new ArgumentException("The sample has no column of strata. Give one, or do the unstratified test.", nameof(sample));
        }

        return Test(sample, sample.Stratum, weight);
    }

    private static LogRankOfArmsResult Test(in SurvivalSample sample, ReadOnlySpan<int> stratum, RankWeight weight)
    {
        if (sample.Arm.Length != sample.Length)
        {
            throw new ArgumentException("The sample has no column of arms. Give one.", nameof(sample));
        }

        int[] order = ByStratum(stratum);
        int[] groupOfArm = new int[byte.MaxValue + 1];
        byte[] arms = ArmsOf(sample, order, groupOfArm);
        Sums sums = new(arms.Length);
        for (int start = 0; start < order.Length;)
        {
            int end = start;
            while (end < order.Length && stratum[order[end]] == stratum[order[start]])
            {
                end++;
            }

            AddStratum(sample, order.AsSpan(start, end - start), groupOfArm, weight, sums);
            start = end;
        }

        LogRankGroup[] groups = new LogRankGroup[arms.Length];
        for (int g = 0; g < groups.Length; g++)
        {
            groups[g] = new LogRankGroup(arms[g], sums.Patients[g], sums.Observed[g], sums.Expected[g]);
        }

        return LogRankOfArmsResult.Of(groups, sums.Covariance, order.Length, sums.HasEvents);
    }

    /// <summary>Patients by stratum, within it by day; n log n for any number of strata.</summary>
    private static int[] ByStratum(ReadOnlySpan<int> stratum)
    {
        long[] keys = new long[stratum.Length];
        int count = 0;
        for (int i = 0; i < stratum.Length; i++)
        {
            if (stratum[i] >= 0)
            {
                keys[count++] = ((long)stratum[i] << 32) | (uint)i;
            }
        }

        Array.Sort(keys, 0, count);
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = (int)(keys[i] & 0xFFFF_FFFF);
        }

        return order;
    }

    private static byte[] ArmsOf(in SurvivalSample sample, ReadOnlySpan<int> order, Span<int> groupOfArm)
    {
        Span<bool> isPresent = stackalloc bool[groupOfArm.Length];
        foreach (int patient in order)
        {
            isPresent[sample.Arm[patient]] = true;
        }

        byte[] arms = new byte[isPresent.Count(true)];
        int count = 0;
        for (int arm = 0; arm < isPresent.Length; arm++)
        {
            if (isPresent[arm])
            {
                groupOfArm[arm] = count;
                arms[count++] = (byte)arm;
            }
        }

        return arms;
    }

    private static void AddStratum(
        in SurvivalSample sample, ReadOnlySpan<int> patients, ReadOnlySpan<int> groupOfArm, RankWeight weight, Sums sums)
    {
        sums.BeginStratum();
        ReadOnlySpan<int> entering = ByStart(sample, patients);
        RankWeight.Walk walk = weight.Start();
        for (int start = 0; start < patients.Length;)
        {
            double day = sample.Days[patients[start]];
            int end = start;
            for (; !entering.IsEmpty && (sample.StartDays.IsEmpty || sample.StartDays[entering[0]] < day); entering = entering[1..])
            {
                sums.Enter(groupOfArm[sample.Arm[entering[0]]]);
            }

            sums.BeginDay();
            for (; end < patients.Length && sample.Days[patients[end]] == day; end++)
            {
                if (sample.HasEvent[patients[end]])
                {
                    sums.AddEvent(groupOfArm[sample.Arm[patients[end]]]);
                }
            }

            if (sums.EventsToday > 0)
            {
                sums.AddDay(walk.Next(day, sums.AtRiskTotal, sums.EventsToday));
            }

            for (; start < end; start++)
            {
                sums.Leave(groupOfArm[sample.Arm[patients[start]]]);
            }
        }
    }

    private static ReadOnlySpan<int> ByStart(in SurvivalSample sample, ReadOnlySpan<int> patients)
    {
        if (sample.StartDays.IsEmpty)
        {
            return patients;
        }

        double[] starts = new double[patients.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = sample.StartDays[patients[i]];
        }

        int[] order = patients.ToArray();
        Array.Sort(starts, order);
        return order;
    }

    private sealed class Sums(int groups)
    {
        private readonly int[] _atRisk = new int[groups];
        private readonly int[] _eventsToday = new int[groups];

        internal int[] Patients { get; } = new int[groups];

        internal double[] Observed { get; } = new double[groups];

        internal double[] Expected { get; } = new double[groups];

        internal double[] Covariance { get; } = new double[groups * groups];

        internal int AtRiskTotal { get; private set; }

        internal int EventsToday { get; private set; }

        internal bool HasEvents { get; private set; }

        internal void BeginStratum()
        {
            _atRisk.AsSpan().Clear();
            AtRiskTotal = 0;
        }

        internal void Enter(int group)
        {
            _atRisk[group]++;
            Patients[group]++;
            AtRiskTotal++;
        }

        internal void Leave(int group)
        {
            _atRisk[group]--;
            AtRiskTotal--;
        }

        internal void BeginDay()
        {
            _eventsToday.AsSpan().Clear();
            EventsToday = 0;
        }

        internal void AddEvent(int group)
        {
            _eventsToday[group]++;
            EventsToday++;
            HasEvents = true;
        }

        internal void AddDay(double weight)
        {
            double total = AtRiskTotal;
            int events = EventsToday;
            double factor = weight * weight * events * (events == 1 ? 1.0 : (total - events) / (total - 1.0));
            for (int g = 0; g < groups; g++)
            {
                double share = _atRisk[g] / total;
                Observed[g] += weight * _eventsToday[g];
                Expected[g] += weight * events * share;
                if (share == 0.0)
                {
                    continue;
                }

                for (int h = 0; h < g; h++)
                {
                    double covariance = factor * share * (_atRisk[h] / total);
                    Covariance[(g * groups) + h] -= covariance;
                    Covariance[(h * groups) + g] -= covariance;
                }

                Covariance[(g * groups) + g] += factor * share * (1.0 - share);
            }
        }
    }
}
