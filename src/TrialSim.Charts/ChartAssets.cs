using System.Text.RegularExpressions;

namespace TrialSim.Charts;

/// <summary>What a report embeds to draw its charts.</summary>
/// <param name="Runtime">JavaScript of Vega, Vega-Lite and vega-embed; empty where the build had no Node.</param>
/// <param name="Notices">Licences of what <paramref name="Runtime"/> holds; empty with it.</param>
public sealed partial record ChartAssets(string Runtime, string Notices)
{
    /// <summary>Nothing to draw with: a report's tables stay, and it says what to install.</summary>
    public static ChartAssets None { get; } = new(Runtime: "", Notices: "");

    /// <summary>What was bundled when this assembly was built.</summary>
    public static ChartAssets OfThisBuild { get; } = new(TextOf("vega-runtime.js"), TextOf("notices.txt"));

    /// <summary>Whether charts can be drawn.</summary>
    public bool IsBundled => Runtime.Length > 0;

    /// <summary>What draws the charts, such as <c>vega 6.2.0, vega-lite 6.4.1, vega-embed 7.1.0</c>; none where nothing does.</summary>
    public string Software => Banner().Matches(Runtime) is { Count: > 0 } banners ? string.Join(", ", banners.Select(banner => banner.Groups[1].Value)) : "none";

    [GeneratedRegex(@"^/\*! (\S+ [0-9][^,\s]*), ", RegexOptions.Multiline)]
    private static partial Regex Banner();

    /// <summary>Text of a resource of this assembly; empty where the build left it out.</summary>
    internal static string TextOf(string resource)
    {
        using Stream? stream = typeof(ChartAssets).Assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            return "";
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
