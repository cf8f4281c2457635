using TrialSim.Engine.Patients;
using TrialSim.Model;

namespace TrialSim.Results.Adam;

/// <summary>Words of a scenario in the standard's capitals.</summary>
internal static class AdamLabels
{
    /// <summary>A name as a term: <c>intrahepatic_progression</c> becomes <c>INTRAHEPATIC PROGRESSION</c>.</summary>
    public static string TermOf(string name) => name.Replace('_', ' ').ToUpperInvariant();

    /// <summary>The cause that an entry of the course tells.</summary>
    public static string CauseOf(Trial trial, CourseEntry entry) => TermOf(trial.Truth.Events[entry.Subject].Causes[entry.Number]);
}
