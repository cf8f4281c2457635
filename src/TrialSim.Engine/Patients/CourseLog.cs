using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>
/// What the protocol did with each patient of a replicate, within a patient in the order of time. Several patients may be written in turns: a patient whose entries have no room to grow
/// moves to the end. One instance serves one worker; it grows to what a replicate needs and allocates nothing from then on.
/// </summary>
internal sealed class CourseLog
{
    private const int FirstEntriesPerPatient = 32;
    private const int EntriesAtATime = 16;
    private const int FewestEntriesMoved = 16;
    private const int None = -1;

    private readonly Stretch[] _stretches;
    private CourseEntry[] _entries;
    private int _used;
    private int _last = None;
    private bool _isLastMoved;

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
        _last = None;
    }

    /// <summary>Adds to what is logged of a patient.</summary>
    /// <param name="patient">Place of the patient.</param>
    /// <param name="entry">What is to be added, not before what was.</param>
    public void Add(int patient, CourseEntry entry)
    {
        ref Stretch stretch = ref _stretches[patient];
        if (stretch.Count == stretch.Room)
        {
            MakeRoom(patient, ref stretch);
        }

        _entries[stretch.Start + stretch.Count++] = entry;
    }

    /// <summary>Takes what is logged of one patient.</summary>
    public CourseWriter WriterFor(int patient) => new(this, patient);

    /// <summary>What was done with a patient.</summary>
    public ReadOnlySpan<CourseEntry> Of(int patient) => _entries.AsSpan(_stretches[patient].Start, _stretches[patient].Count);

    // The last stretch grows where it is. One that was never moved gives back what it did not need: patients who are written one after the other leave no gaps.
    private void MakeRoom(int patient, ref Stretch stretch)
    {
        if (patient == _last)
        {
            stretch.Room += EntriesAtATime;
            Reserve(stretch.Start + stretch.Room);
            return;
        }

        if (_last != None && !_isLastMoved)
        {
            ref Stretch last = ref _stretches[_last];
            last.Room = last.Count;
            _used = last.Start + last.Count;
        }

        _last = patient;
        _isLastMoved = stretch.Count > 0;
        int start = _used;
        stretch.Room = _isLastMoved ? Math.Max(FewestEntriesMoved, 2 * stretch.Count) : EntriesAtATime;
        Reserve(start + stretch.Room);
        _entries.AsSpan(stretch.Start, stretch.Count).CopyTo(_entries.AsSpan(start));
        stretch.Start = start;
    }

    private void Reserve(int used)
    {
        _used = used;
        if (used > _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(used, 2 * _entries.Length));
        }
    }

    /// <summary>Where the entries of a patient are, how many there are, and how many have room.</summary>
    private struct Stretch
    {
        public int Start;
        public int Count;
        public int Room;
    }
}
