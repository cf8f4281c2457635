using System.Text;
using TrialSim.Results.Data;

namespace TrialSim.Results.Tests.Data;

public sealed class PatientTableReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trialsim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, Trait("Source", "Property")]
    [InlineData("t,e\n1.5,1\n2,0\n", ',')]
    [InlineData("t;e\r\n1.5;1\r\n2;0\r\n", ';')]
    [InlineData("t\te\n1.5\t1\n2\t0", '\t')]
    [InlineData("\ufefft,e\n\n 1.5 , 1\n2,0\n", ',')]
    public void Read_AnySeparatorAndLineEnd_GivesTheSameColumns(string content, char separator)
    {
        PatientTable table = PatientTableReader.Read(FileOf(content), ["t", "e"]);

        PatientFaults faults = new("data");
        Assert.Equal(separator, table.Separator);
        Assert.Equal(["t", "e"], table.Names);
        Assert.Equal([1.5, 2.0], table.Numbers("t", faults));
        Assert.Equal(["1", "0"], table["e"].Levels());
        faults.ThrowIfAny();
    }

    [Fact, Trait("Source", "ByHand")]
    public void LineOf_EmptyLinesAndQuotedLineBreaks_IsTheLineOfTheFile()
    {
        PatientTable table = PatientTableReader.Read(FileOf("t,note\n1,\"a\nb\"\n\n2,c\n"), ["t"]);

        Assert.Equal((2, 2L, 5L), (table.Rows, table.LineOf(0), table.LineOf(1)));
        Assert.Equal(["t", "note"], table.Names);
    }

    [Fact, Trait("Source", "Property")]
    public void Read_Utf16WithByteOrderMark_IsUnderstood()
    {
        string file = Path.Combine(_folder, "data.csv");
        File.WriteAllText(file, "t,Ärm\n1,ä\n", Encoding.Unicode);

        Assert.Equal(["ä"], PatientTableReader.Read(file, ["Ärm"])["Ärm"].Cells);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("na")]
    [InlineData("NaN")]
    [InlineData(".")]
    public void IsMissing_UsualSpellings_AreMissingInEveryColumn(string cell)
    {
        PatientTable table = PatientTableReader.Read(FileOf($"t,arm\n{cell},{cell}\n1,a\n"), ["t", "arm"]);

        Assert.True(table["t"].IsMissing(0));
        Assert.Equal(["a"], table["arm"].Levels());
        Assert.True(double.IsNaN(table.Numbers("t", new PatientFaults("data"))[0]));
    }

    [Fact, Trait("Source", "Property")]
    public void Numbers_CellsThatAreNone_AreNamedWithTheirLines()
    {
        string file = FileOf("t\n1\nx\n2,5\n1e400\n".Replace("\n2,5", "\n\"2,5\"", StringComparison.Ordinal));
        PatientTable table = PatientTableReader.Read(file, ["t"]);
        PatientFaults faults = new(file);
        table.Numbers("t", faults);

        string[] lines = Assert.Throws<PatientDataException>(faults.ThrowIfAny).Message.Split('\n');
        Assert.Equal(
            [
                $"{file}:3  t: 'x' is not a number. Write a number such as 12.5, or leave the cell empty where the value is missing.",
                $"{file}:4  t: '2,5' has a decimal comma. Write 2.5, or export the file again with decimal points.",
                $"{file}:5  t: '1e400' is not a number. Write a number such as 12.5, or leave the cell empty where the value is missing.",
            ],
            lines);
    }

    [Fact, Trait("Source", "Property")]
    public void Read_MillionRows_KeepsThemAll()
    {
        string file = Path.Combine(_folder, "data.csv");
        using (StreamWriter text = new(file))
        {
            text.Write("id,t,e\n");
            for (int row = 0; row < 1_000_000; row++)
            {
                text.Write($"{row},{row % 1000}.5,{row % 2}\n");
            }
        }

        PatientTable table = PatientTableReader.Read(file, ["t", "e"]);

        Assert.Equal((1_000_000, 1_000_001L), (table.Rows, table.LineOf(999_999)));
        Assert.Equal(999.5, table.Numbers("t", new PatientFaults(file)).Max());
    }

    private string FileOf(string content)
    {
        string file = Path.Combine(_folder, "data.csv");
        File.WriteAllText(file, content);
        return file;
    }
}
