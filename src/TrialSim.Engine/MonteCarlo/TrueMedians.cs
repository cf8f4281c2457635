using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>The Kaplan–Meier medians of what really happened, beside those that the trial reports. One instance serves one worker.</summary>
internal sealed class TrueMedians(TrialDesign design, ResultLayout layout)
{
    private readonly double[] _days = new double[design.MaxPatients];
    private readonly bool[] _hasEvent = new bool[design.MaxPatients];
    private readonly SurvivalOrder _order = new(design.MaxPatients);
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[design.MaxPatients];

    /// <summary>Fills in the rows of one look that hold them.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="day">Its day.</param>
    /// <param name="ledger">What happened.</param>
    /// <param name="rows">The replicate's rows; all others are left alone.</param>
    public void Fill(int look, TrialDay day, Ledger ledger, Span<ResultRow> rows)
    {
        ReadOnlySpan<byte> arms = ledger.CutAt(day).Arms;
        int endpoint = RowKey.None;
        SurvivalSample byDay = default;
        for (int index = 0; index < rows.Length; index++)
        {
            RowKey key = layout.Rows[index];
            if (key.Look != look || key.Measure != RowMeasure.TrueMedian)
            {
                continue;
            }

            if (key.Endpoint != endpoint)
            {
                endpoint = key.Endpoint;
                new TrueCut(ledger, day).FillEndpoint((TimeToEventEndpoint)design.Endpoints[endpoint], _days, _hasEvent);
                byDay = _order.Sort(new SurvivalSample(_days.AsSpan(0, arms.Length), _hasEvent.AsSpan(0, arms.Length), arms));
            }

            KaplanMeierMedianAnalysis analysis = (KaplanMeierMedianAnalysis)design.Analyses[key.Analysis];
            rows[index] = CountsOf(key.Arm, arms)
                .WithQuantile(KaplanMeier.Fill(byDay, (byte)key.Arm, _rows).Median(analysis.ConfidenceLevel, analysis.Transform));
        }
    }

    private ResultRow CountsOf(int arm, ReadOnlySpan<byte> arms)
    {
        int patients = 0;
        int events = 0;
        for (int patient = 0; patient < arms.Length; patient++)
        {
            if (arms[patient] == arm)
            {
                patients++;
                events += _hasEvent[patient] ? 1 : 0;
            }
        }

        return new ResultRow { Patients = patients, Events = events };
    }
}
