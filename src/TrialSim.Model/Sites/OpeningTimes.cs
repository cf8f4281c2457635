using System.Numerics;
using TrialSim.Model.Time;

namespace TrialSim.Model.Sites;

/// <summary>When a resource is open, week by week. Trial day 0 is a Monday, and each day opens as it begins.</summary>
public sealed record OpeningTimes
{
    private const int Week = 7;
    private const byte AllDays = 0b1111111;

    private readonly byte _days;
    private readonly int _daysAWeek;

    /// <param name="days">The days of the week on which it opens, at least one.</param>
    /// <param name="lengthDays">How long it is open on each of them, above 0 and at most 1 day.</param>
    /// <exception cref="ArgumentException">No day is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not above 0 and at most a day.</exception>
    public OpeningTimes(IEnumerable<DayOfWeek> days, double lengthDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lengthDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lengthDays, 1);
        foreach (DayOfWeek day in days)
        {
            // The week of .NET begins with Sunday, ours with Monday.
            _days |= (byte)(1 << (((int)day + Week - 1) % Week));
        }

        _daysAWeek = BitOperations.PopCount(_days);
        if (_daysAWeek == 0)
        {
            throw new ArgumentException("It opens on no day of the week. Name at least one.", nameof(days));
        }

        LengthDays = lengthDays;
    }

    /// <summary>Open all the time.</summary>
    public static OpeningTimes Always { get; } = new(Enum.GetValues<DayOfWeek>(), 1);

    /// <summary>How long it stays open on each of its days, in days: above 0, at most 1.</summary>
    public double LengthDays { get; }

    /// <summary>Whether it never closes.</summary>
    public bool IsAlways => _days == AllDays && LengthDays == 1;

    /// <summary>The number of its openings that begin by a day.</summary>
    public double OpeningsBy(TrialDay day) => OpenDaysBefore((int)Math.Floor(day.Value)) + (Opens((int)Math.Floor(day.Value)) ? 1 : 0);

    /// <summary>For how many days it has been open since trial day 0.</summary>
    public double OpenUntil(TrialDay day)
    {
        int whole = (int)Math.Floor(day.Value);
        double today = Opens(whole) ? Math.Min(day.Value - whole, LengthDays) : 0;
        return (OpenDaysBefore(whole) * LengthDays) + today;
    }

    /// <summary>The first whole day from another on which it opens.</summary>
    public int FirstOpeningFrom(int day)
    {
        while (!Opens(day))
        {
            day++;
        }

        return day;
    }

    /// <summary>Whether it opens on a trial day, 0 or later.</summary>
    public bool Opens(int day) => (_days & (1 << (day % Week))) != 0;

    private int OpenDaysBefore(int day)
    {
        int sinceMonday = (1 << (day % Week)) - 1;
        return (day / Week * _daysAWeek) + BitOperations.PopCount((uint)(_days & sinceMonday));
    }
}
