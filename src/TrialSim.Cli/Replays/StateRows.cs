using TrialSim.Charts.Swimmers;
using TrialSim.Engine.Patients;
using TrialSim.Model.Truth;
using TrialSim.Results.Courses;

namespace TrialSim.Cli.Replays;

/// <summary>Draws the levels of a patient's state over time: as they truly were and, where visits see them, as they were known.</summary>
internal static class StateRows
{
    /// <summary>Adds a row, or two, for a state that has a level at any time.</summary>
    /// <param name="canvas">The picture.</param>
    /// <param name="state">The state.</param>
    /// <param name="entries">What the course says of it, in the order of time.</param>
    /// <param name="span">How long the patient is shown.</param>
    public static void Add(SwimmerCanvas canvas, ClinicalState state, IReadOnlyList<CourseEntry> entries, CourseSpan span)
    {
        CourseEntry[] changes = [.. entries.Where(entry => entry.Kind == CourseEntryKind.StateChanged)];
        CourseEntry[] seen = [.. entries.Where(entry => entry.Kind == CourseEntryKind.StateSeen)];
        if (changes.Any(entry => entry.Number != ClinicalState.NoLevel) && !state.IsSeenAtOnce)
        {
            AddLevels(canvas, canvas.AddRow($"{state.Name}, true"), state, changes, span.ShownDays, "is");
        }

        if (seen.Any(entry => entry.Number != ClinicalState.NoLevel))
        {
            AddLevels(canvas, canvas.AddRow(state.IsSeenAtOnce ? state.Name : $"{state.Name}, as known"), state, seen, span.FollowedDays, state.IsSeenAtOnce ? "is" : "known to be");
        }
    }

    private static void AddLevels(SwimmerCanvas canvas, int row, ClinicalState state, CourseEntry[] entries, double untilDays, string verb)
    {
        // Seeing the same level again changes nothing.
        CourseEntry[] changes = [.. entries.Where((entry, index) => index == 0 || entry.Number != entries[index - 1].Number)];
        for (int index = 0; index < changes.Length; index++)
        {
            int level = changes[index].Number;
            if (level != ClinicalState.NoLevel)
            {
                double until = index + 1 < changes.Length ? changes[index + 1].Day : untilDays;
                canvas.AddBar(row, changes[index].Day, until, SwimmerColours.Level(state.Levels[level], level, state.Levels.Length), state.Levels[level], $"{state.Name} {verb} {state.Levels[level]}");
            }
        }
    }
}
