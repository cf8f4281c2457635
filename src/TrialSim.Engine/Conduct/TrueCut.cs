using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>A trial at the end of a trial day, had every event been known on its day: what only a simulation can tell. No analysis reads it.</summary>
internal readonly struct TrueCut(Ledger ledger, TrialDay day)
{
    /// <summary>Writes for each patient randomised by the day the time on the endpoint and whether it ended with an event of the endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="days">Receives days since randomisation to the first event, or to the end of follow-up.</param>
    /// <param name="hasEvent">Receives whether the time ended with an event.</param>
    public void FillEndpoint(TimeToEventEndpoint endpoint, Span<double> days, Span<bool> hasEvent)
    {
        int patients = ledger.CutAt(day).Patients;
        for (int patient = 0; patient < patients; patient++)
        {
            hasEvent[patient] = ledger.IsFollowedUntil(patient, DataCut.FirstEvent(endpoint.Events, ledger.EventDaysOf(patient)), day, out days[patient]);
        }
    }
}
