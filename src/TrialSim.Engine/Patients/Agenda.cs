namespace TrialSim.Engine.Patients;

/// <summary>What the protocol has due for one patient, with its days since randomisation; +∞ for never.</summary>
internal sealed class Agenda
{
    private readonly DueDays _days;
    private readonly (AgendaItem Item, int Index)[] _entries;
    private readonly int[] _first;

    public Agenda(int timers, int treatments, int visits)
    {
        // In the order of AgendaItem, which is that of things on the same day.
        int[] counts = [timers, treatments, treatments, visits, treatments, treatments];
        _entries = [.. counts.SelectMany((count, item) => Enumerable.Range(0, count).Select(index => ((AgendaItem)item, index)))];
        _first = [.. counts.Select((_, item) => counts.Take(item).Sum())];
        _days = new DueDays(_entries.Length);
    }

    /// <summary>Nothing is due.</summary>
    public void Clear() => _days.Clear();

    /// <summary>The day of one item.</summary>
    /// <param name="item">What it is.</param>
    /// <param name="index">Index of the timer, treatment or schedule.</param>
    public ref double DayOf(AgendaItem item, int index) => ref _days[_first[(int)item] + index];

    /// <summary>What is due next; on the same day the item that comes first, and of equal items that of the lowest index.</summary>
    public AgendaEntry Next()
    {
        int place = _entries.Length == 0 ? 0 : _days.Earliest();
        double day = _days[place];
        return day < double.PositiveInfinity ? new AgendaEntry(day, _entries[place].Item, _entries[place].Index) : AgendaEntry.Nothing;
    }
}
