using System.Text.Json;
using System.Text.RegularExpressions;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary><c>trialsim replay --chart</c> and several patients.</summary>
public sealed partial class ReplayChartTests
{
    private static readonly string Pauses = Repository.PathOf("scenarios", "demo-sorafenib-pauses.yaml");

    // TACE every 42 days; sorafenib from five days after it until a day before the next: 36 of 42 days, in months of 30.4375.
    [Fact, Trait("Source", "ByHand")]
    public async Task Chart_OnePatientAsHtml_DrawsSessionsAndSpellsWhereTheTextHasThem()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("charts/course.html");
        CommandLine replay = await CommandLine.RunAsync("replay", Pauses, "--replicate", "1", "--patient", "3", "--arm", "tace_sorafenib", "--chart", file);

        Assert.Equal((0, ""), (replay.ExitCode, replay.Error));
        Assert.EndsWith($"\nChart: {file}\n", replay.Out, StringComparison.Ordinal);
        using JsonDocument spec = SpecOf(file);
        JsonElement[] bars = Values(spec, "bar");
        JsonElement[] taken = [.. bars.Where(bar => bar.GetProperty("category").GetString() == "sorafenib taken")];
        Assert.Equal(5 / 30.4375, taken[0].GetProperty("from").GetDouble(), 1e-12);
        Assert.Equal(41 / 30.4375, taken[0].GetProperty("to").GetDouble(), 1e-12);
        Assert.Equal(47 / 30.4375, taken[1].GetProperty("from").GetDouble(), 1e-12);
        JsonElement held = bars.First(bar => bar.GetProperty("category").GetString() == "held");
        Assert.Equal((41 / 30.4375, 47 / 30.4375), (held.GetProperty("from").GetDouble(), held.GetProperty("to").GetDouble()));
        JsonElement[] sessions = [.. Values(spec, "point").Where(mark => mark.GetProperty("category").GetString() == "tace session")];
        Assert.Equal(replay.Out.Split('\n').Count(line => line.Contains("tace, session", StringComparison.Ordinal)), sessions.Length);
        Assert.Equal(42 / 30.4375, sessions[1].GetProperty("from").GetDouble(), 1e-12);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Chart_SeveralPatients_HasARowForEachAndPrintsAll()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("courses.html");
        CommandLine replay = await CommandLine.RunAsync("replay", Pauses, "--replicate", "1", "--patient", "1..3,7", "--chart", file);

        Assert.Equal(0, replay.ExitCode);
        using JsonDocument spec = SpecOf(file);
        Assert.Equal(4, Values(spec, "bar").Count(bar => bar.GetProperty("tip").GetString()!.EndsWith(": followed", StringComparison.Ordinal)));
        Assert.Equal([1, 2, 3, 7], PatientLine().Matches(replay.Out).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    // What nobody sees before the scan is hollow, what the scan sees is filled; the days are those of the text.
    [Fact, Trait("Source", "Property")]
    public async Task Chart_EventSeenLater_IsDrawnHappenedAndSeen()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("course.html");
        await CommandLine.RunAsync("replay", Repository.PathOf("scenarios", "demo-scan-interval.yaml"), "--replicate", "1", "--patient", "3", "--chart", file);

        using JsonDocument spec = SpecOf(file);
        JsonElement[] marks = Values(spec, "point");
        double happened = marks.Single(mark => mark.GetProperty("category").GetString() == "progression happened").GetProperty("from").GetDouble();
        double seen = marks.Single(mark => mark.GetProperty("category").GetString() == "progression seen").GetProperty("from").GetDouble();
        Assert.True(seen > happened);
        Assert.Contains(marks, mark => mark.GetProperty("category").GetString() == "visit kept" && mark.GetProperty("from").GetDouble() == seen);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Chart_Svg_IsOneOrSaysThatNodeIsMissing()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("course.svg");
        CommandLine replay = await CommandLine.RunAsync("replay", Pauses, "--replicate", "1", "--patient", "3", "--chart", file);

        if (replay.ExitCode == 0)
        {
            Assert.StartsWith("<svg", File.ReadAllText(file), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2, replay.ExitCode);
            Assert.Contains("Node.js", replay.Error, StringComparison.Ordinal);
            Assert.Contains("A file that ends with .html needs no Node.js.", replay.Error, StringComparison.Ordinal);
        }
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--patient: '0' cannot be used; write whole numbers from 1, such as 57, 1..12 or 3,7,20..24.", "--patient", "0")]
    [InlineData("--patient: '5..3' cannot be used; write whole numbers from 1, such as 57, 1..12 or 3,7,20..24.", "--patient", "5..3")]
    [InlineData("--patient: these are more than 100 patients, too many to look at. Write fewer.", "--patient", "1..200")]
    [InlineData("--chart: 'course.pdf' has another ending than .html, .svg and .png. Write one of these, such as course.html.", "--patient", "1", "--chart", "course.pdf")]
    public async Task Replay_OptionThatCannotBeUsed_SaysWhatToWrite(string message, params string[] options)
    {
        CommandLine replay = await CommandLine.RunAsync(["replay", Pauses, "--replicate", "1", .. options]);

        Assert.Equal(2, replay.ExitCode);
        Assert.StartsWith(message + "\n", replay.Error, StringComparison.Ordinal);
    }

    [PipeFact, Trait("Source", "Regression")]
    public async Task Chart_ALinkToAFile_StaysALinkAndTheFileIsWritten()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("course.txt", "an older one");
        File.CreateSymbolicLink(folder.PathOf("course.html"), "course.txt");

        CommandLine replay = await Replay(folder);

        Assert.Equal((0, ""), (replay.ExitCode, replay.Error));
        Assert.Equal("course.txt", new FileInfo(folder.PathOf("course.html")).LinkTarget);
        Assert.StartsWith("<!", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(["course.html", "course.txt"], folder.Listing());
    }

    [PipeFact, Trait("Source", "Regression")]
    public async Task Chart_WhereAPipeOrADeviceIs_IsRefusedAndItStays()
    {
        using TemporaryFolder folder = new();
        PipeFactAttribute.Make(folder.PathOf("course.html"));
        CommandLine pipe = await Replay(folder);
        File.Delete(folder.PathOf("course.html"));
        File.CreateSymbolicLink(folder.PathOf("course.html"), "/dev/null");
        CommandLine device = await Replay(folder);
        File.Delete(folder.PathOf("course.html"));
        File.CreateSymbolicLink(folder.PathOf("course.html"), folder.PathOf("other.html"));
        File.CreateSymbolicLink(folder.PathOf("other.html"), folder.PathOf("course.html"));
        CommandLine circle = await Replay(folder);

        string message = $"--chart: '{folder.PathOf("course.html")}' cannot be written. It is a pipe or a device, which a file would take the place of. Name a file.\n";
        Assert.Equal((2, message), (pipe.ExitCode, pipe.Error));
        Assert.Equal((2, message), (device.ExitCode, device.Error));
        Assert.Equal(2, circle.ExitCode);
        Assert.StartsWith($"--chart: '{folder.PathOf("course.html")}' cannot be written. ", circle.Error, StringComparison.Ordinal);
        Assert.Equal(["course.html", "other.html"], folder.Listing());
    }

    [Fact, Trait("Source", "Property")]
    public async Task Chart_WhereAnEmptyFileIs_TakesItsPlace()
    {
        using TemporaryFolder folder = new();
        folder.Write("course.html", "");

        CommandLine replay = await Replay(folder);

        Assert.Equal((0, ""), (replay.ExitCode, replay.Error));
        Assert.StartsWith("<!", File.ReadAllText(folder.PathOf("course.html")), StringComparison.Ordinal);
    }

    private static Task<CommandLine> Replay(TemporaryFolder folder) =>
        CommandLine.RunAsync("replay", Pauses, "--replicate", "1", "--patient", "3", "--chart", folder.PathOf("course.html"));

    private static JsonDocument SpecOf(string file)
    {
        Match spec = SpecElement().Match(File.ReadAllText(file));
        return JsonDocument.Parse(spec.Groups[1].Value);
    }

    /// <summary>The data of all layers with a mark.</summary>
    private static JsonElement[] Values(JsonDocument spec, string mark) =>
    [
        .. spec.RootElement.GetProperty("layer").EnumerateArray()
            .Where(layer => layer.GetProperty("mark").GetProperty("type").GetString() == mark)
            .SelectMany(layer => layer.GetProperty("data").GetProperty("values").EnumerateArray()),
    ];

    [GeneratedRegex("""<script type="application/json" id="spec-course">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex SpecElement();

    [GeneratedRegex(@"patient (\d+) of replicate 1")]
    private static partial Regex PatientLine();
}
