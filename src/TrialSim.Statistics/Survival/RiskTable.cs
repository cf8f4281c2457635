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
        int count = Fold(sample, control, experimental, rows);
        if (!sample.StartDays.IsEmpty)
        {
            TakeOff(LateEntry.OfArm(sample, control), LateEntry.OfArm(sample, experimental), rows[..count]);
        }

        return count;
    }

    /// <summary>What <see cref="Fill"/> gives of a sample with late entry, in room of the caller's: allocates nothing.</summary>
    /// <param name="sample">By ascending day, with starts; other arms are passed over, strata ignored.</param>
    /// <param name="control">Number of the control arm.</param>
    /// <param name="experimental">Number of the experimental arm, another one.</param>
    /// <param name="rows">Room for as many rows as there are patients; what lies beyond the rows returned is scratch.</param>
    /// <param name="starts">Scratch room for as many numbers as there are patients.</param>
    /// <returns>Number of rows.</returns>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short.</exception>
    public static int FillWithLateEntry(in SurvivalSample sample, byte control, byte experimental, Span<RiskRow> rows, Span<double> starts)
    {
        RequireRoom(sample.Length, rows.Length);
        int count = Fold(sample, control, experimental, rows);
        ReadOnlySpan<double> own = LateEntry.FillOfArm(sample, control, starts);
        foreach (ref RiskRow row in rows[..count])
        {
            row = row with { AtRiskControl = row.AtRiskControl - LateEntry.NotEntered(own, row.Days) };
        }

        own = LateEntry.FillOfArm(sample, experimental, starts);
        foreach (ref RiskRow row in rows[..count])
        {
            row = row with { AtRiskExperimental = row.AtRiskExperimental - LateEntry.NotEntered(own, row.Days) };
        }

        return count;
    }

    /// <summary>
    /// One row per distinct event day of each stratum, strata one after another: a test that sums over the rows of all strata is the
    /// stratified test. Time grows with patients, with late entry with patients × log patients.
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

        LayByStratum(sample, control, experimental, rows, ends);
        bool isLate = !sample.StartDays.IsEmpty;
        LateEntry[] controls = isLate ? LateEntry.OfStrata(sample, control, ends.Length) : [];
        LateEntry[] experimentals = isLate ? LateEntry.OfStrata(sample, experimental, ends.Length) : [];
        int start = 0;
        int count = 0;
        for (int stratum = 0; stratum < ends.Length; stratum++)
        {
            int end = ends[stratum];
            int events = CountAtRisk(rows[start..end]);
            rows.Slice(start, events).CopyTo(rows[count..]);
            int merged = MergeSameDays(rows.Slice(count, events));
            if (isLate)
            {
                TakeOff(controls[stratum], experimentals[stratum], rows.Slice(count, merged));
            }

            count += merged;
            start = end;
            ends[stratum] = count;
        }

        return count;
    }

    /// <summary>A row for each patient of the two arms, stratum by stratum and by ascending day, with the patient alone at risk.</summary>
    private static void LayByStratum(in SurvivalSample sample, byte control, byte experimental, Span<RiskRow> rows, Span<int> ends)
    {
        ends.Clear();
        for (int i = 0; i < sample.Length; i++)
        {
            if (IsCounted(sample, i, control, experimental, ends.Length))
            {
                ends[sample.Stratum[i]]++;
            }
        }

        int start = 0;
        foreach (ref int next in ends)
        {
            int patients = next;
            next = start;
            start += patients;
        }

        for (int i = 0; i < sample.Length; i++)
        {
            if (IsCounted(sample, i, control, experimental, ends.Length))
            {
                int isControl = sample.Arm[i] == control ? 1 : 0;
                int isEvent = sample.HasEvent[i] ? 1 : 0;
                rows[ends[sample.Stratum[i]]++] = new RiskRow(sample.Days[i], isControl, 1 - isControl, isControl * isEvent, (1 - isControl) * isEvent);
            }
        }
    }

    private static bool IsCounted(in SurvivalSample sample, int patient, byte control, byte experimental, int strata) =>
        (sample.Arm[patient] == control || sample.Arm[patient] == experimental) && (uint)sample.Stratum[patient] < (uint)strata;

    /// <summary>From rows of a patient each to rows of an event each, with all who are at risk, at the beginning of the same room.</summary>
    private static int CountAtRisk(Span<RiskRow> rows)
    {
        int atRiskControl = 0;
        int atRiskExperimental = 0;
        foreach (ref readonly RiskRow row in rows)
        {
            atRiskControl += row.AtRiskControl;
            atRiskExperimental += row.AtRiskExperimental;
        }

        int count = 0;
        double day = double.NaN;
        int atRiskControlToday = 0;
        int atRiskExperimentalToday = 0;
        foreach (RiskRow row in rows)
        {
            if (row.Days != day)
            {
                day = row.Days;
                atRiskControlToday = atRiskControl;
                atRiskExperimentalToday = atRiskExperimental;
            }

            rows[count] = row with { AtRiskControl = atRiskControlToday, AtRiskExperimental = atRiskExperimentalToday };
            count += row.Events;
            atRiskControl -= row.AtRiskControl;
            atRiskExperimental -= row.AtRiskExperimental;
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

    private static int Fold(in SurvivalSample sample, byte control, byte experimental, Span<RiskRow> rows)
    {
        ReadOnlySpan<double> days = sample.Days;
        ReadOnlySpan<bool> hasEvent = sample.HasEvent[..days.Length];
        ReadOnlySpan<byte> arm = sample.Arm[..days.Length];
        int atRiskControl = arm.Count(control);
        int atRiskExperimental = arm.Count(experimental);

        // Every patient writes a row, but only one with an event keeps it: a branch on the event would be guessed wrongly too often.
        int count = 0;
        double day = double.NaN;
        int atRiskControlToday = 0;
        int atRiskExperimentalToday = 0;
        for (int i = 0; i < days.Length; i++)
        {
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
}
