using TrialSim.Results.Folder;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Makes the checks of a command that has ended, in the current folder.</summary>
/// <param name="band">How many Monte Carlo standard errors a figure may lie away.</param>
/// <param name="output">What the command printed.</param>
internal sealed class CheckRun(double band, string output)
{
    private readonly IReadOnlyList<CellTable> _printed = PrintedTables.Of(output);

    /// <summary>What came of a check: one comparison for each figure, at least one.</summary>
    public IReadOnlyList<ValidatedCheck> Of(ValidationCheck check)
    {
        try
        {
            ValidatedCheck[] compared = check switch
            {
                ValidationCheck.Cells cells => [.. new CellCheck(cells, TablesOf(cells.File), band).Run()],
                ValidationCheck.Sentences sentences => [.. sentences.Expected.Entries.Select(entry => SentenceOf(sentences, entry.Key, entry.Value))],
                ValidationCheck.Reference reference => [.. new ReferenceCheck(reference, TablesOf(reference.File), band).Run()],
                ValidationCheck.Digest digest => [ByteChecks.Of(digest)],
                ValidationCheck.SameBytes same => [ByteChecks.Of(same)],
                _ => throw new InvalidOperationException("A check of an unknown kind."),
            };

            // What compares nothing has shown nothing.
            return compared.Length > 0 ? compared : [Missing(check, "a figure", "no figure is expected")];
        }
        catch (ResultsFolderException cause)
        {
            return [Missing(check, "a table", cause.Message)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [Missing(check, "files that can be read", cause.Message)];
        }
    }

    /// <summary>A check of what is not there.</summary>
    public static ValidatedCheck Missing(ValidationCheck check, string expected, string found) => Missing(check, check.What, expected, found);

    /// <inheritdoc cref="Missing(ValidationCheck, string, string)"/>
    public static ValidatedCheck Missing(ValidationCheck check, string what, string expected, string found) =>
        new("", what.Length > 0 ? what : "Results", expected, "", check.Because, found, "", CheckVerdict.Failed);

    private IReadOnlyList<CellTable> TablesOf(string file) => file.Length == 0 ? _printed : [CellTable.ReadCsv(file)];

    private ValidatedCheck SentenceOf(ValidationCheck check, string words, string expected)
    {
        string what = check.What.Length > 0 ? $"{check.What}: {words}" : words;
        int place = output.IndexOf(words, StringComparison.Ordinal);
        if (place < 0)
        {
            return Missing(check, what, expected, $"'{words}' was not printed");
        }

        FoundFigure found = new(WordAfter(place + words.Length)) { IsPrinted = true };
        Judgement judgement = Judgement.Of(expected, found, check.Tolerance, band);
        return judgement.ToCheck(check, what, expected, found.Text);
    }

    // Without the mark that ends a sentence or a part of it.
    private string WordAfter(int place)
    {
        string[] words = output[place..].Split([' ', '\n'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? "" : words[0].TrimEnd('.', ',', ';', ':');
    }
}
