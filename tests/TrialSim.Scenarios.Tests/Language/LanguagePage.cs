using System.Text;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Tests.Language;

/// <summary>The part of docs/language.md that tells every key, written from the document types that reader and schema are made of.</summary>
internal sealed class LanguagePage(DocumentPlaces places, KeyExamples examples)
{
    /// <summary>The line of the page behind which everything is written by a test.</summary>
    public const string Begin = "<!-- Everything below is written by LanguagePageTests: TRIALSIM_UPDATE_GOLDEN=1 rewrites it. -->\n";

    private const string Shared = "what several blocks use";

    // Longer lines would be wider than the page; the keys of the value have lines of their own.
    private const int LongestExample = 120;

    /// <summary>Markdown, ending with a line break.</summary>
    public string Text()
    {
        StringBuilder page = new();
        Append(page, "The file", [typeof(ScenarioDocument)]);
        foreach (string block in DocumentShape.Of(typeof(ScenarioDocument)).Keys.Select(key => key.Name).Append(Shared))
        {
            Type[] types = [.. places.Types.Where(type => type != typeof(ScenarioDocument) && BlockOf(type) == block)];
            if (types.Length > 0)
            {
                Append(page, block == Shared ? "What several blocks use" : $"`{block}`", types);
            }
        }

        return page.ToString();
    }

    private string BlockOf(Type type) => places.BlocksOf(type) is { Count: 1 } blocks ? blocks.Single() : Shared;

    private void Append(StringBuilder page, string title, IEnumerable<Type> types)
    {
        page.Append($"\n## {title}\n");
        foreach (Type type in types)
        {
            DocumentShape shape = DocumentShape.Of(type);
            page.Append($"\n### {ValueWords.Title(shape)}\n\n");
            if (places.Of(type).Count > 0)
            {
                page.Append($"Written at {string.Join(", ", Paths(type).Distinct())}.{(shape.HasOneKey ? " Exactly one key." : string.Empty)}\n\n");
            }

            page.Append("| Key | Value | Meaning | Example |\n|---|---|---|---|\n");
            foreach (DocumentKey key in shape.Keys)
            {
                AppendRow(page, $"`{key.Name}`", key);
            }

            foreach (DocumentKey key in shape.OtherKeys)
            {
                AppendRow(page, "*any other name*", key);
            }

            foreach (DocumentKey key in shape.Shorthand)
            {
                AppendRow(page, "*instead of keys*", key);
            }
        }
    }

    private void AppendRow(StringBuilder page, string name, DocumentKey key)
    {
        KeyAttribute about = key.Attribute;
        string value = ValueWords.Of(key.Property.PropertyType, about);
        string otherwise = about.IsRequired ? " **Required.**" : about.Default.Length == 0 ? string.Empty : $" Default: {about.Default}.";
        string example = examples.Of(key);
        string shown = example.Length == 0 || example.Length > LongestExample ? string.Empty : $"`{example}`";
        page.Append($"| {name} | {Cell($"{char.ToUpperInvariant(value[0])}{value[1..]}.{otherwise}")} | {Cell(about.Description)} | {Cell(shown)} |\n");
    }

    // Where a document is written: from the top of the file if there is one way to it, else from the nearest document that several places use.
    private IEnumerable<string> Paths(Type type)
    {
        foreach (DocumentPlace place in places.Of(type))
        {
            if (place.Parent == type)
            {
                yield return $"`{place.Path[1..]}` of itself";
            }
            else if (place.Parent == typeof(ScenarioDocument))
            {
                yield return $"`{place.Path[1..]}`";
            }
            else if (places.Of(place.Parent).Count(above => above.Parent != place.Parent) == 1 && Paths(place.Parent).First() is { } path && path.EndsWith('`'))
            {
                yield return $"{path[..^1]}{place.Path}`";
            }
            else
            {
                yield return place.Path.Length == 0 ? ValueWords.Link(DocumentShape.Of(place.Parent)) : $"`{place.Path[1..]}` of {ValueWords.Link(DocumentShape.Of(place.Parent))}";
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
