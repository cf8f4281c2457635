using System.Collections.Immutable;
using System.Text;

namespace TrialSim.Results.Sweeps;

/// <summary>A cell's record as bytes, and back. Series take as little room as what is in them allows, see <see cref="SeriesBytes"/>.</summary>
internal static class CellRecordBytes
{
    /// <summary>The bytes.</summary>
    public static byte[] Of(CellRecord record)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(record.Number);
            writer.Write(record.Digest);
            writer.Write(record.Seed);
            writer.Write(record.Replicates);
            writer.Write(record.Figures.Length);
            foreach (CellFigure figure in record.Figures)
            {
                Write(writer, figure.Row);
                SeriesBytes.Write(writer, figure.Series.AsSpan());
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The record again.</summary>
    public static CellRecord Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        return new CellRecord(
            reader.ReadInt32(),
            reader.ReadString(),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new CellFigure(ReadRow(reader), ImmutableArray.Create(SeriesBytes.Read(reader))))]);
    }

    private static void Write(BinaryWriter writer, OperatingCharacteristic row)
    {
        foreach (string text in new[] { row.Look, row.Endpoint, row.Analysis, row.Arm, row.Measure, row.Unit, row.Subject })
        {
            writer.Write(text);
        }

        foreach (double? number in new[] { row.Value, row.MonteCarloStandardError, row.Lower, row.Upper })
        {
            writer.Write(number.HasValue);
            writer.Write(number ?? 0);
        }

        writer.Write(row.Replicates);
        writer.Write(row.NotEstimable);
    }

    private static OperatingCharacteristic ReadRow(BinaryReader reader)
    {
        string[] texts = [.. Enumerable.Range(0, 7).Select(_ => reader.ReadString())];
        double?[] numbers = [.. Enumerable.Range(0, 4).Select(_ => reader.ReadBoolean() ? reader.ReadDouble() : Skip(reader))];
        return new OperatingCharacteristic(
            texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], numbers[0], numbers[1], numbers[2], numbers[3], reader.ReadInt64(), reader.ReadInt64())
        { Subject = texts[6] };
    }

    private static double? Skip(BinaryReader reader)
    {
        reader.ReadDouble();
        return null;
    }
}
