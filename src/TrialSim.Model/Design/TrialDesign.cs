using System.Collections.Immutable;
using TrialSim.Model.Protocol;

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
}
