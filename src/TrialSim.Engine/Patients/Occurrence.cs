namespace TrialSim.Engine.Patients;

/// <summary>An occurrence of an event that visits have yet to see, or to see the end of.</summary>
internal struct Occurrence
{
    /// <summary>Index of the event.</summary>
    public int Event;

    /// <summary>Which occurrence it is, from 1.</summary>
    public int Number;

    /// <summary>Its grade; 0 for none.</summary>
    public int Grade;

    /// <summary>Day on which it is over; +∞ for never.</summary>
    public double ResolutionDay;

    /// <summary>Whether it has been seen.</summary>
    public bool IsSeen;
}
