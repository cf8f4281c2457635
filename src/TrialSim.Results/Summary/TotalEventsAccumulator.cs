using TrialSim.Engine.Analyses;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary;

/// <summary>Adds the events of all arms up, for one endpoint at one look.</summary>
internal sealed class TotalEventsAccumulator
{
    private readonly RowNames _names;
    private RunningMoments _events;
    private long _notReached;

    public TotalEventsAccumulator(RowNames names) => _names = names;

    /// <summary>Takes the counts of one more replicate.</summary>
    /// <param name="counts">The rows of the arms.</param>
    /// <param name="isReached">Whether the look took place.</param>
    public void Add(ReadOnlySpan<ResultRow> counts, bool isReached)
    {
        if (!isReached)
        {
            _notReached++;
            return;
        }

        long events = 0;
        foreach (ref readonly ResultRow row in counts)
        {
            events += row.Events;
        }

        _events.Add(events);
    }

    /// <summary>Mean number of events in all arms.</summary>
    public OperatingCharacteristic Summarise() => RowAccumulator.MeanOf(
        new OperatingCharacteristic(_names.Look, _names.Endpoint, "", "", Measures.Events, "events", null, null, null, null, 0, _notReached), _events);
}
