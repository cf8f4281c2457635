using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Events that recur without end, not by their own hazard but by what multiplies it.</summary>
internal static class RecurrenceCheck
{
    private static readonly DocumentPath Events = DocumentPath.Root.Key("truth").Key("events");

    /// <summary>Reports them.</summary>
    /// <param name="truth">The compiled truth.</param>
    /// <param name="problems">Takes the errors.</param>
    public static void Report(TrialTruth truth, ProblemList problems)
    {
        for (int index = 0; index < truth.Events.Length; index++)
        {
            ClinicalEvent one = truth.Events[index];
            double yearly = one.Recurrence == Recurrence.Recurs ? one.Hazards.Select(choice => choice.Hazard.Cumulative(DaysPer.Year)).DefaultIfEmpty(0.0).Max() : 0.0;
            double multiplied = yearly > 0.0 ? yearly * HazardMultiple.OfAll(truth, index) : 0.0;
            if (yearly <= Limits.OccurrencesPerYear && multiplied > Limits.OccurrencesPerYear)
            {
                problems.Error(
                    Events.Key(one.Name).Key("hazard"),
                    $"'{one.Name}' recurs, and with all that can multiply its hazard (effects, frailties) would do so {Figure.OfMany(multiplied)} times a year. Write a hazard and hazard ratios that come to at most {Limits.OccurrencesPerYear} a year.");
            }
        }
    }
}
