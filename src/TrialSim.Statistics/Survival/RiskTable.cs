namespace TrialSim.Statistics.Survival;

/// <summary>
/// Folds a sorted sample into one row per event time, which is all that a rank test or a Cox regression on the arm needs to know.
/// Allocates nothing unless there is late entry.
/// </summary>
public static class RiskTable
{
    /// <summary>One row per distinct day on which a patient of the two arms has the event, by ascending day.</summary>
    /// <param name="sample">By ascending day; other arms are passed over, strata ignored.</param>
    /// <param name="control">Number of the control arm.</param>
    /// <param name="experimental">Number of the experimental arm, another one.</param>
    /// <param name="rows">Room for as many rows as there are patients; what lies beyond the rows returned is scratch.</param>
    /// <returns>Number of rows.</returns>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static int Fill(in SurvivalSample sample, byte control, byte experimental, Span<RiskRow> rows)
    {
        RequireRoom(sample.Length, rows.Length);
        int count = Fold(sample, control, experimental, default(Everybody), rows);
        if (!sample.StartDays.IsEmpty)
        {
            TakeOff(LateEntry.OfArm(sample, control), LateEntry.OfArm(sample, experimental), rows[..count]);
        }

        return count;
    }

    /// <summary>
    /// One row per distinct event day of each stratum, strata one after another: a test that sums over the rows of all strata is the
    /// stratified test. Time grows with patients × strata.
    /// </summary>
    /// <param name="sample">By ascending day, with strata; other arms are passed over.</param>
    /// <param name="control">Number of the control arm.</param>
    /// <param name="experimental">Number of the experimental arm, another one.</param>
    /// <param name="rows">Room for as many rows as there are patients; what lies beyond the rows returned is scratch.</param>
    /// <param name="ends">
    /// One entry per stratum; stratum s holds the rows from <c>ends[s − 1]</c> (0 for the first) up to but not including <c>ends[s]</c>.
    /// Patients whose stratum has no entry are left out.
    /// </param>
    /// <returns>Number of rows.</returns>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short, or the sample has no strata.</exception>
    public static int FillStratified(in SurvivalSample sample, byte control, byte experimental, Span<RiskRow> rows, Span<int> ends)
    {
        RequireRoom(sample.Length, rows.Length);
        if (sample.Stratum.Length != sample.Length)
        {
            throw new ArgumentException("The sample has no column of strata. Give one, or fill an unstratified table.", nameof(sample));
        }

        int count = 0;
        for (int stratum = 0; stratum < ends.Length; stratum++)
        {
            int before = count;
            count += Fold(sample, control, experimental, new OneStratum(stratum), rows[count..]);
            ends[stratum] = count;
            if (!sample.StartDays.IsEmpty)
            {
                TakeOff(LateEntry.OfArm(sample, control, stratum), LateEntry.OfArm(sample, experimental, stratum), rows[before..count]);
            }
        }

        return count;
    }

    private static void TakeOff(LateEntry controls, LateEntry experimentals, Span<RiskRow> rows)
    {
        foreach (ref RiskRow row in rows)
        {
            row = row with
            {
                AtRiskControl = row.AtRiskControl - controls.NotEntered(row.Days),
                AtRiskExperimental = row.AtRiskExperimental - experimentals.NotEntered(row.Days),
            };
        }
    }

    private static void RequireRoom(int patients, int rows)
    {
        if (rows < patients)
        {
            throw new ArgumentException($"There is room for {rows} rows, but {patients} patients may need as many as {patients}.", nameof(rows));
        }
    }

    private static int Fold<TScope>(in SurvivalSample sample, byte control, byte experimental, TScope scope, Span<RiskRow> rows)
        where TScope : struct, IScope
    {
        ReadOnlySpan<double> days = sample.Days;
        ReadOnlySpan<bool> hasEvent = sample.HasEvent[..days.Length];
        ReadOnlySpan<byte> arm = sample.Arm[..days.Length];
        (int atRiskControl, int atRiskExperimental) = scope.Count(sample, control, experimental);

        // Every patient writes a row, but only one with an event keeps it: a branch on the event would be guessed wrongly too often.
        int count = 0;
        double day = double.NaN;
        int atRiskControlToday = 0;
        int atRiskExperimentalToday = 0;
        for (int i = 0; i < days.Length; i++)
        {
            if (!scope.Includes(sample, i))
            {
                continue;
            }

            if (days[i] != day)
            {
                day = days[i];
                atRiskControlToday = atRiskControl;
                atRiskExperimentalToday = atRiskExperimental;
            }

            int isControl = arm[i] == control ? 1 : 0;
            int isExperimental = arm[i] == experimental ? 1 : 0;
            int isEvent = hasEvent[i] ? 1 : 0;
            rows[count] = new RiskRow(day, atRiskControlToday, atRiskExperimentalToday, isControl & isEvent, isExperimental & isEvent);
            count += (isControl | isExperimental) & isEvent;
            atRiskControl -= isControl;
            atRiskExperimental -= isExperimental;
        }

        return MergeSameDays(rows[..count]);
    }

    private static int MergeSameDays(Span<RiskRow> rows)
    {
        int first = 1;
        while (first < rows.Length && rows[first].Days != rows[first - 1].Days)
        {
            first++;
        }

        if (first >= rows.Length)
        {
            return rows.Length;
        }

        int last = first - 1;
        for (int i = first; i < rows.Length; i++)
        {
            RiskRow row = rows[i];
            RiskRow merged = rows[last];
            if (row.Days == merged.Days)
            {
                rows[last] = merged with
                {
                    EventsControl = merged.EventsControl + row.EventsControl,
                    EventsExperimental = merged.EventsExperimental + row.EventsExperimental,
                };
            }
            else
            {
                rows[++last] = row;
            }
        }

        return last + 1;
    }

    /// <summary>Which patients a fold is about: a type, so that the fold over everybody is compiled without the question.</summary>
    private interface IScope
    {
        public bool Includes(in SurvivalSample sample, int patient);

        public (int Control, int Experimental) Count(in SurvivalSample sample, byte control, byte experimental);
    }

    private readonly struct Everybody : IScope
    {
        public bool Includes(in SurvivalSample sample, int patient) => true;

        public (int Control, int Experimental) Count(in SurvivalSample sample, byte control, byte experimental) =>
            (sample.Arm.Count(control), sample.Arm.Count(experimental));
    }

    private readonly struct OneStratum(int number) : IScope
    {
        public bool Includes(in SurvivalSample sample, int patient) => sample.Stratum[patient] == number;

        public (int Control, int Experimental) Count(in SurvivalSample sample, byte control, byte experimental)
        {
            int controls = 0;
            int experimentals = 0;
            for (int i = 0; i < sample.Length; i++)
            {
                int inside = sample.Stratum[i] == number ? 1 : 0;
                controls += sample.Arm[i] == control ? inside : 0;
                experimentals += sample.Arm[i] == experimental ? inside : 0;
            }

            return (controls, experimentals);
        }
    }
}
