using System.Text;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>Changes bytes without knowing what they mean: what a broken disk, a wrong editor or a wrong encoding does to a file.</summary>
internal static class ByteMutation
{
    private const int MostChanges = 5;

    // Pieces that mean something in YAML, in CSV or in the language, so that changes reach deep.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", ";", "'", "\"", "#", "&a ", "*a", "!!x ", "|\n", ">\n", "? ", "---\n", "...\n", "%", "@", "<<: ", "none", "null", "~", "0", "-1", "1e308", "NaN", ".inf", "12m", "0d", "199y",
            "by_arm", "by_covariate", "any", "all", "not", "always", "death", "quantiles", "true", "\0", "\uFEFF", "é", "\u2028", "😀", "{{{{{{{{", "[[[[[[[[", "\r\n", "\r", "\"\"", "\n\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xF5, 0x80, 0x80, 0x80],
    ];

    /// <summary>Some bytes after one to five changes.</summary>
    public static byte[] Of(byte[] source, Chance chance)
    {
        List<byte> bytes = [.. source];
        for (int left = chance.OneIn(2) ? 1 : chance.Between(1, MostChanges); left > 0; left--)
        {
            Change(bytes, chance);
        }

        return chance.OneIn(15) ? Recoded([.. bytes], chance) : [.. bytes];
    }

    private static void Change(List<byte> bytes, Chance chance)
    {
        int at = chance.Below(bytes.Count + 1);
        int length = Math.Min(bytes.Count - at, 1 << chance.Below(8));
        switch (chance.Below(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << chance.Below(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)chance.Below(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(chance.Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when chance.OneIn(8):
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                SwapLines(bytes, chance);
                break;
            case 6:
                bytes.RemoveRange(at, Math.Min(length, 12));
                bytes.InsertRange(at, chance.Pick(Pieces));
                break;
            default:
                bytes.InsertRange(at, chance.Pick(Pieces));
                break;
        }
    }

    private static void SwapLines(List<byte> bytes, Chance chance)
    {
        string[] lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        (int one, int other) = (chance.Below(lines.Length), chance.Below(lines.Length));
        (lines[one], lines[other]) = (lines[other], chance.OneIn(3) ? lines[other] : lines[one]);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    private static byte[] Recoded(byte[] bytes, Chance chance)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return chance.Below(7) switch
        {
            0 => [.. Encoding.UTF8.Preamble, .. bytes],
            1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            2 => [.. Encoding.BigEndianUnicode.GetBytes(text)],
            3 => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
            4 => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r")),
            5 => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text.Replace("  ", "\t", StringComparison.Ordinal)),
        };
    }
}
