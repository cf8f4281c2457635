using System.Text;
using TrialSim.Results.Shards;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Folder;

/// <summary>
/// A results folder while it is being written. Files go into a folder beside it, which takes the final name only when all of them are there;
/// whoever looks at the final name sees the old results or the new ones, never half of either.
/// </summary>
public sealed class ResultsDraft : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private const string UsualOption = "--out";
    private const string Stopped = "-stopped";

    private readonly string _asGiven;
    private readonly string _final;
    private readonly string _partial;
    private readonly string _replaced;
    private readonly FolderLock _lock;
    private readonly string _option;
    private readonly HashSet<string> _made = [];
    private readonly OccasionalLook _look = new();
    private string[] _superseded = [];
    private bool _isPublished;

    private ResultsDraft(string asGiven, string final, FolderLock held, string option)
    {
        _option = option;
        _asGiven = Path.TrimEndingDirectorySeparator(asGiven);
        _final = final;
        _lock = held;
        _partial = final + ".trialsim-partial";
        _replaced = final + ".trialsim-replaced";
    }

    /// <summary>Begins a results folder.</summary>
    /// <param name="folder">Its final path; an older results folder there is replaced at the end, anything else is left alone.</param>
    /// <exception cref="ResultsFolderException">The folder cannot be written, or holds something that is not results.</exception>
    public static ResultsDraft Open(string folder) => Open(folder, UsualOption);

    /// <summary>Begins a results folder.</summary>
    /// <param name="folder">Its final path; an older results folder there is replaced at the end, anything else is left alone.</param>
    /// <param name="option">The option of the command line that names the folder, for messages.</param>
    /// <exception cref="ResultsFolderException">The folder cannot be written, or holds something that is not results.</exception>
    public static ResultsDraft Open(string folder, string option) => Open(folder, option, EarlierWork.Removed);

    /// <summary>Begins a results folder.</summary>
    /// <param name="folder">Its final path; an older results folder there is replaced at the end, anything else is left alone.</param>
    /// <param name="option">The option of the command line that names the folder, for messages.</param>
    /// <param name="earlier">What stays of earlier work on the same results.</param>
    /// <exception cref="ResultsFolderException">The folder cannot be written, or holds something that is not results, or shards that would be lost.</exception>
    public static ResultsDraft Open(string folder, string option, EarlierWork earlier)
    {
        string final = ResultsPlace.Find(folder, option);
        return Guarded(final, () => option, () =>
        {
            FolderLock held = FolderLock.Take(final);
            ResultsDraft draft = new(folder, final, held, option);
            draft.MendRenames();
            if (earlier != EarlierWork.ShardsKept && Directory.Exists(Path.Combine(final, ResultsFiles.Shards)))
            {
                held.Dispose();
                throw new ResultsFolderException(
                    $"'{folder}' holds shards of a run, and they would be lost. 'trialsim merge {folder}' makes results of them; for other results, name another folder with {option}.");
            }

            if (earlier == EarlierWork.LogsKept)
            {
                draft.RemoveAllButLogs();
            }
            else
            {
                DeleteIfThere(draft._partial);
            }

            Directory.CreateDirectory(draft._partial);
            return draft;
        });
    }

    /// <summary>
    /// Folders with a log of these results: the draft of a run that was killed, the results of one that was stopped, those of one that is finished and has kept it.
    /// </summary>
    /// <param name="part">What the log holds.</param>
    public IReadOnlyList<string> FoldersWith(LogPart part) =>
        [.. new[] { _partial, _final + Stopped, _final }.Where(folder => File.Exists(Path.Combine(folder, ResultsFiles.LogOf(part))))];

    /// <summary>Path of a log of the draft.</summary>
    public string PathOf(LogPart part) => Path.Combine(_partial, ResultsFiles.LogOf(part));

    /// <summary>Takes over the logs of one of <see cref="FoldersWith"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="earlier">All folders that hold an earlier state of the same run: what is published later stands in their place.</param>
    public void GoOnFrom(string folder, IEnumerable<string> earlier) => Guarded(() =>
    {
        _superseded = [.. earlier.Where(other => other != _partial)];
        if (folder == _partial)
        {
            return;
        }

        StartAnew();
        foreach (LogPart part in Enum.GetValues<LogPart>())
        {
            string log = Path.Combine(folder, ResultsFiles.LogOf(part));
            if (File.Exists(log))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(part))!);
                File.Copy(log, PathOf(part));
            }
        }
    });

    /// <summary>Removes the logs that a killed run, sweep or search has left in the draft.</summary>
    public void StartAnew() => Guarded(() =>
    {
        DeleteIfThere(_partial);
        Directory.CreateDirectory(_partial);
    });

    /// <summary>Begins a table of the draft as CSV (UTF-8, no byte order mark).</summary>
    /// <typeparam name="TRow">What a row is made from.</typeparam>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="columns">The columns.</param>
    public CsvTable<TRow> CreateTable<TRow>(string name, IEnumerable<Column<TRow>> columns) =>
        Guarded(() => new CsvTable<TRow>(Made(name, new FileStream(PathOf(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)), columns));

    /// <summary>Writes a whole text file of the draft.</summary>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="content">The text.</param>
    public void WriteText(string name, string content) => WriteBytes(name, Utf8.GetBytes(content));

    /// <summary>Writes a whole file of the draft as it is.</summary>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="content">The bytes.</param>
    public void WriteBytes(string name, ReadOnlySpan<byte> content)
    {
        byte[] copy = content.ToArray();
        Guarded(() =>
        {
            using FileStream file = Made(name, new FileStream(PathOf(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
            file.Write(copy);
        });
    }

    /// <summary>Writes a whole table of the draft as CSV.</summary>
    /// <typeparam name="TRow">What a row is made from.</typeparam>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public void WriteTable<TRow>(string name, IEnumerable<Column<TRow>> columns, IEnumerable<TRow> rows) => Guarded(() =>
    {
        using CsvTable<TRow> table = CreateTable(name, columns);
        foreach (TRow row in rows)
        {
            table.Write(row);
        }
    });

    /// <summary>Gives the folder its final name, in place of older results.</summary>
    /// <returns>The folder's path, as relative as it was given.</returns>
    public string Publish() => PublishTo(_final, RemoveLogs);

    /// <summary>The same with the logs among the results, so that the run can be made longer.</summary>
    /// <returns>The folder's path, as relative as it was given.</returns>
    public string PublishWithLogs() => PublishTo(_final, static _ => { });

    /// <summary>
    /// Gives the folder of a run that was stopped its final name, or, where that holds older results, a name beside it: finished work is not lost to unfinished. An earlier state of the same run is replaced.
    /// </summary>
    /// <returns>The folder's path, as relative as it was given.</returns>
    public string PublishStopped() => PublishTo(Directory.Exists(_final) && !_superseded.Contains(_final) ? _final + Stopped : _final, static _ => { });

    /// <summary>Removes the draft if it was not published, all but its logs, and lets others write.</summary>
    public void Dispose()
    {
        if (!_isPublished && _lock.IsHeld)
        {
            RemoveAllButLogs();
        }

        _lock.Dispose();
    }

    // The logs go last: as long as the results have not their name, they are what is there of them.
    private string PublishTo(string target, Action<string> tidy) => Guarded(() =>
    {
        RequireWhole();
        DeleteIfThere(_replaced);
        if (Directory.Exists(target))
        {
            Directory.Move(target, _replaced);
        }

        Directory.Move(_partial, target);
        _isPublished = true;
        MendKept();
        tidy(target);
        DeleteIfThere(_replaced);
        foreach (string folder in _superseded.Where(folder => folder != target))
        {
            DeleteIfThere(folder);
        }

        return _asGiven + target[_final.Length..];
    });

    // A run was killed between its renames.
    private void MendRenames()
    {
        if (!Directory.Exists(_final) && Directory.Exists(_replaced))
        {
            Directory.Move(_replaced, _final); // The older results are still the results.
        }

        MendKept();
    }

    // The shards and what was submitted of them stay beside whatever results are published.
    private void MendKept()
    {
        foreach (string kept in new[] { ResultsFiles.Shards, ResultsFiles.Cluster })
        {
            string folder = Path.Combine(_replaced, kept);
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, Path.Combine(_final, kept));
            }
        }
    }

    private static void RemoveLogs(string folder)
    {
        foreach (string log in LogsIn(folder).Where(File.Exists).ToArray())
        {
            File.Delete(log);
        }
    }

    private void RemoveAllButLogs()
    {
        string[] logs = [.. LogsIn(_partial)];
        if (!HasLogs(_partial))
        {
            DeleteIfThere(_partial);
            return;
        }

        foreach (string file in Directory.EnumerateFiles(_partial, "*", SearchOption.AllDirectories).Except(logs).ToArray())
        {
            File.Delete(file);
        }

        foreach (string folder in Directory.EnumerateDirectories(_partial).Where(folder => !logs.Any(log => log.StartsWith(folder, StringComparison.Ordinal) && File.Exists(log))).ToArray())
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool HasLogs(string folder) => LogsIn(folder).Any(File.Exists);

    private static IEnumerable<string> LogsIn(string folder) => Enum.GetValues<LogPart>().Select(part => Path.Combine(folder, ResultsFiles.LogOf(part)));

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private FileStream Made(string name, FileStream file)
    {
        _made.Add(name);
        return file;
    }

    private string PathOf(string name)
    {
        RequireWhole();
        string path = Path.Combine(_partial, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    // Somebody may remove the folder of a run that works for days. What is written goes on into files without a name then, and the rest would be published without them, or into the draft of the next run.
    private void RequireWhole()
    {
        if (!_isPublished && (!_lock.IsHeld || _made.FirstOrDefault(name => !File.Exists(Path.Combine(_partial, name))) is not null))
        {
            throw new ResultsFolderException(
                $"The results were being written to '{_partial}', and that folder, or a part of it, was removed meanwhile. Nothing is published. Run it again, and leave that folder alone until its run has ended.");
        }
    }

    /// <summary>Does something that writes to the draft, and says of a failure which folder it was; now and then looks whether the draft is still there.</summary>
    internal void Guarded(Action write) => Guarded(() =>
    {
        _look.Take(RequireWhole);
        write();
        return true;
    });

    private T Guarded<T>(Func<T> write) => Guarded(_final, () => HasLogs(_partial) ? $"{_option}, or make room and go on with --resume: what is finished is kept" : _option, write);

    private static T Guarded<T>(string folder, Func<string> option, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"The results cannot be written to '{folder}': {cause.Message} Name another folder with {option()}.", cause);
        }
    }
}
