namespace TrialSim.Statistics.Reconstruction;

/// <summary>Patient data that reproduce a published curve.</summary>
/// <param name="Days">Follow-up of each patient, ascending.</param>
/// <param name="HasEvent">Whether it ended with the event.</param>
/// <param name="LargestDeviation">Largest difference between the curve of these patients and the points that were read off.</param>
public sealed record ReconstructedPatients(double[] Days, bool[] HasEvent, double LargestDeviation)
{
    /// <summary>Patients with the event.</summary>
    public int Events => HasEvent.AsSpan().Count(true);
}
