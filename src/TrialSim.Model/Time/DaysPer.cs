namespace TrialSim.Model.Time;

/// <summary>The length of each unit of the scenario language, in days.</summary>
public static class DaysPer
{
    /// <summary>An hour.</summary>
    public const double Hour = 1.0 / 24.0;

    /// <summary>A week.</summary>
    public const double Week = 7.0;

    /// <summary>A month: a twelfth of a year.</summary>
    public const double Month = 30.4375;

    /// <summary>A year, leap years averaged.</summary>
    public const double Year = 365.25;
}
