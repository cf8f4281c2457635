using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;

namespace TrialSim.Results.Adam;

/// <summary>The visit at which something was found.</summary>
/// <param name="Name">AVISIT; empty for what was found at no visit.</param>
/// <param name="Number">AVISITN; 0 with it.</param>
internal readonly record struct VisitName(string Name, int Number)
{
    /// <summary>The kept visit of some schedules on a day.</summary>
    public static VisitName On(Trial trial, KnownRecord record, double day, IReadOnlyList<int> schedules)
    {
        foreach (CourseEntry entry in record.Course)
        {
            if (entry.Kind == CourseEntryKind.VisitKept && entry.Day == day && schedules.Contains(entry.Subject))
            {
                return new VisitName($"{AdamLabels.TermOf(trial.Design.Protocol.Visits[entry.Subject].Name)} {entry.Number}", entry.Number);
            }
        }

        return new VisitName("", 0);
    }
}
