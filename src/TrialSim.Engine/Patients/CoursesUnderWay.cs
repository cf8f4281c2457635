using TrialSim.Model;

namespace TrialSim.Engine.Patients;

/// <summary>The courses of the patients who are under way at the same time: as many instances as there are such patients, used again for those who come later.</summary>
internal sealed class CoursesUnderWay(Trial trial, int patients)
{
    private readonly PatientCourse?[] _courses = new PatientCourse?[patients];
    private readonly Stack<PatientCourse> _spare = [];

    /// <summary>Nobody is under way.</summary>
    public void Restart()
    {
        for (int patient = 0; patient < _courses.Length; patient++)
        {
            End(patient);
        }
    }

    /// <summary>A course for a patient who has just come, yet to be started.</summary>
    /// <param name="patient">Place in the ledger.</param>
    public PatientCourse Begin(int patient)
    {
        PatientCourse course = _spare.Count > 0 ? _spare.Pop() : new PatientCourse(trial.Design, trial.Truth);
        _courses[patient] = course;
        return course;
    }

    /// <summary>The course of a patient who is under way.</summary>
    public PatientCourse Of(int patient) => _courses[patient]!;

    /// <summary>A patient's course is over, or nobody wants the rest of it.</summary>
    public void End(int patient)
    {
        if (_courses[patient] is { } course)
        {
            _spare.Push(course);
            _courses[patient] = null;
        }
    }
}
