using TrialSim.Model.Time;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Numbers over time in the units of the language.</summary>
internal static class Rate
{
    /// <summary>The keys of the units.</summary>
    public static readonly string[] Units = ["per_day", "per_week", "per_month", "per_year"];

    /// <summary>The number a day; null, with the reason reported, unless exactly one unit was written.</summary>
    /// <param name="document">The document that was written.</param>
    /// <param name="figures">Its numbers a day, a week, a month and a year.</param>
    /// <param name="path">Its place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static double? PerDay(
        object document,
        (double? Day, double? Week, double? Month, double? Year) figures,
        DocumentPath path,
        ProblemList problems) =>
        Choice.ExactlyOne(document, Units, path, problems) switch
        {
            "per_day" => figures.Day,
            "per_week" => figures.Week / DaysPer.Week,
            "per_month" => figures.Month / DaysPer.Month,
            "per_year" => figures.Year / DaysPer.Year,
            _ => null,
        };
}
