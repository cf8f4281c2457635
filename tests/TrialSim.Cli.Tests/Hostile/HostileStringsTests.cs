using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using TrialSim.Cli.Tests.Running;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Tests.Hostile;

/// <summary>Every text and name that a scenario's author chooses is hostile once: it is refused by the rules of names, or comes out everywhere as mere text.</summary>
public sealed class HostileStringsTests
{
    // Each once, where the least has to be written to it, so that what is around it makes sense.
    private static readonly (string File, ScenarioString Place)[] Strings =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => SchemaStrings.In(File.ReadAllText(file)).Select(place => (File: file, Place: place)))
            .GroupBy(found => found.Place.Key, (_, places) => places.MinBy(found => found.Place.Before.Length)),
    ];

    // A key that is new in the language is covered by itself, unless no shipped scenario has anything near it.
    [Fact, Trait("Source", "Property")]
    public void Strings_OfTheLanguage_CanAllBeWrittenIntoAShippedScenario() =>
        Assert.Empty(SchemaStrings.All().Except(Strings.Select(found => found.Place.Key)).Order(StringComparer.Ordinal));

    [Fact, Trait("Source", "Property")]
    public async Task Hostile_InEachString_IsRefusedOrComesOutAsText()
    {
        List<string> accepted = [];
        foreach (IGrouping<string, (string File, ScenarioString Place)> ofFile in Strings.GroupBy(found => found.File))
        {
            string yaml = File.ReadAllText(ofFile.Key);
            string hostile = yaml;
            // From the end, so that the places before it stay where they are.
            foreach (ScenarioString place in ofFile.Select(found => found.Place).OrderByDescending(place => place.Start))
            {
                if (new[] { HostileText.Yaml, HostileText.Cell }.FirstOrDefault(text => IsAccepted(place.Write(yaml, text), ofFile.Key)) is string text)
                {
                    accepted.Add(place.Key);
                    hostile = place.Write(hostile, text);
                }
            }

            if (hostile != yaml)
            {
                // Of what is accepted, units alone stand in pictures, which take seconds to draw.
                await AssertComesOutAsText(hostile, Path.GetFileName(ofFile.Key), isDrawn: ofFile.Any(found => found.Place.Key == "marker.unit"));
            }
        }

        Assert.Superset(new HashSet<string> { ".description", "truth.source", "effect.source", "event.term", "marker.unit", "target.source" }, accepted.ToHashSet());
        Assert.DoesNotContain(accepted, key => key.EndsWith("#name", StringComparison.Ordinal));
    }

    private static bool IsAccepted(string yaml, string file)
    {
        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), file, ScenarioOverrides.None);
        Assert.All(reading.Problems.Concat(reading.Warnings), problem => Assert.Empty(HostileText.ObeyedByTerminal(problem.ToString())));
        return reading.IsValid;
    }

    private static async Task AssertComesOutAsText(string yaml, string name, bool isDrawn)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(name, yaml);

        CommandLine run = await CommandLine.RunAsync("run", file, "--replicates", "1", "--out", folder.PathOf("out"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Empty(HostileText.ObeyedByTerminal(run.Out + run.Error));
        if (isDrawn)
        {
            CommandLine chart = await CommandLine.RunAsync("chart", folder.PathOf("out"), "--format", "svg", "--out", folder.PathOf("out/figures"));
            Assert.True(chart.ExitCode == 0, chart.Error);
        }

        foreach (string written in Directory.EnumerateFiles(folder.PathOf("out"), "*", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(written);
            switch (Path.GetExtension(written))
            {
                case ".html":
                    Assert.Empty(HostileText.LivingInMarkup(text));
                    Assert.Contains("&lt;hostile", text, StringComparison.Ordinal);
                    Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';", text, StringComparison.Ordinal);
                    Assert.Empty(HostileText.AsksForSomething(text));
                    break;
                case ".svg":
                    XDocument.Parse(text);
                    Assert.Empty(HostileText.LivingInMarkup(text));
                    Assert.Empty(HostileText.AsksForSomething(text));
                    break;
                case ".csv":
                    Assert.Empty(HostileText.FormulaCells(text));
                    break;
                case ".json":
                    JsonDocument.Parse(text).Dispose();
                    break;
            }
        }
    }
}
