namespace TrialSim.Model;

/// <summary>Where patients of a scenario meet others on the calendar. Known when the scenario is compiled; a patient who meets nobody costs no process.</summary>
[Flags]
public enum Meetings
{
    /// <summary>Every patient's course is private.</summary>
    None = 0,

    /// <summary>A look waits for a number of events, so their days are on the calendar.</summary>
    EventCount = 1,

    /// <summary>Patients are enrolled one by one, because what has become known may change who is enrolled or to what they are allocated.</summary>
    Enrolment = 2,

    /// <summary>Sessions wait for slots at the patient's site. Patients then come in one by one too.</summary>
    Slots = 4,
}
