using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Results.Courses;

/// <summary>How long a patient's course is looked at. All in days since randomisation.</summary>
/// <param name="LastLookDays">The trial's last look; +∞ where none takes place.</param>
/// <param name="DeathDays">The fatal event; +∞ for none.</param>
/// <param name="FollowedDays">The last day on which anything is seen: loss, end of follow-up, death or the last look.</param>
public sealed record CourseSpan(double LastLookDays, double DeathDays, double FollowedDays)
{
    /// <summary>What happens by this day is shown: death or the last look, also of who is no longer followed.</summary>
    public double ShownDays => Math.Min(DeathDays, LastLookDays);

    /// <summary>Whether treatment may go on at a day. A course that has nothing left to happen or to be seen is not followed further, and what treatment does then is not known.</summary>
    /// <param name="trial">The scenario.</param>
    /// <param name="record">The patient.</param>
    public static double TreatedUntil(Trial trial, PatientRecord record)
    {
        CourseSpan span = Of(trial, record);
        if (record.EventDays.Any(day => day == PatientDay.Never))
        {
            return span.ShownDays;
        }

        double last = record.EventDays.Concat(record.SeenDays.Where(day => day < PatientDay.Never)).Select(day => day.Value).Concat(record.Course.Select(entry => entry.Day)).Append(0.0).Max();
        return Math.Min(last, span.ShownDays);
    }

    /// <summary>The span of a patient.</summary>
    public static CourseSpan Of(Trial trial, PatientRecord record)
    {
        double[] looks = [.. record.LookDays.Where(day => day < TrialDay.Never).Select(day => (day - record.Randomised).Value)];
        double lastLook = looks.Length == 0 ? double.PositiveInfinity : looks.Max();
        double death = trial.Truth.Events.Select((one, index) => one.Ending == CourseEnding.Fatal ? record.EventDays[index].Value : double.PositiveInfinity).Append(double.PositiveInfinity).Min();
        double followed = Math.Min(Math.Min(record.LossDay.Value, trial.Design.MaxFollowUpDays), Math.Min(death, lastLook));
        return new CourseSpan(lastLook, death, followed);
    }
}
