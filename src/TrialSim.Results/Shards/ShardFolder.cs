using System.Globalization;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>The shards of a run or a sweep: a log each, in the folder <c>shards</c> of its results. Several processes may write there at the same time, each its own.</summary>
public sealed class ShardFolder
{
    private const string Ending = ".log";
    private const string Cells = "-cells";

    private readonly string _path;
    private readonly string _asGiven;

    private ShardFolder(string path, string asGiven)
    {
        _path = path;
        _asGiven = asGiven;
    }

    /// <summary>The shards of a results folder.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="option">What names the folder on the command line, for messages.</param>
    /// <exception cref="ResultsFolderException">It cannot be a folder, or holds something that is not results.</exception>
    public static ShardFolder Of(string results, string option) => new(Path.Combine(ResultsPlace.Find(results, option), ResultsFiles.Shards), Path.Combine(results, ResultsFiles.Shards));

    /// <summary>The shards of a results folder that is only read: it may hold other files too.</summary>
    /// <param name="results">The results folder.</param>
    public static ShardFolder ToRead(string results) => new(Path.Combine(Path.GetFullPath(results), ResultsFiles.Shards), Path.Combine(results, ResultsFiles.Shards));

    /// <summary>The whole path of the results folder.</summary>
    public string Results => Path.GetDirectoryName(_path)!;

    /// <summary>The file of a shard, <c>03-of-64.log</c> or <c>03-of-64-null.log</c>; of a sweep <c>03-of-64-cells.log</c>.</summary>
    public string PathOf(ShardNumber shard, LogPart part) => Path.Combine(_path, NameOf(shard, part));

    /// <summary>The same, as relative as the folder was given.</summary>
    public string ShownPathOf(ShardNumber shard, LogPart part) => Path.Combine(_asGiven, NameOf(shard, part));

    /// <summary>Keeps other processes from the same shard until it is disposed of; false where one is at it.</summary>
    /// <exception cref="ResultsFolderException">The folder cannot be written.</exception>
    public bool TryLock(ShardNumber shard, out IDisposable held)
    {
        try
        {
            bool isHeld = FolderLock.TryTake(PathOf(shard, LogPart.Trial), out FolderLock taken);
            held = taken;
            return isHeld;
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"The shard cannot be written to '{_asGiven}': {cause.Message} Name another folder with --out.", cause);
        }
    }

    /// <summary>Reads and checks all shards, in the order of their replicates.</summary>
    /// <exception cref="ResultsFolderException">There are none, or one is damaged.</exception>
    public IReadOnlyList<ReplicateLog> ReadAll()
    {
        List<ReplicateLog> logs = [];
        foreach (string file in FilesOf(isOfCells: false))
        {
            if (ReplicateLog.TryOpen(file, out ReplicateLog log))
            {
                logs.Add(log);
            }
        }

        return logs.Count > 0
            ? [.. logs.OrderBy(log => log.Header.Part).ThenBy(log => log.Header.Run.FirstReplicate)]
            : throw new ResultsFolderException($"There are no shards in '{_asGiven}'. 'trialsim run <scenario> --shard 1/64' writes one.");
    }

    /// <summary>Reads and checks all shards of a sweep, in the order of their cells; none where the shards are those of a run.</summary>
    /// <exception cref="ResultsFolderException">One is damaged.</exception>
    public IReadOnlyList<PieceLog> ReadCells()
    {
        List<PieceLog> logs = [];
        foreach (string file in FilesOf(isOfCells: true))
        {
            if (PieceLog.TryOpen(file, out PieceLog log))
            {
                logs.Add(log);
            }
        }

        return logs;
    }

    /// <summary>Looks how far the shards of a run or a sweep have come, in the order of their files' names, while others write to them; there may be none.</summary>
    /// <exception cref="ResultsFolderException">One cannot be read.</exception>
    public IReadOnlyList<FinishedWork> SkimAll() =>
        [.. FilesOf(isOfCells: false).Concat(FilesOf(isOfCells: true)).Select(file => FinishedWork.TrySkim(file, out FinishedWork work) ? work : null).OfType<FinishedWork>()];

    /// <summary>Looks at one of the other shards; false where there is none yet.</summary>
    /// <param name="shard">The shard that is not meant.</param>
    /// <param name="other">How far the other one has come.</param>
    /// <exception cref="ResultsFolderException">It cannot be read.</exception>
    public bool TrySkimAnother(ShardNumber shard, out FinishedWork other)
    {
        string[] own = [.. Enum.GetValues<LogPart>().Select(part => PathOf(shard, part))];
        other = FilesOf(isOfCells: false).Concat(FilesOf(isOfCells: true)).Except(own).Select(file => FinishedWork.TrySkim(file, out FinishedWork work) ? work : null).FirstOrDefault(work => work is not null)!;
        return other is not null;
    }

    /// <summary>Whether the shards are those of a sweep.</summary>
    /// <exception cref="ResultsFolderException">There are shards of a sweep and others, or one cannot be read.</exception>
    public bool IsOfSweep()
    {
        ILookup<bool, FinishedWork> there = SkimAll().ToLookup(work => work.Header.Part == LogPart.Cells);
        return there.Count < 2
            ? there.Contains(true)
            : throw new ResultsFolderException(
                $"'{_asGiven}' holds shards of a run ({Path.GetFileName(there[false].First().Path)}) and of a sweep ({Path.GetFileName(there[true].First().Path)}). Remove those of one of them, or move them to another folder.");
    }

    /// <summary>Whether a process is at a shard now.</summary>
    public bool IsLocked(ShardNumber shard) => FolderLock.IsTaken(PathOf(shard, LogPart.Trial));

    private IEnumerable<string> FilesOf(bool isOfCells) => !Directory.Exists(_path) ? []
        : Directory.EnumerateFiles(_path, "*" + Ending).Where(file => file.EndsWith(Cells + Ending, StringComparison.Ordinal) == isOfCells).Order(StringComparer.Ordinal);

    private static string NameOf(ShardNumber shard, LogPart part)
    {
        string of = shard.Of.ToString(CultureInfo.InvariantCulture);
        string number = shard.Number.ToString(CultureInfo.InvariantCulture).PadLeft(of.Length, '0');
        return $"{number}-of-{of}{part switch { LogPart.Null => "-null", LogPart.Cells => Cells, _ => "" }}{Ending}";
    }
}
