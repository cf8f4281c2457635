using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics.Survival;

namespace TrialSim.Results.Samples;

/// <summary>Puts the true times of all patients on one endpoint together.</summary>
internal sealed class TrueCurveAccumulator(TrialDesign design, TimeToEventEndpoint endpoint) : ITrialReader
{
    private const int MostSteps = 200;
    private const double Confidence = 0.95; // Of limits that nobody reads.

    private readonly List<double> _days = [];
    private readonly List<bool> _hasEvent = [];
    private readonly List<byte> _arms = [];

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed)
    {
        for (int patient = 0; patient < replayed.Patients; patient++)
        {
            _hasEvent.Add(replayed.HasTrueEvent(endpoint, patient, out PatientDay time));
            _days.Add(time.Value);
            _arms.Add((byte)replayed.Ledger.ArmOf(patient));
        }
    }

    /// <summary>A point for each arm and time as far as its curve reaches.</summary>
    public IReadOnlyList<TrueCurvePoint> Summarise()
    {
        // Who is followed for ever is followed as long as anybody else.
        double last = _days.Where(double.IsFinite).DefaultIfEmpty(0.0).Max();
        double[] days = [.. _days.Select(day => Math.Min(day, last))];
        SurvivalSample sample = new SurvivalOrder(days.Length).Sort(new SurvivalSample(days, _hasEvent.ToArray(), _arms.ToArray()));
        double[] months = [.. MonthGrid.UpTo(last / DaysPer.Month, MostSteps)];
        double[] gridDays = [.. months.Select(month => month * DaysPer.Month)];
        KaplanMeierRow[] rows = new KaplanMeierRow[days.Length];
        int[] atRisk = new int[months.Length];
        List<TrueCurvePoint> points = [];
        for (byte arm = 0; arm < design.Arms.Length; arm++)
        {
            KaplanMeierCurve curve = KaplanMeier.Fill(sample, arm, rows);
            KaplanMeier.FillAtRisk(sample, arm, gridDays, atRisk);
            for (int time = 0; time < months.Length; time++)
            {
                MilestoneSurvival survival = curve.Milestone(gridDays[time], Confidence, IntervalTransform.Plain);
                if (survival.IsEstimable)
                {
                    points.Add(new TrueCurvePoint(endpoint.Name, design.Arms[arm].Name, months[time], survival.Survival, survival.StandardError, atRisk[time]));
                }
            }
        }

        return points;
    }
}
