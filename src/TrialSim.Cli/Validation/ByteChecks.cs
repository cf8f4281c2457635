using TrialSim.Cli.Analysis;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Compares files byte for byte.</summary>
internal static class ByteChecks
{
    private const string EveryByte = "every byte";

    /// <summary>A file against its SHA-256.</summary>
    public static ValidatedCheck Of(ValidationCheck.Digest check)
    {
        string found = File.Exists(check.File) ? FileDigest.Of(check.File) : "no such file";
        string what = check.What.Length > 0 ? check.What : $"SHA-256 of {check.File}";
        return new ValidatedCheck("", what, check.Sha256, EveryByte, check.Because, found, "", found == check.Sha256 ? CheckVerdict.Passed : CheckVerdict.Failed);
    }

    /// <summary>Two files, or all files of two folders, against each other.</summary>
    public static ValidatedCheck Of(ValidationCheck.SameBytes check)
    {
        (string File, string Digest)[] first = FilesOf(check.First);
        (string File, string Digest)[] second = FilesOf(check.Second);
        string[] differing = [.. first.Except(second).Concat(second.Except(first)).Select(file => file.File).Distinct().Order(StringComparer.Ordinal)];
        string what = check.What.Length > 0 ? check.What : $"{check.First} and {check.Second}";
        string found = first.Length == 0 ? $"nothing in {check.First}"
            : differing.Length > 0 ? $"other bytes in {string.Join(", ", differing)}"
            : FormattableString.Invariant($"the same bytes in {first.Length} {(first.Length == 1 ? "file" : "files")}");
        return new ValidatedCheck("", what, "the same bytes", EveryByte, check.Because, found, "", first.Length > 0 && differing.Length == 0 ? CheckVerdict.Passed : CheckVerdict.Failed);
    }

    private static (string File, string Digest)[] FilesOf(string path) =>
        File.Exists(path) ? [("the file", FileDigest.Of(path))]
        : Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), FileDigest.Of(file)))]
        : [];
}
