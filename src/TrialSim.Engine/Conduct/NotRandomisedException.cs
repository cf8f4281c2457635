using System.Globalization;

namespace TrialSim.Engine.Conduct;

/// <summary>A patient was asked for who is not in the trial: fewer were randomised in this replicate.</summary>
public sealed class NotRandomisedException(uint replicate, int patients)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Replicate {replicate} has {patients} patients."))
{
    /// <summary>Patients randomised in the replicate.</summary>
    public int Patients => patients;
}
