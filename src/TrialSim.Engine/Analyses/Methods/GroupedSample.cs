using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>
/// An endpoint by groups of patients, by ascending day, within buffers that it owns. A patient who joins those with the status on a day stands twice: without it until then, with it
/// from then on.
/// </summary>
/// <param name="groups">The groups.</param>
/// <param name="patients">Most patients.</param>
internal sealed class GroupedSample(PatientGroups groups, int patients)
{
    /// <summary>Stands for an arm in the sample: those without the status.</summary>
    public const byte Without = 0;

    /// <summary>Those with it.</summary>
    public const byte With = 1;

    // Before any day, because nobody is at risk on the day of the own start.
    private const double FromOutset = -1;

    private readonly double[] _days = new double[2 * patients];
    private readonly double[] _starts = new double[2 * patients];
    private readonly bool[] _hasEvent = new bool[2 * patients];
    private readonly byte[] _groups = new byte[2 * patients];
    private readonly SurvivalOrder _order = new(2 * patients);
    private int _entries;
    private ResultRow _with;
    private ResultRow _without;
    private int _joined;

    /// <summary>The endpoint, by ascending day.</summary>
    /// <returns>A view of this object's buffers, good until the next call.</returns>
    public SurvivalSample Fill(in EndpointData data)
    {
        _entries = 0;
        _joined = 0;
        _with = default;
        _without = default;
        SurvivalSample sample = data.InScreeningOrder;
        for (int entry = 0; entry < sample.Length; entry++)
        {
            if (groups.Arms.Contains(sample.Arm[entry]))
            {
                double origin = data.OriginDays[entry];
                PatientDay by = new(groups.Timing is GroupedAtLandmark landmark ? origin + landmark.Days : double.PositiveInfinity);
                double statusDays = data.Cut.FirstDayOf(groups.Status, data.Members[entry], by).Value - origin;
                Add(sample.Days[entry], sample.HasEvent[entry], statusDays);
            }
        }

        Span<double> starts = groups.Timing is GroupedFromDay ? _starts.AsSpan(0, _entries) : [];
        return _order.Sort(new SurvivalSample(_days.AsSpan(0, _entries), _hasEvent.AsSpan(0, _entries), _groups.AsSpan(0, _entries), [], starts));
    }

    /// <summary>Patients and events that a row is about, after <see cref="Fill"/>; who changes group counts in each, and once in both together.</summary>
    public ResultRow CountsOf(RowKey key) => key.Group switch
    {
        PatientGroup.With => _with,
        PatientGroup.Without => _without,
        _ => new ResultRow { Patients = _with.Patients + _without.Patients - _joined, Events = _with.Events + _without.Events },
    };

    private void Add(double days, bool hasEvent, double statusDays)
    {
        switch (groups.Timing)
        {
            case GroupedEver:
                Add(days, hasEvent, FromOutset, statusDays < double.PositiveInfinity ? With : Without);
                break;
            case GroupedAtLandmark landmark when days > landmark.Days:
                Add(days - landmark.Days, hasEvent, FromOutset, statusDays < double.PositiveInfinity ? With : Without);
                break;
            case GroupedFromDay when statusDays <= 0:
                Add(days, hasEvent, FromOutset, With);
                break;
            case GroupedFromDay when statusDays < days:
                Add(statusDays, hasEvent: false, FromOutset, Without);
                Add(days, hasEvent, statusDays, With);
                _joined++;
                break;
            case GroupedFromDay:
                Add(days, hasEvent, FromOutset, Without);
                break;
        }
    }

    private void Add(double days, bool hasEvent, double start, byte group)
    {
        _days[_entries] = days;
        _hasEvent[_entries] = hasEvent;
        _starts[_entries] = start;
        _groups[_entries++] = group;
        ref ResultRow counts = ref group == With ? ref _with : ref _without;
        counts = counts with { Patients = counts.Patients + 1, Events = counts.Events + (hasEvent ? 1 : 0) };
    }
}
