using System.Globalization;
using TrialSim.Charts.Swimmers;
using TrialSim.Engine.Patients;
using TrialSim.Model.Truth;

namespace TrialSim.Cli.Replays;

/// <summary>Draws the measurements of a marker.</summary>
internal static class MarkerRow
{
    /// <summary>Adds a row for a marker that was measured.</summary>
    /// <param name="canvas">The picture.</param>
    /// <param name="marker">The marker.</param>
    /// <param name="measured">Its measurements, in the order of time.</param>
    public static void Add(SwimmerCanvas canvas, Marker marker, IReadOnlyList<CourseEntry> measured)
    {
        if (measured.Count == 0)
        {
            return;
        }

        int row = canvas.AddRow(marker.Unit.Length == 0 ? marker.Name : $"{marker.Name}, {marker.Unit}");
        foreach (CourseEntry entry in measured)
        {
            string value = entry.Value.ToString("G3", CultureInfo.InvariantCulture);
            canvas.AddMark(row, entry.Day, SwimmerColours.Measured, value, string.Create(CultureInfo.InvariantCulture, $"{marker.Name} {entry.Value:G5} {marker.Unit}").TrimEnd());
        }
    }
}
