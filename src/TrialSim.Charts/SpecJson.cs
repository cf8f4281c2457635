using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TrialSim.Charts;

/// <summary>How specifications are written.</summary>
internal static class SpecJson
{
    /// <summary>Letters of every script stay readable; <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and quotes are escaped, so the text may stand inside an HTML script.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
