using System.Reflection;
using System.Runtime.CompilerServices;

namespace TrialSim.Validation.Tests.Cases;

/// <summary>Keeps <c>docs/validation.md</c> complete: its rows are the attributes of the case classes, and every case is one.</summary>
public sealed class CaseTableTests
{
    private static readonly string[] Names =
    [
        .. Enumerable.Range(1, 16).Select(number => $"V{number}"), "V18", "V22", "V27", "V29", "V30", "V32", "V33", "V36", "Traps",
    ];

    [Fact, Trait("Source", "Theory")]
    public void EveryCase_HasAClassInItsFile()
    {
        Assert.Equal(Names, Cases().Select(found => found.Case.Name));
        Assert.All(Cases(), found =>
        {
            Assert.True(File.Exists(Path.Combine(Folder(), found.Type.Name + ".cs")), found.Type.Name);
            Assert.All(
                [found.Case.Title, found.Case.Source, found.Case.Asserts, found.Case.Tolerance],
                text => Assert.False(string.IsNullOrWhiteSpace(text), found.Type.Name));
            Assert.Contains(found.Type.GetMethods(), method => method.IsDefined(typeof(FactAttribute)));
        });
    }

    // TRIALSIM_UPDATE_GOLDEN=1 writes the table anew.
    [Fact, Trait("Source", "Theory")]
    public void Docs_Table_ListsEveryCase()
    {
        const string Begin = "| Case | What | Source | Asserted | Tolerance | File |";
        string path = Path.Combine(Folder(), "..", "..", "..", "docs", "validation.md");
        string text = File.ReadAllText(path);
        string table = string.Join(
            '\n',
            [
                Begin,
                "|---|---|---|---|---|---|",
                .. Cases().Select(found =>
                    $"| {found.Case.Name} | {found.Case.Title} | {found.Case.Source} | {found.Case.Asserts} | {found.Case.Tolerance} | `{found.Type.Name}.cs` |"),
            ]) + "\n";
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf("\n\n", begin, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text[..begin] + table + text[end..]);
            return;
        }

        Assert.Equal(table, text[begin..end]);
    }

    private static (Type Type, CaseAttribute Case)[] Cases() =>
    [
        .. typeof(CaseTableTests).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<CaseAttribute>() != null)
            .Select(type => (type, type.GetCustomAttribute<CaseAttribute>()!))
            .OrderBy(found => Array.IndexOf(Names, found.Item2.Name)),
    ];

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
