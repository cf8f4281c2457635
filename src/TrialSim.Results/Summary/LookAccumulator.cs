using TrialSim.Model.Time;

namespace TrialSim.Results.Summary;

/// <summary>Adds up when, and whether, a look takes place.</summary>
internal sealed class LookAccumulator
{
    private readonly string _look;
    private RunningMoments _months;
    private long _replicates;

    public LookAccumulator(string look) => _look = look;

    /// <summary>Takes one more replicate.</summary>
    public void Add(TrialDay day)
    {
        _replicates++;
        if (day < TrialDay.Never)
        {
            _months.Add(day.Value / DaysPer.Month);
        }
    }

    /// <summary>How often it is reached, and when.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise() =>
    [
        Share.Of(_months.Count, _replicates, Blank(Measures.LookReached, "probability", 0)),
        RowAccumulator.MeanOf(Blank(Measures.LookTime, "months", _replicates - _months.Count), _months),
    ];

    private OperatingCharacteristic Blank(string measure, string unit, long notEstimable) =>
        new(_look, "", "", "", measure, unit, null, null, null, null, 0, notEstimable);
}
