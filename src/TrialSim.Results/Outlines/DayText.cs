using System.Globalization;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;

namespace TrialSim.Results.Outlines;

/// <summary>Days as a protocol says them.</summary>
internal static class DayText
{
    private const double Tolerance = 1e-9;

    /// <summary>For example <c>6 weeks</c>: in months or weeks where they are whole, otherwise in days.</summary>
    public static string Of(double days)
    {
        (string unit, double length) = UnitOf(days);
        return Text(days, unit, length);
    }

    /// <summary>For example <c>3–14 days</c> or <c>4–8 weeks</c>; a single day alone.</summary>
    public static string Of(TimeWindow window)
    {
        if (window.EarliestDays == window.LatestDays)
        {
            return Of(window.LatestDays);
        }

        (string unit, double length) = UnitOf(window.LatestDays);
        (unit, length) = IsWhole(window.EarliestDays, length) ? (unit, length) : ("day", 1.0);
        return $"{Number(window.EarliestDays / length)}–{Text(window.LatestDays, unit, length)}";
    }

    private static string Text(double days, string unit, double length) => $"{Number(days / length)} {unit}{(Math.Abs((days / length) - 1) < Tolerance ? "" : "s")}";

    private static (string Unit, double Length) UnitOf(double days) =>
        days >= DaysPer.Month && IsWhole(days, DaysPer.Month) ? ("month", DaysPer.Month)
        : days > 2 * DaysPer.Week && IsWhole(days, DaysPer.Week) ? ("week", DaysPer.Week)
        : ("day", 1.0);

    private static bool IsWhole(double days, double length) => Math.Abs((days / length) - Math.Round(days / length)) < Tolerance;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
