using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Tests.Terminal;

public sealed class ReplicateProgressTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Lines_LongRun_ComeWhenTimeHasDoubledAndAtEachTenth()
    {
        // 1 % a second. Doublings: 1, 2, 4, 8, then a tenth at 10, doubled at 20, tenths from 30 on.
        string[] lines = Shown(total: 10_000, perSecond: 100);

        Assert.Equal(
            ["100", "200", "400", "800", "1,000", "2,000", "3,000", "4,000", "5,000", "6,000", "7,000", "8,000", "9,000", "10,000"],
            lines.Select(line => line.Split(' ')[0]));
        Assert.Equal("1,000 of 10,000 replicates, 100 a second, 2 min left", lines[4]);
        Assert.Equal("9,000 of 10,000 replicates, 100 a second, 10 s left", lines[12]);
        Assert.Equal("10,000 of 10,000 replicates, 100 a second", lines[13]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Lines_RunOfLessThanASecond_AreNone() => Assert.Empty(Shown(total: 99, perSecond: 100));

    private static string[] Shown(long total, long perSecond)
    {
        StringWriter error = new() { NewLine = "\n" };
        HandClock clock = new();
        ReplicateProgress progress = new(new TerminalStreams(TextWriter.Null, error, TerminalStreams.RedirectedWidth, ProgressStyle.Lines), clock, total);
        progress.Show(report =>
        {
            for (long done = 1; done <= total; done++)
            {
                clock.Ticks = done * clock.TimestampFrequency / perSecond;
                report(done);
            }
        });
        return error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class HandClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long GetTimestamp() => Ticks;
    }
}
