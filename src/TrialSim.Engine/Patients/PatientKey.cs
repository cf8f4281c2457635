using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Patients;

/// <summary>Whose draws they are.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Replicate">Number of the replicate, from 1.</param>
/// <param name="Patient">Screening order, from 0.</param>
internal readonly record struct PatientKey(ulong Seed, uint Replicate, uint Patient)
{
    /// <summary>The draws for one of several occasions of a purpose.</summary>
    public Draws Draws(uint purpose, int occasion) => new(Seed, Replicate, Patient, purpose, (uint)occasion);
}
