using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>When a test rejects.</summary>
internal static class TestingResolver
{
    /// <summary>The rule, as far as it could be understood.</summary>
    public static ResolvedTesting Resolve(
        TestingDocument? document, ImmutableArray<ResolvedAnalysis> analyses, ResolvedAllocation allocation, DocumentPath path, ResolutionContext context)
    {
        if (document?.TwoSidedAlpha is not null && document.OneSidedAlpha is not null)
        {
            context.Problems.Error(path, "two_sided_alpha and one_sided_alpha stand together. Write one of them.");
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

        RejectionSides sides = document?.OneSidedAlpha is null ? RejectionSides.Both : RejectionSides.Benefit;
        double alpha = document?.OneSidedAlpha ?? document?.TwoSidedAlpha ?? Defaults.TwoSidedAlpha;
        ResolvedTesting each = new(sides, alpha, ResolvedFamily.None);
        return document?.Family?.Value is { } family
            ? each with { Family = new TestFamilyResolver(context, analyses, allocation, path.Key("family")).Resolve(family, sides, each.OneSidedAlpha) }
            : each;
    }
}
