using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What decisions are about.</summary>
/// <param name="Patients">Patients of the design.</param>
/// <param name="Arms">The arms.</param>
/// <param name="Endpoints">The endpoints as written.</param>
/// <param name="Looks">The looks.</param>
/// <param name="Analyses">The analyses.</param>
/// <param name="Sequential">Tests at several looks.</param>
/// <param name="Testing">How tests share their error.</param>
/// <param name="Accrual">Accrual as written; null where it could not be understood.</param>
internal sealed record DecisionSubjects(
    int Patients,
    ImmutableArray<Arm> Arms,
    Named<EndpointDocument>? Endpoints,
    ImmutableArray<ResolvedLook> Looks,
    ImmutableArray<ResolvedAnalysis> Analyses,
    ImmutableArray<ResolvedSequential> Sequential,
    ResolvedTesting Testing,
    AccrualDocument? Accrual)
{
    /// <summary>Whether all tests at several looks could be understood, so that it is known what has none.</summary>
    public bool KnowsTests { get; init; } = true;

    /// <summary>An analysis, where it could be understood.</summary>
    public ResolvedAnalysis? Analysis(Reference reference) => Analyses.FirstOrDefault(analysis => analysis.Name == reference.Name);

    /// <summary>A look, where it could be understood.</summary>
    public ResolvedLook? Look(Reference reference) => Looks.FirstOrDefault(look => look.Name == reference.Name);

    /// <summary>The sequential test of an analysis, where there is one.</summary>
    public ResolvedSequential? Test(Reference analysis) => Sequential.FirstOrDefault(test => test.Name == analysis.Name);
}
