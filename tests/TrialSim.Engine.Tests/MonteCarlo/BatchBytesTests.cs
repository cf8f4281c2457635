using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Engine.Tests.MonteCarlo;

public sealed class BatchBytesTests
{
    private static readonly double[] Numbers = [0, -0.0, 1, -1.5, double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NaN, 0.1];
    private static readonly int[] Wholes = [0, -1, 1, 63, 64, -64, -65, 8191, 8192, int.MaxValue, int.MinValue];

    [Fact, Trait("Source", "Property")]
    public void Write_SimulatedBatch_IsReadBackBitForBit()
    {
        Trial trial = SmallTrial.Of(40, SmallTrial.LogRank(0), SmallTrial.Median(0));
        CurvePlan curves = CurvePlanner.Plan(trial, SmallTrial.Seed) with { LastReplicate = 30 };
        ReplicateBatch copy = ReplicateBatch.For(trial);
        int batches = 0;
        Campaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 100), curves, 1, batch =>
        {
            byte[] bytes = BytesOf(batch);
            Assert.True(BatchBytes.TryRead(batch.First, batch.Count, bytes, copy));
            Assert.Equal(bytes, BytesOf(copy));
            for (int index = 0; index < batch.Count; index++)
            {
                Assert.Equal(batch.OutcomeOf(index), copy.OutcomeOf(index));
                Assert.Equal(batch.LookDaysOf(index), copy.LookDaysOf(index));
                Assert.Equal(batch.RowsOf(index), copy.RowsOf(index));
                Assert.Equal(batch.RejectionLooksOf(index), copy.RejectionLooksOf(index));
                Assert.Equal(batch.CurvesOf(index), copy.CurvesOf(index));
            }

            batches++;
        }, CancellationToken.None);

        Assert.True(batches > 1);
    }

    [Fact, Trait("Source", "Property")]
    public void TryRead_ByteMissingOrTooMany_IsFalse()
    {
        Trial trial = SmallTrial.Of(40);
        ReplicateBatch copy = ReplicateBatch.For(trial);
        Campaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 1), CurvePlan.None, 1, batch =>
        {
            byte[] bytes = BytesOf(batch);
            Assert.False(BatchBytes.TryRead(1, 1, bytes.AsSpan(0, bytes.Length - 1), copy));
            Assert.False(BatchBytes.TryRead(1, 1, [.. bytes, 0], copy));
            Assert.False(BatchBytes.TryRead(1, 1, [], copy));
        }, CancellationToken.None);
    }

    // Every field of every kind, with the values at which a shorter form could lose something.
    [Fact, Trait("Source", "Property")]
    public void Encoder_AnyValues_AreReadBackBitForBit()
    {
        ResultRow[] rows =
        [
            .. Enumerable.Range(0, 64).Select(place => new ResultRow(
                Wholes[place % 11], Wholes[(place + 1) % 11], Numbers[place % 9], Numbers[(place + 1) % 9], Numbers[(place + 2) % 9], Numbers[(place + 3) % 9], Numbers[(place + 4) % 9],
                Numbers[(place + 5) % 9], (Verdict)(place % 4), (NotEstimable)(place % 7))),
        ];
        ResourceUse[] uses = [.. Wholes.Select((number, place) => new ResourceUse(Numbers[place % 9], Numbers[(place + 1) % 9], number, number - 1, Numbers[(place + 2) % 9], number + 1, number, 3, -4, 5))];
        TrialOutcome[] outcomes = [.. Wholes.Select((number, place) => new TrialOutcome(new TrialDay(Numbers[place % 9]), number, (StopReason)(place % 4), number, -number))];
        TrialDay[] days = [.. Numbers.Select(number => new TrialDay(number))];
        float[][] curves = [[], [1, 50, 1, 50, 0.5f, 20, CurvePlan.Unknown, CurvePlan.Unknown], [-0f, 0f, 0f, -0f]];
        TestStage[] stages = [.. Numbers.Select((number, place) => new TestStage(number, Numbers[(place + 1) % 9], Numbers[(place + 2) % 9], Numbers[(place + 3) % 9]))];
        byte[] room = new byte[100_000];
        BatchEncoder encoder = new(room);
        encoder.Days(days);
        encoder.Whole(Wholes);
        encoder.Outcomes(outcomes);
        encoder.Resources(uses);
        encoder.Rows(rows);
        encoder.Curves(curves);
        encoder.Stages(stages);

        BatchSize size = default;
        size.Days(days);
        size.Whole(Wholes);
        size.Outcomes(outcomes);
        size.Resources(uses);
        size.Rows(rows);
        size.Curves(curves);
        size.Stages(stages);
        Assert.InRange(encoder.Written, 1, size.Bytes);

        BatchDecoder decoder = new(room.AsSpan(0, encoder.Written));
        TrialDay[] daysAgain = new TrialDay[days.Length];
        int[] wholesAgain = new int[Wholes.Length];
        TrialOutcome[] outcomesAgain = new TrialOutcome[outcomes.Length];
        ResourceUse[] usesAgain = new ResourceUse[uses.Length];
        ResultRow[] rowsAgain = new ResultRow[rows.Length];
        float[][] curvesAgain = new float[curves.Length][];
        decoder.Days(daysAgain);
        decoder.Whole(wholesAgain);
        decoder.Outcomes(outcomesAgain);
        decoder.Resources(usesAgain);
        decoder.Rows(rowsAgain);
        decoder.Curves(curvesAgain);
        TestStage[] stagesAgain = new TestStage[stages.Length];
        decoder.Stages(stagesAgain);

        Assert.True(decoder.EndsWithItsSource);
        Assert.Equal(days.Select(day => BitConverter.DoubleToInt64Bits(day.Value)), daysAgain.Select(day => BitConverter.DoubleToInt64Bits(day.Value)));
        Assert.Equal(Wholes, wholesAgain);
        Assert.Equal(outcomes, outcomesAgain);
        Assert.Equal(uses, usesAgain);
        Assert.Equal(rows, rowsAgain);
        Assert.Equal(stages, stagesAgain);
        Assert.Equal(rows.Select(row => BitConverter.DoubleToInt64Bits(row.Estimate)), rowsAgain.Select(row => BitConverter.DoubleToInt64Bits(row.Estimate)));
        Assert.Equal(curves.Select(curve => string.Join(' ', curve.Select(BitConverter.SingleToInt32Bits))), curvesAgain.Select(curve => string.Join(' ', curve.Select(BitConverter.SingleToInt32Bits))));
    }

    private static byte[] BytesOf(ReplicateBatch batch)
    {
        byte[] room = new byte[BatchBytes.MostBytesOf(batch)];
        return room[..BatchBytes.Write(batch, room)];
    }
}
