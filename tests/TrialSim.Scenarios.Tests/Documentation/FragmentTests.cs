using TrialSim.Tests;
using Xunit;

namespace TrialSim.Scenarios.Tests.Documentation;

/// <summary>
/// The parts of scenarios on the pages are accepted. A comment above a part names the scenario of the folder Bases on which it is put (<c>on: one-arm</c>, otherwise two-arms), says that
/// each line is a hazard of its own (<c>each line</c>), or that it is no scenario (<c>not ours</c>).
/// </summary>
public sealed class FragmentTests
{
    private const string Default = "on: two-arms";

    [Theory, Trait("Source", "Property")]
    [InlineData("docs/cookbook.md")]
    [InlineData("docs/guide.md")]
    [InlineData("docs/language.md")]
    public void Page_ItsFragments_AreAccepted(string page)
    {
        List<string> problems = [];
        foreach (MarkdownBlock block in MarkdownPage.Read(Repository.PathOf(page)).Blocks.Where(IsFragment))
        {
            string note = block.Note.Length == 0 || block.Note == "each line" ? Default : block.Note;
            string whole = File.ReadAllText(Repository.PathOf("tests", "TrialSim.Scenarios.Tests", "Documentation", "Bases", $"{note["on: ".Length..]}.yaml"));
            foreach (string part in PartsOf(block))
            {
                string scenario = Fragment.On(whole, part);
                problems.AddRange(Reading.Of(scenario).Problems.Select(problem => $"{block.Text.Split('\n')[0]} … {problem}"));
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact, Trait("Source", "Property")]
    public void Bases_EachByItself_IsWithoutErrors()
    {
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("tests", "TrialSim.Scenarios.Tests", "Documentation", "Bases"), "*.yaml"))
        {
            Reading.Valid(File.ReadAllText(path));
        }
    }

    private static bool IsFragment(MarkdownBlock block) =>
        block.Language == "yaml" && block.Note != "not ours" && !block.Text.StartsWith("trialsim: 1", StringComparison.Ordinal);

    private static IEnumerable<string> PartsOf(MarkdownBlock block) =>
        block.Note == "each line"
            ? block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"events:\n  death: {{{line.Split(" #")[0].Trim()}}}\n")
            : [block.Text];
}
