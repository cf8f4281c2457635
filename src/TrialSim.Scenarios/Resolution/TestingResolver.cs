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
                    $"'{member.Name}' tests nothing, so it cannot share alpha. Name analyses that test.");
            }
        }

        if (document?.OneSidedAlpha is not null)
        {
            foreach (ResolvedAnalysis analysis in analyses.Where(analysis => analysis.Method is ResolvedMethod.GlobalLogRank))
            {
                context.Problems.Error(
                    path.Key("one_sided_alpha"),
                    $"'{analysis.Name}' tests all arms against any difference, which has no side. Write two_sided_alpha, or remove the analysis.");
            }
        }

        return document?.OneSidedAlpha is { } oneSided
            ? new ResolvedTesting(RejectionSides.Benefit, oneSided, family)
            : new ResolvedTesting(RejectionSides.Both, document?.TwoSidedAlpha ?? Defaults.TwoSidedAlpha, family);
    }
}
