using System.Globalization;
using System.Text;
using TrialSim.Charts.Validation;
using TrialSim.Results.Folder;
using TrialSim.Results.Validation;

namespace TrialSim.Cli.Validation;

/// <summary>Where a validation is filed: a folder of its own, in which nothing is ever replaced.</summary>
internal sealed class ValidationFolder
{
    /// <summary>The page.</summary>
    public const string Page = "validation.html";

    /// <summary>The same for programs.</summary>
    public const string Json = "validation.json";

    private const string Usual = "validation";
    private const int MostADay = 1000;

    private readonly string _whole;

    private ValidationFolder(string shown)
    {
        Shown = shown;
        _whole = Path.GetFullPath(shown);
    }

    /// <summary>Its name, as relative as it was given.</summary>
    public string Shown { get; }

    /// <summary>Makes sure that a validation can be filed, before it takes place.</summary>
    /// <param name="asked">The folder that was asked for; null for one with today's date.</param>
    /// <param name="today">Today, in UTC.</param>
    /// <exception cref="UserInputException">It cannot.</exception>
    public static ValidationFolder Open(string? asked, DateTimeOffset today)
    {
        if (asked is { Length: 0 })
        {
            throw new UserInputException("--out: the name of the folder is empty. Name a folder.");
        }

        ValidationFolder folder = new(asked ?? UsualName(today));
        if (File.Exists(folder._whole))
        {
            throw new UserInputException($"--out: '{folder.Shown}' is a file. Name a folder.");
        }

        try
        {
            if (Directory.Exists(folder._whole) && Directory.EnumerateFileSystemEntries(folder._whole).Any())
            {
                throw new UserInputException($"--out: '{folder.Shown}' is not empty, and a validation that is filed is not replaced. Name another folder.");
            }

            Directory.CreateDirectory(folder._whole);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"--out: '{folder.Shown}' cannot be written. {exception.Message}");
        }
    }

    /// <summary>Files the validation.</summary>
    /// <returns>Where the page is.</returns>
    /// <exception cref="UserInputException">It cannot be written; nothing is left of it.</exception>
    public string Write(ValidationRecord record)
    {
        WholeFolder.Write(_whole, [(Json, Encoding.UTF8.GetBytes(ResultsJson.Of(record))), (Page, Encoding.UTF8.GetBytes(ValidationPage.Render(record)))], "--out");
        return Path.Combine(Shown, Page);
    }

    /// <summary>Removes the folder of a validation that did not take place.</summary>
    public void GiveUp() => WholeFolder.RemoveEmpty(_whole);

    private static string UsualName(DateTimeOffset today)
    {
        string day = Path.Combine(Usual, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Enumerable.Range(1, MostADay).Select(number => number == 1 ? day : string.Create(CultureInfo.InvariantCulture, $"{day}-{number}")).FirstOrDefault(name => !Path.Exists(name))
            ?? throw new UserInputException($"--out: there are {MostADay} validations of today in '{Usual}'. Name a folder.");
    }
}
