using TrialSim.Statistics.Survival;

namespace TrialSim.Validation.Tests.Cases;

/// <summary>Patients of a control arm 0 and an experimental arm 1, in the order of their days.</summary>
internal sealed class TwoArmPatients
{
    private readonly SurvivalOrder _order;
    private readonly double[] _days;
    private readonly bool[] _hasEvent;
    private readonly byte[] _arm;
    private readonly int[] _stratum;

    /// <summary>Columns of one length; no strata is an empty column.</summary>
    public TwoArmPatients(double[] days, bool[] hasEvent, byte[] arm, int[] stratum)
    {
        _order = new SurvivalOrder(days.Length);
        _days = days;
        _hasEvent = hasEvent;
        _arm = arm;
        _stratum = stratum;
    }

    public SurvivalSample Sample => _order.Sort(new SurvivalSample(_days, _hasEvent, _arm, _stratum));

    public RiskRow[] RiskRows
    {
        get
        {
            RiskRow[] rows = new RiskRow[_days.Length];
            return rows[..RiskTable.Fill(Sample, 0, 1, rows)];
        }
    }

    public KaplanMeierCurve Everybody => KaplanMeier.FillPooled(Sample, new KaplanMeierRow[_days.Length]);

    public KaplanMeierCurve Curve(byte arm) => KaplanMeier.Fill(Sample, arm, new KaplanMeierRow[_days.Length]);
}
