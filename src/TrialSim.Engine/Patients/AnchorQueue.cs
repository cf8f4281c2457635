using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>What has come in a step of a patient's course and days are counted from, until it is followed. Holds only what somebody follows.</summary>
internal sealed class AnchorQueue
{
    private readonly bool[] _isSeenFollowed;
    private readonly bool[] _isEndFollowed;
    private AnchorPoint[] _points = new AnchorPoint[8];
    private int _first;
    private int _count;

    public AnchorQueue(TrialProtocol protocol, int events)
    {
        Anchor[] anchors = [.. protocol.Treatments.Select(treatment => treatment.After), .. protocol.Visits.Select(visit => visit.After)];
        _isSeenFollowed = [.. Enumerable.Range(0, events).Select(index => anchors.Any(anchor => anchor.IsAt(AnchorPoint.Seen(index, 1))))];
        _isEndFollowed = [.. Enumerable.Range(0, protocol.Treatments.Length).Select(index => anchors.Any(anchor => anchor.IsAt(AnchorPoint.End(index))))];
        IsEndOfAllFollowed = anchors.Any(anchor => anchor.IsAt(AnchorPoint.EndOfAll));
    }

    /// <summary>Whether anything is counted from the end of all treatments.</summary>
    public bool IsEndOfAllFollowed { get; }

    /// <summary>Whether everything has been followed.</summary>
    public bool IsEmpty => _first == _count;

    /// <summary>Forgets what has not been followed.</summary>
    public void Clear()
    {
        _first = 0;
        _count = 0;
    }

    /// <summary>Whether anything is counted from the day on which an event comes to be known.</summary>
    public bool IsSeenFollowed(int clinicalEvent) => _isSeenFollowed[clinicalEvent];

    /// <summary>An occurrence of an event has come to be known.</summary>
    public void AddSeen(int clinicalEvent, int number)
    {
        if (_isSeenFollowed[clinicalEvent])
        {
            Add(AnchorPoint.Seen(clinicalEvent, number));
        }
    }

    /// <summary>A treatment is over for good.</summary>
    public void AddEnd(int treatment)
    {
        if (_isEndFollowed[treatment])
        {
            Add(AnchorPoint.End(treatment));
        }
    }

    /// <summary>The next one that has not been followed.</summary>
    public bool TryTake(out AnchorPoint point)
    {
        if (_first == _count)
        {
            Clear();
            point = default;
            return false;
        }

        point = _points[_first++];
        return true;
    }

    private void Add(AnchorPoint point)
    {
        if (_count == _points.Length)
        {
            Array.Resize(ref _points, 2 * _count);
        }

        _points[_count++] = point;
    }
}
