using System.Text;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Bytes to text: refuses what cannot be a text file before any YAML is read.</summary>
internal static class ScenarioText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark; false, with the reason reported, when there is none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, ProblemList problems, out string text)
    {
        text = string.Empty;
        if (content.Length > Limits.FileBytes)
        {
            problems.Error(
                DocumentPath.Root,
                $"The file is longer than {Limits.FileBytes} bytes, the most that a scenario may have. Is this the right file?");
            return false;
        }

        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        int control = content.IndexOfAnyInRange((byte)0, (byte)8);
        if (control >= 0)
        {
            problems.Error(
                DocumentPath.Root,
                MarkOf(content, control),
                $"Byte {content[control]} is not text: this is a binary file or not UTF-8. Give a scenario written in YAML, saved as UTF-8.");
            return false;
        }

        try
        {
            text = Strict.GetString(content);
            return true;
        }
        catch (DecoderFallbackException e)
        {
            problems.Error(
                DocumentPath.Root,
                MarkOf(content, Math.Clamp(e.Index, 0, content.Length)),
                $"Byte {e.BytesUnknown?.FirstOrDefault() ?? 0} is not UTF-8. Save the file as UTF-8.");
            return false;
        }
    }

    private static TextMark MarkOf(ReadOnlySpan<byte> content, int index)
    {
        ReadOnlySpan<byte> before = content[..index];
        return new TextMark(before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }
}
