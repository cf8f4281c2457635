using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Tests.Tables;

public sealed class CsvTextTests
{
    private static readonly Column<Cell>[] OneColumn = [new("cell", ColumnType.Text, "", "", cell => cell)];

    [Fact, Trait("Source", "Independent")]
    public void AppendRow_AnyCharacterAnywhere_QuotesAsCsvHelperDoes()
    {
        for (char character = '\u0001'; character < '\u3000'; character++)
        {
            Assert.All(
                [$"{character}", $"{character}b", $"a{character}b", $"a{character}", $"{character}{character}"],
                text => Assert.Equal(ByCsvHelper(text), Written(text)));
        }

        Assert.Equal(ByCsvHelper("a \"name\", and\nmore \U0001F600"), Written("a \"name\", and\nmore \U0001F600"));
    }

    [Fact, Trait("Source", "Independent")]
    public void AppendRow_Numbers_AreWrittenAsDotNetWritesThemInvariantly()
    {
        double[] numbers = [0, -0.0, 1, -1.5, 0.1, 1.0 / 3, Math.PI * 1e300, double.Epsilon, double.MaxValue, double.MinValue, 1e15, 1e16, 1e-5, 123456789012345680, double.NaN];
        foreach (double number in numbers)
        {
            Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture) + "\n", Written(Cell.Of(number)));
            Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), Cell.Of(number).ToString());
        }

        Assert.Equal("-9223372036854775808\n", Written(Cell.Of(long.MinValue)));
        Assert.Equal("9223372036854775807", Cell.Of(long.MaxValue).ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void AppendRow_InfinitiesAndMissing_AreWordsThatRReadsAndEmpty()
    {
        Assert.Equal("Inf\n", Written(Cell.Of(double.PositiveInfinity)));
        Assert.Equal("-Inf\n", Written(Cell.Of(double.NegativeInfinity)));
        Assert.Equal("\n", Written(Cell.Of((double?)null)));
        Assert.Equal("\n", Written(Cell.Missing));
        Assert.Equal("", Cell.Missing.ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Write_ManyRowsAndClosedTwice_WritesEachOnce()
    {
        using MemoryStream file = new();
        CsvTable<int> table = new(file, [new("a", ColumnType.WholeNumber, "", "", row => Cell.Of(row)), new("b", ColumnType.Text, "", "", row => "x,y")]);
        for (int row = 0; row < 20_000; row++)
        {
            table.Write(row);
        }

        table.Dispose();
        table.Dispose();

        string[] lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
        Assert.Equal(20_000 + 2, lines.Length);
        Assert.Equal("a,b", lines[0]);
        Assert.Equal("19999,\"x,y\"", lines[20_000]);
        Assert.Equal("", lines[^1]);
    }

    private static string Written(Cell cell)
    {
        ArrayBufferWriter<byte> output = new();
        CsvText.AppendRow(output, OneColumn, cell);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string ByCsvHelper(string text)
    {
        StringWriter output = new(CultureInfo.InvariantCulture);
        using (CsvWriter writer = CsvWriter.Create(output, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: false))
        {
            writer.WriteField(text);
            writer.EndRecord();
        }

        return output.ToString();
    }
}
