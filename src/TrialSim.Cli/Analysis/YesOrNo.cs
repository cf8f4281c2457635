namespace TrialSim.Cli.Analysis;

/// <summary>Words by which files say yes and no.</summary>
internal static class YesOrNo
{
    private static readonly string[] Yes = ["1", "yes", "y", "true", "t"];
    private static readonly string[] No = ["0", "no", "n", "false", "f"];

    public static bool IsYes(string level) => Yes.Contains(level, StringComparer.OrdinalIgnoreCase);

    public static bool IsNo(string level) => No.Contains(level, StringComparer.OrdinalIgnoreCase);
}
