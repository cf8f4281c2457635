using System.Text;
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

    private readonly string _asGiven;
    private readonly string _final;
    private readonly string _partial;
    private readonly string _replaced;
    private readonly FolderLock _lock;
    private readonly string _option;
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
    public static ResultsDraft Open(string folder, string option)
    {
        if (folder.Length == 0)
        {
            throw new ResultsFolderException($"The name of the results folder is empty. Name a folder with {option}.");
        }

        string final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // A link to a folder stays a link: the results go where it leads.
        final = new DirectoryInfo(final) is { LinkTarget: not null, Exists: true } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : final;
        if (File.Exists(final))
        {
            throw new ResultsFolderException($"'{folder}' is a file, not a folder. Name another folder with {option}.");
        }

        for (string? parent = Path.GetDirectoryName(final); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
            {
                throw new ResultsFolderException($"'{folder}' cannot be a folder, because '{parent}' is a file. Name another folder with {option}.");
            }
        }

        if (ResultsFiles.Strangers(final) is [string stranger, ..])
        {
            throw new ResultsFolderException(
                $"'{folder}' holds files that are not results of TrialSim ('{stranger}'), and they would be lost. Name another folder with {option}.");
        }

        return Guarded(final, option, () =>
        {
            FolderLock held = FolderLock.Take(final);
            ResultsDraft draft = new(folder, final, held, option);
            if (!Directory.Exists(final) && Directory.Exists(draft._replaced))
            {
                // A run was killed between its two renames: the older results are still the results.
                Directory.Move(draft._replaced, final);
            }

            DeleteIfThere(draft._partial);
            Directory.CreateDirectory(draft._partial);
            return draft;
        });
    }

    /// <summary>Begins a table of the draft as CSV (UTF-8, no byte order mark).</summary>
    /// <typeparam name="TRow">What a row is made from.</typeparam>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="columns">The columns.</param>
    public CsvTable<TRow> CreateTable<TRow>(string name, IEnumerable<Column<TRow>> columns) =>
        Guarded(() => new CsvTable<TRow>(new FileStream(PathOf(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), columns));

    /// <summary>Writes a whole text file of the draft.</summary>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="content">The text.</param>
    public void WriteText(string name, string content) => Guarded(() => File.WriteAllText(PathOf(name), content, Utf8));

    /// <summary>Writes a whole file of the draft as it is.</summary>
    /// <param name="name">Path within the folder, with <c>/</c>.</param>
    /// <param name="content">The bytes.</param>
    public void WriteBytes(string name, ReadOnlySpan<byte> content)
    {
        byte[] copy = content.ToArray();
        Guarded(() => File.WriteAllBytes(PathOf(name), copy));
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
    public string Publish() => PublishTo(_final);

    /// <summary>Gives the folder of a run that was stopped its final name, or, where that holds older results, a name beside it: finished work is not lost to unfinished.</summary>
    /// <returns>The folder's path, as relative as it was given.</returns>
    public string PublishStopped() => PublishTo(Directory.Exists(_final) ? _final + "-stopped" : _final);

    /// <summary>Removes the draft if it was not published, and lets others write.</summary>
    public void Dispose()
    {
        if (!_isPublished)
        {
            DeleteIfThere(_partial);
        }

        _lock.Dispose();
    }

    private string PublishTo(string target) => Guarded(() =>
    {
        DeleteIfThere(_replaced);
        if (Directory.Exists(target))
        {
            Directory.Move(target, _replaced);
        }

        Directory.Move(_partial, target);
        _isPublished = true;
        DeleteIfThere(_replaced);
        return _asGiven + target[_final.Length..];
    });

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string PathOf(string name)
    {
        string path = Path.Combine(_partial, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Does something that writes to the draft, and says of a failure which folder it was.</summary>
    internal void Guarded(Action write) => Guarded(() =>
    {
        write();
        return true;
    });

    private T Guarded<T>(Func<T> write) => Guarded(_final, _option, write);

    private static T Guarded<T>(string folder, string option, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (cause is IOException and not ResultsFolderException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"The results cannot be written to '{folder}': {cause.Message} Name another folder with {option}.", cause);
        }
    }
}
