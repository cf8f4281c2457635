using System.Globalization;
using System.Text;
using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Command lines of every command, with options that are missing, repeated, of other commands, and with hostile values.</summary>
/// <param name="Grammar">The commands.</param>
/// <param name="Folders">Results to name in them.</param>
/// <param name="Examples">The folder of the data files that ship.</param>
internal sealed record CommandLines(CommandGrammar Grammar, SampleFolders Folders, string Examples) : IFuzzKind
{
    private const int MostChanges = 3;
    private const int MostTrials = 30;

    // Whoever asks for a long run gets one; what is tried here is what is asked for, not how long it takes.
    private static readonly string[] Long = ["--replicates", "-n", "--threads"];

    // Names that exist nowhere or are no files.
    private static readonly string[] Places =
    [
        "trial.yaml", "data.csv", "results", "out", "", ".", "none.yaml", "a/b/c", "a b", "臨床試驗.yaml", "-x", "--", "/dev/null", "/proc/self/nothing", "/nonexistent/x", "trial.yaml/", "trial.yaml/x",
        "~/x", "C:\\x.yaml", "x\ny", "$(id)", "'", "*",
    ];

    /// <inheritdoc/>
    public string Name => "command lines";

    /// <inheritdoc/>
    public Verdict Try(Chance chance, string place)
    {
        File.WriteAllText(Path.Combine(place, "trial.yaml"), SampleFolders.Scenario);
        File.Copy(Path.Combine(Examples, "lung.csv"), Path.Combine(place, "data.csv"));
        Folders.CopyTo(Path.Combine(place, "results"), "run");
        List<string> words = [.. chance.OneIn(4) ? Invented(chance) : chance.Pick(Grammar.Examples).Select(word => Named(word, chance))];
        for (int left = chance.Between(0, MostChanges); left > 0; left--)
        {
            Change(words, chance);
        }

        string[] args = [.. Shortened([.. words.Select(Harmless)]), .. words.Contains("submit") ? ["--dry-run"] : words.Contains("validate") ? ["--list"] : Array.Empty<string>()];
        File.WriteAllText(Path.Combine(place, "command.txt"), string.Join('\n', args));
        Verdict verdict = ProgramRun.Of(args).Judge();
        return verdict.Fault.Length > 0 ? Verdict.Of($"trialsim {string.Join(' ', args)}: {verdict.Fault}") : verdict;
    }

    // Examples name files that are not there; a good part of them is to get further than that.
    private static string Named(string word, Chance chance) => word switch
    {
        _ when chance.OneIn(15) => word,
        _ when word.EndsWith(".yaml", StringComparison.Ordinal) => "trial.yaml",
        _ when word.EndsWith(".csv", StringComparison.Ordinal) => "data.csv",
        _ when word.StartsWith("results/", StringComparison.Ordinal) => chance.OneIn(2) ? "results" : "out",
        _ => word,
    };

    private string[] Invented(Chance chance)
    {
        (string[] path, string[] options) = chance.Pick(Grammar.Commands);
        List<string> words = [.. path];
        if (!chance.OneIn(3))
        {
            words.Add(chance.Pick(Places));
        }

        for (int left = chance.Below(4); left > 0 && options.Length > 0; left--)
        {
            words.AddRange([chance.Pick(options), Value(chance)]);
        }

        return [.. words];
    }

    private void Change(List<string> words, Chance chance)
    {
        int at = chance.Below(words.Count + 1);
        switch (chance.Below(8))
        {
            case 0 when at < words.Count:
                words.RemoveAt(at);
                break;
            case 1 when at < words.Count:
                words.Insert(at, words[at]);
                break;
            case 2:
                words.AddRange([chance.Pick(chance.Pick(Grammar.Commands).Options), Value(chance)]);
                break;
            case 3 or 4 when at < words.Count:
                words[at] = Value(chance);
                break;
            case 5 when at < words.Count && words[at].Contains('=', StringComparison.Ordinal):
                words[at] = words[at][..(words[at].IndexOf('=', StringComparison.Ordinal) + 1)] + Hostile.Text(chance);
                break;
            case 6 when at < words.Count && words[at].Length > 1:
                words[at] = words[at].Remove(chance.Below(words[at].Length), 1);
                break;
            default:
                words.Insert(at, chance.Pick(Places));
                break;
        }
    }

    private static string Value(Chance chance) => chance.Below(5) switch
    {
        0 => chance.Pick(Places),
        1 => string.Join(',', chance.Pick(Hostile.Numbers), chance.Pick(Hostile.Numbers)),
        2 => $"{chance.Pick(Hostile.Numbers)}@{chance.Pick(Hostile.Durations)}",
        _ => Hostile.Text(chance),
    };

    // No process can be given a NUL or half of a character, and whoever may write anywhere would: names of places outside the input's own folder become names inside it. /dev and /proc take nothing.
    private static string Harmless(string word)
    {
        string possible = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(word.Replace("\0", "", StringComparison.Ordinal)));
        if (possible.StartsWith("/dev/", StringComparison.Ordinal) || possible.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return possible;
        }

        int value = possible.StartsWith("--", StringComparison.Ordinal) ? possible.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
        string inside = possible[value..].Replace("..", ".", StringComparison.Ordinal);
        return possible[..value] + (inside.StartsWith('/') ? "." + inside : inside);
    }

    private static IEnumerable<string> Shortened(List<string> words)
    {
        bool isSimulated = words.Any(word => word is "run" or "sweep" or "size" or "check");
        for (int index = 0; index < words.Count; index++)
        {
            string word = words[index].Replace("svg", "json", StringComparison.Ordinal).Replace("png", "json", StringComparison.Ordinal);
            yield return index > 0 && Long.Contains(words[index - 1]) && long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number > MostTrials ? "30" : word;
        }

        if (isSimulated && !words.Any(word => word is "-n" or "--replicates"))
        {
            yield return "-n";
            yield return "30";
        }
    }
}
