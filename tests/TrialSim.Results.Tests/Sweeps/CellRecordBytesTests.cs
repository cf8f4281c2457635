using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Sweeps;

namespace TrialSim.Results.Tests.Sweeps;

public sealed class CellRecordBytesTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(new float[0], 4)]
    [InlineData(new float[] { 7, 7, 7 }, 9)]
    [InlineData(new float[] { 0, 1, 1, 0, 1, 1, 1, 1, 1 }, 11)]
    [InlineData(new float[] { 100, 103, 355 }, 12)]
    [InlineData(new float[] { 100, 103, 356 }, 21)]
    [InlineData(new float[] { -2, 3, 1 }, 12)]
    [InlineData(new float[] { 0.25f, float.NaN, 1 }, 21)]
    [InlineData(new float[] { 1, float.NaN, 0 }, 21)]
    [InlineData(new float[] { float.NaN, float.NaN }, 9)]
    public void Series_WrittenAndRead_IsTheSameInAsFewBytesAsItNeeds(float[] series, int bytes)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        SeriesBytes.Write(writer, series);
        writer.Flush();
        stream.Position = 0;

        Assert.Equal(series, SeriesBytes.Read(new BinaryReader(stream)));
        Assert.Equal(bytes, stream.Length);
    }

    [Fact, Trait("Source", "Property")]
    public void Record_WrittenAndRead_IsTheSame()
    {
        CellRecorder recorder = CellRecorder.Of(TwoLookTrial.Trial);
        Campaign.Run(TwoLookTrial.Trial, TwoLookTrial.Seed, new ReplicateRange(1, 50), CurvePlan.None, 2, recorder.Prepare, recorder.Add, CancellationToken.None);
        CellRecord record = new(3, "digest", ulong.MaxValue, 50, [.. recorder.Figures()]);

        CellRecord read = CellRecordBytes.Read(CellRecordBytes.Of(record));

        Assert.Equal(record with { Figures = [] }, read with { Figures = [] });
        Assert.Equal(record.Figures.Select(figure => figure.Row), read.Figures.Select(figure => figure.Row));
        Assert.Equal(record.Figures.Select(figure => figure.Series.ToArray()), read.Figures.Select(figure => figure.Series.ToArray()));
    }
}
