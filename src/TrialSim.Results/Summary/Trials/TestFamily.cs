using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Tests that are judged together.</summary>
/// <param name="Endpoint">Name of their endpoint; empty where the protocol makes them a family, whatever their endpoints.</param>
/// <param name="Analyses">Indices of the analyses.</param>
internal sealed record TestFamily(string Endpoint, ImmutableArray<int> Analyses)
{
    /// <summary>The family of the tests with bounds over looks, where there are any; otherwise the tests of each endpoint.</summary>
    public static ImmutableArray<TestFamily> Of(TrialDesign design)
    {
        ImmutableArray<int> declared = [.. design.Testing.Sequential.Select(test => test.Analysis).Concat(design.Testing.TwoStage.Select(test => test.Analysis)).Order()];
        return !declared.IsEmpty
            ? [new TestFamily("", declared)]
            : [.. TestsOf(design).GroupBy(test => design.Analyses[test].Endpoint).OrderBy(tests => tests.Key).Select(tests => new TestFamily(design.Endpoints[tests.Key].Name, [.. tests]))];
    }

    /// <summary>Indices of the analyses whose rejections are told: those that the protocol names as tests, where it names any; otherwise all that test.</summary>
    public static ImmutableArray<int> ToldOf(TrialDesign design) =>
        Of(design) is [{ Endpoint: "" } declared] ? declared.Analyses : TestsOf(design);

    /// <summary>Indices of the analyses that test, in their order.</summary>
    public static ImmutableArray<int> TestsOf(TrialDesign design) =>
        [.. new ResultLayout(design).Rows.Where(row => MeasureTraits.Of(row.Measure).IsTest).Select(row => row.Analysis).Distinct().Order()];
}
