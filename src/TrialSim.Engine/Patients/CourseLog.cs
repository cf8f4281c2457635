using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>
/// What the protocol did with each patient of a replicate, in screening order and within a patient in the order of time.
/// One instance serves one worker; it grows to what a replicate needs and allocates nothing from then on.
/// </summary>
internal sealed class CourseLog
{
    private const int FirstEntriesPerPatient = 32;

    private readonly int[] _ends;
    private CourseEntry[] _entries;
    private int _count;
    private int _patients;

    /// <param name="patients">Patients of a replicate.</param>
    /// <param name="protocol">What will be logged of them.</param>
    public CourseLog(int patients, TrialProtocol protocol)
    {
        _ends = new int[patients];
        _entries = protocol.IsEmpty ? [] : new CourseEntry[patients * FirstEntriesPerPatient];
    }

    /// <summary>Forgets all patients.</summary>
    public void Clear()
    {
        _count = 0;
        _patients = 0;
    }

    /// <summary>Adds to the patient under way.</summary>
    public void Add(CourseEntry entry)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(FirstEntriesPerPatient, 2 * _count));
        }

        _entries[_count++] = entry;
    }

    /// <summary>The patient under way is done; the next one follows.</summary>
    public void EndPatient() => _ends[_patients++] = _count;

    /// <summary>What was done with a patient.</summary>
    public ReadOnlySpan<CourseEntry> Of(int patient)
    {
        int start = patient == 0 ? 0 : _ends[patient - 1];
        return _entries.AsSpan(start, _ends[patient] - start);
    }
}
