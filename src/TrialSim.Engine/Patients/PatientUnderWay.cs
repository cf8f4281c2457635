using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>What the parts of a protocol's course share of the patient they are at.</summary>
internal sealed class PatientUnderWay
{
    /// <summary>Days after which nobody is treated or seen: who never dies would be so for ever.</summary>
    public const double HorizonDays = 30 * DaysPer.Year;

    /// <summary>Whose draws.</summary>
    public PatientKey Key { get; set; }

    /// <summary>Index of the arm.</summary>
    public int Arm { get; set; }

    /// <summary>Days after which nobody sees the patient.</summary>
    public double SeenUntil { get; set; }

    /// <summary>The true state: hazards depend on it.</summary>
    public ulong State { get; set; }

    /// <summary>What is known: decisions depend on it.</summary>
    public ulong Known { get; set; }

    /// <summary>Takes what is done.</summary>
    public CourseLog Log { get; set; } = new(0, TrialProtocol.None);

    /// <summary>Whether one of several conjunctions holds over what is known.</summary>
    public bool Knows(ImmutableArray<StateMask> terms)
    {
        foreach (StateMask term in terms)
        {
            if (term.Holds(Known))
            {
                return true;
            }
        }

        return false;
    }
}
