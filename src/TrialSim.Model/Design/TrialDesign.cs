using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Protocol;
using TrialSim.Model.Testing;

namespace TrialSim.Model.Design;

/// <summary>What the protocol decides.</summary>
/// <param name="Patients">Patients to randomise.</param>
/// <param name="Arms">The arms; indices elsewhere refer to this order.</param>
/// <param name="Allocation">How patients get their arm.</param>
/// <param name="MaxFollowUpDays">Days after which a patient's follow-up ends; +∞ for none.</param>
/// <param name="Endpoints">The endpoints.</param>
/// <param name="Looks">The looks.</param>
/// <param name="Analyses">The analyses.</param>
public sealed record TrialDesign(
    int Patients,
    ImmutableArray<Arm> Arms,
    Allocation Allocation,
    double MaxFollowUpDays,
    ImmutableArray<Endpoint> Endpoints,
    ImmutableArray<Look> Looks,
    ImmutableArray<Analysis> Analyses)
{
    /// <summary>Treatments and visits.</summary>
    public TrialProtocol Protocol { get; init; } = TrialProtocol.None;

    /// <summary>How tests share their error over looks.</summary>
    public TestingPlan Testing { get; init; } = TestingPlan.None;

    /// <summary>What may be changed at looks, in the order in which it is asked.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>The most patients that decisions can lead to.</summary>
    public int MaxPatients
    {
        get
        {
            int most = Patients;
            foreach (Decision decision in Decisions)
            {
                most = Math.Max(most, decision.Then switch
                {
                    DecisionAction.ReestimateBlinded blinded => blinded.MaxPatients,
                    DecisionAction.Reestimate unblinded when WaitsForPatients(unblinded.Look) => unblinded.MaxInformation,
                    _ => most,
                });
            }

            return most;
        }
    }

    /// <summary>Whether a look waits for a number of patients.</summary>
    /// <param name="look">Index of the look.</param>
    public bool WaitsForPatients(int look) => WaitsForPatients(Looks[look].When);

    private static bool WaitsForPatients(LookTrigger trigger) => trigger switch
    {
        PatientsRandomised or PatientsFollowedUp => true,
        AnyTrigger any => any.Parts.Any(WaitsForPatients),
        AllTriggers all => all.Parts.Any(WaitsForPatients),
        _ => false,
    };
}
