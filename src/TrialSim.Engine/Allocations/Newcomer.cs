using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Allocations;

/// <summary>A patient who is about to be allocated.</summary>
/// <param name="key">Whose draws they are.</param>
/// <param name="day">The day.</param>
/// <param name="site">Index of the site; 0 where there are none.</param>
/// <param name="covariates">One value per covariate.</param>
/// <param name="ledger">The patients who came before.</param>
internal readonly ref struct Newcomer(PatientKey key, TrialDay day, int site, ReadOnlySpan<double> covariates, Ledger ledger)
{
    /// <summary>Whose draws they are.</summary>
    public PatientKey Key => key;

    /// <summary>Index of the site; 0 where there are none.</summary>
    public int Site => site;

    /// <summary>One value per covariate.</summary>
    public ReadOnlySpan<double> Covariates { get; } = covariates;

    /// <summary>Patients who came before.</summary>
    public int Earlier => ledger.Enrolled;

    /// <summary>What is known of them on this day, and nothing else.</summary>
    public DataCut Known => ledger.CutAt(day);

    /// <summary>The draws of this patient's allocation, from the first: keep them where more than one is taken.</summary>
    public Draws Draws => new(key.Seed, key.Replicate, key.Patient, Purpose.Allocation);
}
