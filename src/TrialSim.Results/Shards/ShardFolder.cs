using System.Globalization;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>The shards of a run: a replicate log each, in the folder <c>shards</c> of its results. Several processes may write there at the same time, each its own.</summary>
public sealed class ShardFolder
{
    private const string Ending = ".log";

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

    /// <summary>The file of a shard, <c>03-of-64.log</c> or <c>03-of-64-null.log</c>.</summary>
    public string PathOf(ShardNumber shard, LogPart part) => Path.Combine(_path, NameOf(shard, part));

    /// <summary>The same, as relative as the folder was given.</summary>
    public string ShownPathOf(ShardNumber shard, LogPart part) => Path.Combine(_asGiven, NameOf(shard, part));

    /// <summary>Keeps other processes from the same shard until it is disposed of.</summary>
    /// <exception cref="ResultsFolderException">Another process is at it, or the folder cannot be written.</exception>
    public IDisposable Lock(ShardNumber shard)
    {
        try
        {
            return FolderLock.Take(PathOf(shard, LogPart.Trial));
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
        string[] files = Directory.Exists(_path) ? [.. Directory.EnumerateFiles(_path, "*" + Ending).Order(StringComparer.Ordinal)] : [];
        List<ReplicateLog> logs = [];
        foreach (string file in files)
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

    private static string NameOf(ShardNumber shard, LogPart part)
    {
        string of = shard.Of.ToString(CultureInfo.InvariantCulture);
        string number = shard.Number.ToString(CultureInfo.InvariantCulture).PadLeft(of.Length, '0');
        return $"{number}-of-{of}{(part == LogPart.Null ? "-null" : "")}{Ending}";
    }
}
