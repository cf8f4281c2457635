using System.Text;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Results.Tests.Shards;

public sealed class PieceLogTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trialsim-pieces-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact, Trait("Source", "ByHand")]
    public void TryOpen_PiecesAddedInAnyOrder_AreThereByTheirNumbers()
    {
        string path = PathOf("pieces.log");
        using (PieceLog log = PieceLog.Begin(path, Header))
        {
            log.Add(7, "seven"u8);
            log.Add(2, "two"u8);
            Assert.Equal("seven", Text(log, 7));
        }

        Assert.True(PieceLog.TryOpen(path, out PieceLog again));
        using (again)
        {
            Assert.Equal([2u, 7u], again.Numbers);
            again.Add(3, "three"u8);
            Assert.Equal(["two", "three", "seven"], again.Numbers.Select(number => Text(again, number)));
            Assert.True(again.Contains(3));
            Assert.False(again.Contains(4));
            Assert.Equal((Header.Part, Header.Run.Seed, Header.Run.ReplicatesRequested), (again.Header.Part, again.Header.Run.Seed, again.Header.Run.ReplicatesRequested));
        }
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("nowhere.log")]
    [InlineData("link.log")] // Itself.
    public void TryOpen_LinkThatLeadsNowhere_SaysThatItCannotBeRead(string target)
    {
        string path = PathOf("link.log");
        File.CreateSymbolicLink(path, target);

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => PieceLog.TryOpen(path, out _));
        Assert.StartsWith($"'{path}' cannot be read: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public void Add_LogCutOffAnywhere_EndsWithTheBytesOfTheWhole()
    {
        byte[] whole = File.ReadAllBytes(Write("whole.log"));
        string path = PathOf("cut.log");
        HashSet<int> counts = [];
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            if (PieceLog.TryOpen(path, out PieceLog log))
            {
                counts.Add(log.Numbers.Count);
                log.Dispose();
            }

            Assert.Equal(whole, File.ReadAllBytes(Write("cut.log")));
        }

        Assert.Equal([0, 1, 2, 3], counts.Order());
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryOpen_PieceThatIsThereTwiceOrChanged_IsRefusedWithItsPlace()
    {
        string path = Write("pieces.log");
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes, .. LogFrame.Of(2, "again"u8)]);
        Assert.Contains("after cell 3", Assert.Throws<ResultsFolderException>(() => PieceLog.TryOpen(path, out _)).Message, StringComparison.Ordinal);

        bytes[^60] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("is damaged at byte", Assert.Throws<ResultsFolderException>(() => PieceLog.TryOpen(path, out _)).Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public void Add_FromManyThreads_KeepsEveryPiece()
    {
        string path = PathOf("threads.log");
        using (PieceLog log = PieceLog.Begin(path, Header))
        {
            Parallel.For(1, 201, number => log.Add((uint)number, Encoding.UTF8.GetBytes($"piece {number}")));
        }

        Assert.True(PieceLog.TryOpen(path, out PieceLog again));
        using (again)
        {
            Assert.Equal(Enumerable.Range(1, 200).Select(number => $"piece {number}"), again.Numbers.Select(number => Text(again, number)));
        }
    }

    private static LogHeader Header { get; } =
        new(new Manifest("two-looks", "", "1.0", "TrialSim.Kernel", 1, 1, 5, 5, ""), LogPart.Cells, ShardNumber.Whole, "trialsim: 1\n", [1, 2, 3]);

    private static string Text(PieceLog log, uint number) => Encoding.UTF8.GetString(log.Read(number));

    /// <summary>Goes on with a log, or begins it, to its end.</summary>
    private string Write(string name)
    {
        string path = PathOf(name);
        using PieceLog log = PieceLog.TryOpen(path, out PieceLog there) ? there : PieceLog.Begin(path, Header);
        foreach (uint number in new uint[] { 1, 2, 3 }.Where(number => !log.Contains(number)))
        {
            log.Add(number, Encoding.UTF8.GetBytes($"what piece {number} has shown"));
        }

        return path;
    }

    private string PathOf(string name) => Path.Combine(_place.FullName, name);
}
