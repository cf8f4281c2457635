using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Results.Tests.Shards;

public sealed class ReplicateLogTests : IDisposable
{
    private const uint Replicates = 5;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trialsim-log-");

    public void Dispose() => _place.Delete(recursive: true);

    // So few replicates make batches of one: frames end where replicates do, whoever writes them.
    [Fact, Trait("Source", "Property")]
    public void GoOn_LogCutOffAnywhere_EndsWithTheBytesOfTheWhole()
    {
        byte[] whole = File.ReadAllBytes(Write("whole.log"));
        string path = Path.Combine(_place.FullName, "cut.log");
        HashSet<long> counts = [];
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            long there = ReplicateLog.TryOpen(path, out ReplicateLog log) ? log.Replicates : 0;
            counts.Add(there);
            if (length % 7 == 0 || length == whole.Length)
            {
                Assert.Equal(whole, File.ReadAllBytes(Write("cut.log")));
            }
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], counts.Order());
    }

    [Fact, Trait("Source", "Property")]
    public void TryOpen_ByteChangedAnywhere_RefusesTheFileOrLeavesTheLastFrameOut()
    {
        byte[] whole = File.ReadAllBytes(Write("whole.log"));
        string path = Path.Combine(_place.FullName, "changed.log");
        int refused = 0;
        for (int place = 0; place < whole.Length; place += 3)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 0x10;
            File.WriteAllBytes(path, changed);
            try
            {
                // A wrong length in the preamble may make the header longer than the file: nothing is there then.
                long there = ReplicateLog.TryOpen(path, out ReplicateLog log) ? log.Replicates : 0;
                Assert.InRange(there, 0, Replicates - 1);
                Assert.True(there == Replicates - 1 || (place is >= 8 and < 12), $"A change at byte {place} cuts off {Replicates - there} replicates in silence.");
            }
            catch (ResultsFolderException exception)
            {
                refused++;
                Assert.Matches("is damaged at|is not a log", exception.Message);
            }
        }

        Assert.True(refused > whole.Length / 3 / 2);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryOpen_FrameInTheMiddleChanged_SaysWhere()
    {
        string path = Write("changed.log");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^400] ^= 1;
        File.WriteAllBytes(path, bytes);

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ReplicateLog.TryOpen(path, out _));
        Assert.Matches($@"^'{path}' is damaged at byte [\d,]+, after replicate \d, and more stands behind it: .+ must be simulated again\.$", refused.Message);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryOpen_ZerosBehindTheLastFrame_AreNotAFrame()
    {
        string path = Write("whole.log");
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. whole, .. new byte[5000]]);

        Assert.True(ReplicateLog.TryOpen(path, out ReplicateLog log));
        Assert.Equal((Replicates, (long)whole.Length), (log.Replicates, log.End));
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryOpen_OtherFile_IsRefusedAndNoFileIsNoLog()
    {
        string path = Path.Combine(_place.FullName, "other.log");
        Assert.False(ReplicateLog.TryOpen(path, out _));
        File.WriteAllText(path, "2026-11-28 12:00 all is well");

        Assert.Equal(
            $"'{path}' is not a log of this version of TrialSim. Remove it, or name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ReplicateLog.TryOpen(path, out _)).Message);
    }

    [Fact, Trait("Source", "Property")]
    public void Replay_FewerThanThereAre_StopsThere()
    {
        Assert.True(ReplicateLog.TryOpen(Write("whole.log"), out ReplicateLog log));
        List<uint> replicates = [];
        log.Replay(
            TwoLookTrial.Trial,
            3,
            batch =>
            {
                replicates.Add(batch.First);
                return true;
            },
            CancellationToken.None);

        Assert.Equal([1u, 2u, 3u], replicates);
    }

    /// <summary>Goes on with a log, or begins it, to its end.</summary>
    private string Write(string name)
    {
        string path = Path.Combine(_place.FullName, name);
        Manifest run = new("two-looks", "", "1.0", "TrialSim.Kernel", TwoLookTrial.Seed, 1, Replicates, Replicates, "");
        using ReplicateLogWriter writer = ReplicateLog.TryOpen(path, out ReplicateLog log)
            ? ReplicateLogWriter.GoOn(log)
            : ReplicateLogWriter.Begin(path, new LogHeader(run, LogPart.Trial, ShardNumber.Whole, "trialsim: 1\n", [1, 2, 3]));
        ReplicateRange rest = new((uint)writer.Replicates + 1, Replicates - (uint)writer.Replicates);
        Campaign.Run(TwoLookTrial.Trial, TwoLookTrial.Seed, rest, CurvePlan.None, 1, writer.Prepare, writer.Add, CancellationToken.None);
        return path;
    }
}
