namespace TrialSim.Kernel;

/// <summary>
/// Scheduled events, first by time, then by priority (smaller first), then by serial. Those who wait for a place of a resource stand in one too: their rank is the time.
/// </summary>
/// <remarks>
/// A 4-ary heap of keys of 16 bytes without references, so that four siblings fill a cache line and to move one tells the garbage collector nothing. The rest of each entry stays in its slot. The keys
/// beyond the last entry hold the free slots. What is taken out leaves the root vacant, because most events schedule another: that one sinks from there, and nothing is moved twice.
/// </remarks>
internal sealed class EventCalendar
{
    private const int Arity = 4;
    private const int InitialCapacity = 8;

    private Key[] _keys = [];
    private Slot[] _slots = [];
    private int _used; // With a vacant root.
    private bool _isRootVacant;

    public EventCalendar()
    {
        Grow(InitialCapacity);
    }

    public int Count => _isRootVacant ? _used - 1 : _used;

    /// <summary>The time of the first event. The calendar must not be empty.</summary>
    public double FirstTime
    {
        get
        {
            FillRoot();
            return _keys[0].Time;
        }
    }

    /// <param name="time">Not NaN.</param>
    /// <param name="priority">Among the events of that time.</param>
    /// <param name="serial">Among those of the same priority; no two are equal.</param>
    /// <param name="added">The event.</param>
    public void Add(double time, int priority, long serial, Event added)
    {
        if (_isRootVacant)
        {
            _isRootVacant = false;
            Sink(Occupy(_keys[0].Slot, time, priority, serial, added));
            return;
        }

        if (_used == _keys.Length)
        {
            Grow(2 * _used);
        }

        Rise(_used, Occupy(_keys[_used].Slot, time, priority, serial, added));
        _used++;
    }

    /// <summary>Takes out the first event. The calendar must not be empty.</summary>
    /// <param name="time">Receives its time.</param>
    public Event RemoveFirst(out double time)
    {
        FillRoot();
        _isRootVacant = true;
        Key first = _keys[0];
        time = first.Time;
        ref Slot slot = ref _slots[first.Slot];
        Event removed = slot.Event!;
        slot.Event = null; // So that the calendar keeps no event alive that has happened.
        return removed;
    }

    /// <summary>Puts an event in the place of another, wherever that is scheduled.</summary>
    public void Replace(Event scheduled, Event other)
    {
        foreach (ref Slot slot in _slots.AsSpan())
        {
            slot.Event = ReferenceEquals(slot.Event, scheduled) ? other : slot.Event;
        }
    }

    private Key Occupy(int place, double time, int priority, long serial, Event added)
    {
        ref Slot slot = ref _slots[place];
        slot.Event = added;
        slot.Serial = serial;
        return new Key(time, priority, place);
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _keys, capacity);
        Array.Resize(ref _slots, capacity);
        for (int free = _used; free < capacity; free++)
        {
            _keys[free] = new Key(0, 0, free);
        }
    }

    private void FillRoot()
    {
        if (_isRootVacant)
        {
            _isRootVacant = false;
            int free = _keys[0].Slot;
            ref Key last = ref _keys[--_used];
            Key sunk = last;
            last = new Key(0, 0, free);
            if (_used > 0)
            {
                Sink(sunk);
            }
        }
    }

    private void Rise(int hole, Key risen)
    {
        Key[] keys = _keys;
        while (hole > 0)
        {
            int parent = (hole - 1) / Arity;
            if (!IsBefore(risen, keys[parent]))
            {
                break;
            }

            keys[hole] = keys[parent];
            hole = parent;
        }

        keys[hole] = risen;
    }

    private void Sink(Key sunk)
    {
        Key[] keys = _keys;
        int used = _used;
        int hole = 0;
        while (true)
        {
            int child = (Arity * hole) + 1;
            if (child >= used)
            {
                break;
            }

            int earliest = child + Arity <= used ? EarliestOfFour(keys, child) : EarliestOf(keys, child, used);
            if (!IsBefore(keys[earliest], sunk))
            {
                break;
            }

            keys[hole] = keys[earliest];
            hole = earliest;
        }

        keys[hole] = sunk;
    }

    // Two and two, then the two that are left: three comparisons that do not wait for each other's outcome.
    private int EarliestOfFour(Key[] keys, int first) =>
        Earlier(keys, Earlier(keys, first, first + 1), Earlier(keys, first + 2, first + 3));

    private int EarliestOf(Key[] keys, int first, int end)
    {
        int earliest = first;
        for (int sibling = first + 1; sibling < end; sibling++)
        {
            earliest = Earlier(keys, earliest, sibling);
        }

        return earliest;
    }

    // Which one is earlier nobody can foresee, so it is computed rather than branched upon.
    private int Earlier(Key[] keys, int one, int other)
    {
        ref readonly Key left = ref keys[one];
        ref readonly Key right = ref keys[other];
        if (left.Time == right.Time)
        {
            return IsBeforeAtSameTime(left, right) ? one : other;
        }

        int isOther = right.Time < left.Time ? 1 : 0;
        return one ^ ((one ^ other) & -isOther);
    }

    private bool IsBefore(in Key left, in Key right) => left.Time != right.Time ? left.Time < right.Time : IsBeforeAtSameTime(left, right);

    private bool IsBeforeAtSameTime(in Key left, in Key right) =>
        left.Priority != right.Priority ? left.Priority < right.Priority : _slots[left.Slot].Serial < _slots[right.Slot].Serial;

    /// <summary>Where an entry stands: by time, then by priority, then by the serial in its slot.</summary>
    private readonly record struct Key(double Time, int Priority, int Slot);

    private struct Slot
    {
        public Event? Event;
        public long Serial;
    }
}
