using System.Text.RegularExpressions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using Xunit;

namespace TrialSim.Scenarios.Tests.Language;

/// <summary>How scenarios that are free of errors write each key: of each the shortest line, so that a reader finds an example of it.</summary>
internal sealed partial class KeyExamples
{
    private readonly Dictionary<DocumentKey, string> _lines = [];

    /// <summary>The lines that scenarios write.</summary>
    /// <param name="files">Their contents; no file that extends another.</param>
    public KeyExamples(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            ProblemList problems = new(Reading.File);
            bool isRead = YamlTreeReader.TryRead(file, problems, out MappingNode root);
            ScenarioDocument scenario = new DocumentBinder(problems).Bind<ScenarioDocument>(root);
            Assert.Equal((true, 0), (isRead, problems.ErrorCount));
            Visit(scenario, "scenario");
        }
    }

    /// <summary>The line, <c>key: value</c>; empty where no scenario writes the key.</summary>
    public string Of(DocumentKey key) => _lines.GetValueOrDefault(key, string.Empty);

    private void Visit(object? value, string writtenAs)
    {
        switch (value)
        {
            case IDocumentOption option:
                Visit(option.Inner, writtenAs);
                break;
            case IDocumentList list:
                foreach (object? item in list.Values)
                {
                    Visit(item, writtenAs);
                }

                break;
            case IDocumentMapping mapping:
                foreach ((string name, object? item) in mapping.Values)
                {
                    Visit(item, name);
                }

                break;
            case not null when DocumentShape.IsDocument(value.GetType()):
                VisitDocument(value, writtenAs);
                break;
            default:
                break;
        }
    }

    private void VisitDocument(object document, string writtenAs)
    {
        DocumentShape shape = DocumentShape.Of(document.GetType());
        foreach (DocumentKey key in shape.Keys.Concat(shape.Shorthand).Concat(shape.OtherKeys))
        {
            if (key.Property.GetValue(document) is { } value)
            {
                // A value without a key of its own is shown at the key that holds the whole document.
                bool isNamed = shape.Keys.Contains(key);
                Offer(key, $"{(isNamed ? key.Name : writtenAs)}: {Words().Replace(YamlWriter.Line(DocumentWriter.Write(value)), "$1")}");
                Visit(value, isNamed ? key.Name : writtenAs);
            }
        }
    }

    private void Offer(DocumentKey key, string line)
    {
        if (!_lines.TryGetValue(key, out string? present) || IsBetter(line, present))
        {
            _lines[key] = line;
        }
    }

    // Nothing at all shows least; of the others the shortest shows the key best.
    private static bool IsBetter(string line, string present) =>
        IsEmpty(line) != IsEmpty(present) ? IsEmpty(present) : line.Length < present.Length;

    private static bool IsEmpty(string line) =>
        line.EndsWith(": none", StringComparison.Ordinal) || line.EndsWith(": []", StringComparison.Ordinal)
        || line.EndsWith(": {}", StringComparison.Ordinal);

    // The writer puts texts of several words into quotation marks; people need not.
    [GeneratedRegex("\"([A-Za-z]+( [A-Za-z]+)+)\"")]
    private static partial Regex Words();
}
