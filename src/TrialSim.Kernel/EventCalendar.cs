namespace TrialSim.Kernel;

/// <summary>
/// The scheduled events, first by time, then by priority (smaller first), then by serial: a 4-ary heap in one array, of which four siblings
/// fill two cache lines.
/// </summary>
internal sealed class EventCalendar
{
    private const int Arity = 4;
    private const int InitialCapacity = 8;

    private Entry[] _entries = new Entry[InitialCapacity];

    public int Count { get; private set; }

    /// <summary>The time of the first event. The calendar must not be empty.</summary>
    public double FirstTime => _entries[0].Time;

    public void Add(in Entry added)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * Count);
        }

        Entry[] entries = _entries;
        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) / Arity;
            if (!added.IsBefore(in entries[parent]))
            {
                break;
            }

            entries[hole] = entries[parent];
            hole = parent;
        }

        entries[hole] = added;
    }

    /// <summary>Takes out the first event. The calendar must not be empty.</summary>
    public Entry RemoveFirst()
    {
        Entry[] entries = _entries;
        Entry first = entries[0];
        int count = --Count;
        Entry last = entries[count];
        entries[count] = default; // So that the calendar keeps no event alive that has happened.
        if (count > 0)
        {
            Sink(entries, count, in last);
        }

        return first;
    }

    private static void Sink(Entry[] entries, int count, in Entry sunk)
    {
        int hole = 0;
        while (true)
        {
            int child = Arity * hole + 1;
            if (child >= count)
            {
                break;
            }

            int earliest = child;
            int end = Math.Min(child + Arity, count);
            for (int sibling = child + 1; sibling < end; sibling++)
            {
                if (entries[sibling].IsBefore(in entries[earliest]))
                {
                    earliest = sibling;
                }
            }

            if (!entries[earliest].IsBefore(in sunk))
            {
                break;
            }

            entries[hole] = entries[earliest];
            hole = earliest;
        }

        entries[hole] = sunk;
    }

    /// <summary>One line of the calendar. Its first three fields are the whole order of events.</summary>
    internal readonly record struct Entry(double Time, int Priority, long Serial, Event Event)
    {
        public bool IsBefore(in Entry other)
        {
            if (Time != other.Time)
            {
                return Time < other.Time;
            }

            return Priority != other.Priority ? Priority < other.Priority : Serial < other.Serial;
        }
    }
}
