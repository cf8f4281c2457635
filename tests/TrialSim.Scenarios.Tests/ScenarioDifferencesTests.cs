using Xunit;

namespace TrialSim.Scenarios.Tests;

public sealed class ScenarioDifferencesTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Between_SameScenario_FindsNothing()
    {
        string resolved = Resolved(Texts.EveryTest);

        Assert.Empty(ScenarioDifferences.Between(resolved, resolved));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Between_ValuesListsAndKeys_NamesEachWithBothValues()
    {
        const string First = "a: {b: 1, c: [x, y]}\nd: 5d\n";
        const string Second = "a: {b: 2, c: [x, z, w]}\ne: none\n";

        Assert.Equal(
            [
                new("a.b", "1", "2"),
                new("a.c[1]", "y", "z"),
                new("d", "5d", "nothing"),
                new("a.c[2]", "nothing", "w"),
                new("e", "nothing", "none"),
            ],
            ScenarioDifferences.Between(First, Second).AsEnumerable());
    }

    private static string Resolved(string yaml) => Reading.Valid(yaml).ResolvedYaml;
}
