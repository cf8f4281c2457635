using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>
/// What the protocol did with each patient of a replicate, within a patient in the order of time. Several patients may be written in turns: a patient whose entries have no room to grow
/// moves to the end. One instance serves one worker; it grows to what a replicate needs and allocates nothing from then on.
/// </summary>
internal sealed class CourseLog
{
    private const int FirstEntriesPerPatient = 32;
    private const int FewestEntriesMoved = 16;

    private readonly Stretch[] _stretches;
    private CourseEntry[] _entries;
    private int _used;

    /// <param name="patients">Patients of a replicate.</param>
    /// <param name="protocol">What will be logged of them.</param>
    public CourseLog(int patients, TrialProtocol protocol)
    {
        _stretches = new Stretch[patients];
        _entries = protocol.IsEmpty ? [] : new CourseEntry[patients * FirstEntriesPerPatient];
    }

    /// <summary>Forgets all patients.</summary>
    public void Clear()
    {
        Array.Clear(_stretches);
        _used = 0;
    }

    /// <summary>Adds to what is logged of a patient.</summary>
    /// <param name="patient">Place of the patient.</param>
    /// <param name="entry">What is to be added, not before what was.</param>
    public void Add(int patient, CourseEntry entry)
    {
        ref Stretch stretch = ref _stretches[patient];
        if (stretch.Count == stretch.Room)
        {
            MakeRoom(ref stretch);
        }

        _entries[stretch.Start + stretch.Count++] = entry;
    }

    /// <summary>Takes what is logged of one patient.</summary>
    public CourseWriter WriterFor(int patient) => new(this, patient);

    /// <summary>What was done with a patient.</summary>
    public ReadOnlySpan<CourseEntry> Of(int patient) => _entries.AsSpan(_stretches[patient].Start, _stretches[patient].Count);

    // The last stretch grows where it is, one entry at a time: patients who are written one after the other leave no gaps.
    private void MakeRoom(ref Stretch stretch)
    {
        bool isLast = stretch.Start + stretch.Room == _used;
        int start = stretch.Count == 0 || !isLast ? _used : stretch.Start;
        int room = stretch.Count == 0 || isLast ? stretch.Count + 1 : Math.Max(FewestEntriesMoved, 2 * stretch.Count);
        if (start + room > _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(start + room, Math.Max(FirstEntriesPerPatient, 2 * _entries.Length)));
        }

        if (start != stretch.Start)
        {
            _entries.AsSpan(stretch.Start, stretch.Count).CopyTo(_entries.AsSpan(start));
        }

        stretch.Start = start;
        stretch.Room = room;
        _used = start + room;
    }

    /// <summary>Where the entries of a patient are, how many there are, and how many have room.</summary>
    private struct Stretch
    {
        public int Start;
        public int Count;
        public int Room;
    }
}
