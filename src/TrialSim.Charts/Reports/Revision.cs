using System.Text.RegularExpressions;

namespace TrialSim.Charts.Reports;

/// <summary>A program's version as a person compares it.</summary>
internal static partial class Revision
{
    /// <summary>
    /// For example <c>0.1.0, revision dab746dc4</c> of <c>0.1.0+dab746dc45ff…</c>: nine digits tell revisions apart, and the manifest keeps all forty. A
    /// version that does not end with a revision stays as it is.
    /// </summary>
    public static string Shorten(string programVersion) => FullRevision().Replace(programVersion, ", revision $1");

    [GeneratedRegex(@"\+([0-9a-f]{9})[0-9a-f]{31}$")]
    private static partial Regex FullRevision();
}
