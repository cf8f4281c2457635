namespace TrialSim.Engine.Conduct;

/// <summary>What comes first when several things happen at the same instant: the priorities on the calendar, lowest first.</summary>
internal static class SameInstant
{
    /// <summary>A patient's event or loss: a data cut includes its own day.</summary>
    public const int PatientEvent = -3;

    /// <summary>A data cut and its look.</summary>
    public const int Look = -2;

    /// <summary>What is decided upon a look.</summary>
    public const int Decision = -1;

    /// <summary>A patient comes and is allocated.</summary>
    public const int Arrival = 0;
}
