using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace TrialSim.Results.Tables;

/// <summary>Rows as CSV in UTF-8 (RFC 4180 quoting, <c>\n</c> line ends on every platform, so that a file's hash is a test of determinism), without a string for any of their numbers.</summary>
internal static class CsvText
{
    private const int LongestNumber = 32; // That of a double is -1.7976931348623157E+308.
    private const byte Delimiter = (byte)',';
    private const byte LineEnd = (byte)'\n';

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Appends the names of columns.</summary>
    public static void AppendHeader<TRow>(IBufferWriter<byte> output, ReadOnlySpan<Column<TRow>> columns)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            AppendText(output, columns[column].Name);
            End(output, column == columns.Length - 1);
        }
    }

    /// <summary>Appends a row.</summary>
    public static void AppendRow<TRow>(IBufferWriter<byte> output, ReadOnlySpan<Column<TRow>> columns, TRow row)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            Cell cell = columns[column].Cell(row);
            if (cell.TryText(out string text))
            {
                AppendText(output, text);
            }
            else
            {
                bool fits = cell.TryFormat(output.GetSpan(LongestNumber), out int written);
                Debug.Assert(fits);
                output.Advance(written);
            }

            End(output, column == columns.Length - 1);
        }
    }

    private static void End(IBufferWriter<byte> output, bool isLast)
    {
        output.GetSpan(1)[0] = isLast ? LineEnd : Delimiter;
        output.Advance(1);
    }

    private static void AppendText(IBufferWriter<byte> output, string text)
    {
        if (text.Length > 0)
        {
            bool isPlain = !text.AsSpan().ContainsAny(NeedQuotes);
            Encoding.UTF8.GetBytes(isPlain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", output);
        }
    }
}
