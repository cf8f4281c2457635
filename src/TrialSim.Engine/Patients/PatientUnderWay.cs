using System.Collections.Immutable;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>What the parts of a course share of the patient they are at.</summary>
internal sealed class PatientUnderWay
{
    /// <summary>Days after which nobody is treated or seen: who never dies would be so for ever.</summary>
    public const double HorizonDays = 30 * DaysPer.Year;

    /// <summary>Whose draws.</summary>
    public PatientKey Key { get; private set; }

    /// <summary>Index of the arm.</summary>
    public int Arm { get; private set; }

    /// <summary>Days after which nobody sees the patient.</summary>
    public double SeenUntil { get; private set; }

    /// <summary>Whether sessions that need something of their site wait for it.</summary>
    public SlotAccess Access { get; private set; }

    /// <summary>The true state: hazards depend on it.</summary>
    public ulong State { get; set; }

    /// <summary>What is known: decisions depend on it.</summary>
    public ulong Known { get; set; }

    /// <summary>Takes what is done.</summary>
    public CourseWriter Log { get; private set; } = CourseWriter.None;

    /// <summary>Starts with a patient who has just been randomised, of whom nothing is set yet.</summary>
    /// <param name="key">Whose draws.</param>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="seenUntil">Days after which nobody sees the patient: loss or the end of follow-up.</param>
    /// <param name="access">Whether sessions that need something of their site wait for it.</param>
    /// <param name="log">Takes what is done.</param>
    public void Start(PatientKey key, int arm, double seenUntil, SlotAccess access, CourseWriter log)
    {
        Key = key;
        Arm = arm;
        Access = access;
        SeenUntil = Math.Min(seenUntil, HorizonDays);
        Log = log;
        State = 0;
        Known = 0;
    }

    /// <summary>Whether one of several conjunctions holds over what is known.</summary>
    public bool Knows(ImmutableArray<StateMask> terms) => StateMask.AnyHolds(terms, Known);
}
