using System.Text;
using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Inputs that no chance finds: bombs, depths, sizes and encodings, each tried once.</summary>
internal sealed class HandMade(ShippedScenarios shipped) : IFuzzKind
{
    private const int Deep = 100_000;
    private const int Large = 10_000_000;

    private readonly IReadOnlyList<(string What, Func<byte[]> Make)> _all = AllOf(shipped.Texts[0]);

    /// <inheritdoc/>
    public string Name => "made by hand";

    /// <summary>How many there are: the first inputs of a campaign.</summary>
    public int Count => _all.Count;

    /// <summary>The number of the one that is tried next.</summary>
    public int Number { get; set; }

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place)
    {
        (string what, Func<byte[]> make) = _all[Number];
        byte[] content = make();
        Verdict read = ScenarioTrial.Of(content, shipped, chance, place);
        string data = Path.Combine(place, "data.csv");
        File.WriteAllBytes(data, content);
        Verdict asTable = ProgramRun.Of("analyze", data, "--time", "time", "--event", "event").Judge();
        string fault = read.Fault.Length > 0 ? read.Fault : asTable.Fault;
        return fault.Length > 0 ? Verdict.Of($"{what}: {fault}") : read;
    }

    private static IReadOnlyList<(string What, Func<byte[]> Make)> AllOf(string good) =>
    [
        ("billion laughs", () => Utf8("a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghij".Select(c => $"{c}: &{c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 10))}]\n")))),
        ("an anchor within itself", () => Utf8("trialsim: 1\ndesign: &a {patients: 20, arms: *a}\n")),
        ("merge keys in a circle", () => Utf8("a: &a {<<: *b}\nb: &b {<<: *a}\n")),
        ("deep flow lists", () => Utf8("trialsim: " + new string('[', Deep))),
        ("deep flow lists that end", () => Utf8("trialsim: " + new string('[', Deep) + new string(']', Deep))),
        ("deep flow mappings", () => Utf8("trialsim: " + string.Concat(Enumerable.Repeat("{a: ", Deep)))),
        ("deep block mappings", () => Utf8(string.Concat(Enumerable.Range(0, 1_000).Select(depth => new string(' ', depth) + "a:\n")))),
        ("deep block lists", () => Utf8(string.Concat(Enumerable.Repeat("- ", Deep)))),
        ("deep complex keys", () => Utf8(string.Concat(Enumerable.Repeat("? ", Deep)))),
        ("deep conditions", () => Utf8(good + "\nx: " + string.Concat(Enumerable.Repeat("{not: ", 30)) + "a" + new string('}', 30))),
        ("a key of ten million characters", () => Utf8(new string('k', Large) + ": 1\n")),
        ("a key of nearly a million characters", () => Utf8("trialsim: 1\n" + new string('k', 1_000_000) + ": 1\n")),
        ("a value of nearly a million characters", () => Utf8("trialsim: " + new string('9', 1_000_000))),
        ("a description of nearly a million characters", () => Utf8("description: '" + new string('x', 1_000_000 - good.Length) + "'\n" + good)),
        ("one line of ten million characters", () => Utf8(new string('a', Large))),
        ("a million line ends", () => Utf8(new string('\n', 1_000_000))),
        ("a million spaces", () => Utf8(new string(' ', 1_000_000) + "a")),
        ("a million tabs", () => Utf8(new string('\t', 1_000_000))),
        ("a hundred thousand keys", () => Utf8("trialsim: 1\n" + string.Concat(Enumerable.Range(0, 80_000).Select(n => $"k{n}: {n}\n")))),
        ("a hundred thousand times the same key", () => Utf8(string.Concat(Enumerable.Repeat("trialsim: 1\n", 80_000)))),
        ("a hundred thousand documents", () => Utf8(string.Concat(Enumerable.Repeat("--- 1\n", 100_000)))),
        ("a hundred thousand anchors", () => Utf8(string.Concat(Enumerable.Range(0, 60_000).Select(n => $"- &a{n} x\n")))),
        ("a hundred thousand comments", () => Utf8(string.Concat(Enumerable.Repeat("# c\n", 200_000)) + good)),
        ("an open quote before a million characters", () => Utf8("name: \"" + new string('q', 1_000_000))),
        ("an open block scalar", () => Utf8("name: |\n" + string.Concat(Enumerable.Repeat("  text\n", 100_000)))),
        ("directives", () => Utf8("%YAML 9.9\n%TAG ! tag:x,2000:\n---\n" + good)),
        ("tags", () => Utf8("!!map {trialsim: !!int 1, name: !!str x}")),
        ("a byte order mark", () => [.. Encoding.UTF8.Preamble, .. Utf8(good)]),
        ("two byte order marks", () => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Utf8(good)]),
        ("UTF-16", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(good)]),
        ("UTF-32", () => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(good)]),
        ("carriage returns and line feeds", () => Utf8(good.ReplaceLineEndings("\r\n"))),
        ("carriage returns", () => Utf8(good.ReplaceLineEndings("\r"))),
        ("tabs", () => Utf8(good.Replace("  ", "\t", StringComparison.Ordinal))),
        ("line separators", () => Utf8(good.Replace("\n", "\u2028", StringComparison.Ordinal))),
        ("zeros", () => new byte[100_000]),
        ("invalid UTF-8", () => [.. Utf8(good), 0xC3, 0x28, 0xFF]),
        ("surrogates as UTF-8", () => [.. Utf8("name: "), 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
        ("all bytes", () => [.. Enumerable.Range(0, 256).Select(value => (byte)value)]),
        ("nothing", () => []),
        ("a base that is itself", () => Utf8("trialsim: 1\nextends: scenario.yaml\n")),
        ("a base on another machine", () => Utf8("trialsim: 1\nextends: \\\\host\\share\\x.yaml\n")),
        ("a base that never ends", () => Utf8("trialsim: 1\nextends: /dev/zero\n")),
        ("a sweep of 10^9 cells", () => Utf8(good + "\nsweep: {vary: {design.patients: {from: 1, to: 1000000, steps: 1000000}, truth.accrual.duration: {from: 1d, to: 1000d, steps: 1000}}}\n")),
        ("a table of a million columns", () => Utf8("time,event" + string.Concat(Enumerable.Range(0, 300_000).Select(n => $",c{n}")) + "\n1,1\n2,0\n")),
        ("a table of a million separators", () => Utf8("time,event\n" + new string(',', 1_000_000))),
        ("a table with a cell of ten million characters", () => Utf8("time,event\n" + new string('7', Large) + ",1\n")),
        ("a table with an open quote", () => Utf8("time,event\n\"" + new string('7', Large))),
        ("a table of one column ten thousand times", () => Utf8(string.Join(',', Enumerable.Repeat("time", 10_000)) + "\n1,1\n")),
        ("a table of extremes", () => Utf8("time,event\n1e308,1\n1e308,1\n5e-324,1\n0,1\n1e-300,0\n")),
        ("a table of equal times", () => Utf8("time,event\n" + string.Concat(Enumerable.Repeat("1,1\n", 20_000)))),
        ("a table of no events", () => Utf8("time,event\n" + string.Concat(Enumerable.Repeat("1,0\n", 20)))),
        ("a table without rows", () => Utf8("time,event\n")),
        ("a table of one row", () => Utf8("time,event\n3,1\n")),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
