using System.Text.RegularExpressions;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Looks at the tables that a command has written.</summary>
internal static partial class WrittenResults
{
    /// <summary>The verdict, unless a table in a folder holds what is no number.</summary>
    public static Verdict JudgeIn(string folder, Verdict verdict)
    {
        if (!Directory.Exists(folder))
        {
            return verdict;
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".csv" or ".json").Order(StringComparer.Ordinal))
        {
            if (NoNumber().Match(File.ReadAllText(file)) is { Success: true } found)
            {
                return Verdict.Of($"{Path.GetFileName(file)} holds {found.Value}.");
            }
        }

        return verdict;
    }

    [GeneratedRegex(@"(?<=[,:\[]\s*)-?(NaN|Infinity|∞)(?=\s*[,\]}\r\n])")]
    private static partial Regex NoNumber();
}
