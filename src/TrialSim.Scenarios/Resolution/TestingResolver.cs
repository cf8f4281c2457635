using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>When a test rejects.</summary>
internal static class TestingResolver
{
    /// <summary>The rule, as far as it could be understood.</summary>
    public static ResolvedTesting Resolve(TestingDocument? document, ImmutableArray<ResolvedAnalysis> analyses, DocumentPath path, ResolutionContext context)
    {
        if (document?.TwoSidedAlpha is not null && document.OneSidedAlpha is not null)
        {
            context.Problems.Error(path, "two_sided_alpha and one_sided_alpha stand together. Write one of them.");
        }

        ImmutableArray<Reference> family = context.Analyses.FindAll(document?.Family?.Value?.Analyses, path.Key("family").Key("analyses"));
        foreach (Reference member in family)
        {
            if (analyses.FirstOrDefault(analysis => analysis.Name == member.Name) is { Method.IsTest: false })
            {
                context.Problems.Error(
                    path.Key("family").Key("analyses"),
                    $"'{member.Name}' tests nothing, so it cannot share alpha. Name analyses that compare two arms.");
            }
        }

        return document?.OneSidedAlpha is { } oneSided
            ? new ResolvedTesting(RejectionSides.Benefit, oneSided, family)
            : new ResolvedTesting(RejectionSides.Both, document?.TwoSidedAlpha ?? Defaults.TwoSidedAlpha, family);
    }
}
