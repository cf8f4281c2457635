using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>Losses to follow-up that foretell an event.</summary>
internal static class InformativeLosses
{
    /// <summary>The day on which a patient is lost, by the events to come; +∞ for never.</summary>
    /// <param name="losses">The losses.</param>
    /// <param name="patient">Whose draws.</param>
    /// <param name="baseline">The state at randomisation.</param>
    /// <param name="eventDays">The day of each event; +∞ for those that do not happen.</param>
    public static double DayOf(ImmutableArray<InformativeLoss> losses, PatientKey patient, ulong baseline, ReadOnlySpan<double> eventDays)
    {
        double first = double.PositiveInfinity;
        foreach (InformativeLoss loss in losses)
        {
            double eventDay = eventDays[loss.Event];
            Draws draws = patient.Draws(loss.Purpose, occasion: 0);
            if (eventDay < double.PositiveInfinity && StateMask.AnyHolds(loss.When, baseline) && draws.NextUniform() < loss.Probability)
            {
                double before = loss.Before.EarliestDays + (draws.NextUniform() * (loss.Before.LatestDays - loss.Before.EarliestDays));
                first = Math.Min(first, Math.Max(0, eventDay - before));
            }
        }

        return first;
    }
}
