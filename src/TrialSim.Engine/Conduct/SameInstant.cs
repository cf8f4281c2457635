namespace TrialSim.Engine.Conduct;

/// <summary>What comes first when several things happen at the same instant: the priorities on the calendar, lowest first.</summary>
internal static class SameInstant
{
    /// <summary>A place of a resource becomes free, or a resource opens or closes.</summary>
    public const int Release = -4;

    /// <summary>A patient's event or loss: a data cut includes its own day.</summary>
    public const int PatientEvent = -3;

    /// <summary>A data cut and its look.</summary>
    public const int Look = -2;

    /// <summary>What is decided upon a look.</summary>
    public const int Decision = -1;

    /// <summary>A patient comes and is allocated.</summary>
    public const int Arrival = 0;

    /// <summary>A session asks for what it needs of its site.</summary>
    public const int Request = 1;

    /// <summary>A session has waited too long: whoever gets a slot on the last day of waiting has it.</summary>
    public const int GiveUp = 2;
}
