using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Patients;

/// <summary>Takes what is logged of one patient.</summary>
/// <param name="Log">The log of all patients.</param>
/// <param name="Patient">Place of the patient in it.</param>
internal readonly record struct CourseWriter(CourseLog Log, int Patient)
{
    /// <summary>Of nobody.</summary>
    public static CourseWriter None { get; } = new(new CourseLog(0, TrialProtocol.None), 0);

    /// <summary>Adds an entry, not before the last one.</summary>
    public void Add(CourseEntry entry) => Log.Add(Patient, entry);
}
