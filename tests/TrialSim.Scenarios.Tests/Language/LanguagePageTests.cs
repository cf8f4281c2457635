using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Tests;
using Xunit;

namespace TrialSim.Scenarios.Tests.Language;

public sealed class LanguagePageTests
{
    /// <summary>Small scenarios that between them write every key of the language.</summary>
    public static TheoryData<string> Examples => [.. Files()];

    [Theory, MemberData(nameof(Examples)), Trait("Source", "Property")]
    public void Example_Read_IsWithoutErrorsAndWarnings(string file)
    {
        ScenarioReading reading = Reading.Of(File.ReadAllText(Repository.PathOf("docs", "examples", file)));

        Assert.Equal([], reading.Problems.Concat(reading.Warnings).Select(problem => problem.ToString()));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), reading.Scenario!.Trial.Name);
    }

    [Fact, Trait("Source", "Property")]
    public void Examples_Together_WriteEveryKey()
    {
        KeyExamples examples = new(Contents());

        // What extends another file is tried with the program.
        string[] without = [.. Keys().Where(key => key.Name is not "a scenario: extends" && examples.Of(key.Key).Length == 0).Select(key => key.Name)];

        Assert.True(without.Length == 0, $"No file in docs/examples writes {string.Join("; ", without)}.");
    }

    // TRIALSIM_UPDATE_GOLDEN=1 rewrites the file.
    [Fact, Trait("Source", "Regression")]
    public void LanguagePage_ItsTables_AreWhatTheDocumentTypesSay()
    {
        string path = Repository.PathOf("docs", "language.md");
        string[] parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split(LanguagePage.Begin);
        string written = parts[0] + LanguagePage.Begin + new LanguagePage(new DocumentPlaces(), new KeyExamples(Contents())).Text();
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(written, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact, Trait("Source", "Property")]
    public void Glossary_WordsOfTheLanguage_AreThere()
    {
        string glossary = File.ReadAllText(Repository.PathOf("docs", "glossary.md"));
        IEnumerable<string> words = new[] { typeof(DesignDocument), typeof(TruthDocument) }
            .SelectMany(block => DocumentShape.Of(block).Keys.Select(key => key.Name))
            .Concat(new[] { typeof(Documents.AnalysisMethod), typeof(AllocationMethod), typeof(FamilyMethod), typeof(SpendingFunction), typeof(HazardFamily), typeof(Documents.EndpointKind), typeof(TreatmentKind) }.SelectMany(Words.AllOf));

        // The number of patients and the place of an assumption are no terms.
        Assert.Equal([], words.Except(["patients", "source"]).Where(word => !glossary.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Name, DocumentKey Key)> Keys() =>
        from type in new DocumentPlaces().Types
        let shape = DocumentShape.Of(type)
        from key in shape.Keys.Concat(shape.Shorthand).Concat(shape.OtherKeys)
        select ($"{shape.Noun}: {key.Name}", key);

    private static IEnumerable<string> Contents() => Files().Select(file => File.ReadAllText(Repository.PathOf("docs", "examples", file)));

    private static IEnumerable<string> Files() =>
        from path in Directory.EnumerateFiles(Repository.PathOf("docs", "examples"), "*.yaml").Order(StringComparer.Ordinal)
        where !File.ReadAllText(path).Contains("\nextends:", StringComparison.Ordinal)
        select Path.GetFileName(path);
}
