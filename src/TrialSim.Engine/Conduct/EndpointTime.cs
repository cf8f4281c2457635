namespace TrialSim.Engine.Conduct;

/// <summary>What a data cut shows of a patient on a time-to-event endpoint. All days are since randomisation.</summary>
/// <param name="OriginDay">The day from which time counts: 0, or that of what starts the endpoint's clock.</param>
/// <param name="EndDay">The day of the event, or the last day on which the patient is known to be free of it.</param>
/// <param name="HasEvent">Whether the time ended with an event of the endpoint.</param>
/// <param name="CompetingDay">The day of what makes the event impossible or does not let it count: another cause, a death that is no event of the endpoint, the end of treatment; +∞ for none.</param>
/// <param name="ClinicalEvent">Index of the clinical event that ended the time; <see cref="NoEvent"/> for none, and where an intercurrent event counts as one.</param>
public readonly record struct EndpointTime(double OriginDay, double EndDay, bool HasEvent, double CompetingDay, int ClinicalEvent)
{
    /// <summary>No clinical event.</summary>
    public const int NoEvent = -1;

    /// <summary>Days on the endpoint's own clock.</summary>
    public double Days => EndDay - OriginDay;

    /// <summary>Days on the endpoint's own clock until the competing event; +∞ for none.</summary>
    public double CompetingDays => CompetingDay - OriginDay;
}
