using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Tests that are judged together.</summary>
/// <param name="Endpoint">Name of their endpoint; empty where the protocol joins them, whatever their endpoints.</param>
/// <param name="Analyses">Indices of the analyses.</param>
internal sealed record JointTests(string Endpoint, ImmutableArray<int> Analyses)
{
    /// <summary>The family that the protocol names, or else the tests with bounds over looks, where there are any; otherwise the tests of each endpoint.</summary>
    public static ImmutableArray<JointTests> Of(TrialDesign design)
    {
        ImmutableArray<int> named = design.Testing.FamilyMembers.IsEmpty ? OverLooks(design) : design.Testing.FamilyMembers;
        return !named.IsEmpty
            ? [new JointTests("", named)]
            : [.. TestsOf(design).GroupBy(test => design.Analyses[test].Endpoint).OrderBy(tests => tests.Key).Select(tests => new JointTests(design.Endpoints[tests.Key].Name, [.. tests]))];
    }

    /// <summary>Indices of the analyses whose rejections are told: those that the protocol names as tests, where it names any; otherwise all that test.</summary>
    public static ImmutableArray<int> ToldOf(TrialDesign design)
    {
        ImmutableArray<int> named = [.. design.Testing.FamilyMembers.Concat(OverLooks(design)).Distinct().Order()];
        return named.IsEmpty ? TestsOf(design) : named;
    }

    private static ImmutableArray<int> OverLooks(TrialDesign design) =>
        [.. design.Testing.Sequential.Select(test => test.Analysis).Concat(design.Testing.TwoStage.Select(test => test.Analysis)).Order()];

    private static ImmutableArray<int> TestsOf(TrialDesign design) =>
        [.. new ResultLayout(design).Rows.Where(row => MeasureTraits.Of(row.Measure).IsTest).Select(row => row.Analysis).Distinct().Order()];
}
