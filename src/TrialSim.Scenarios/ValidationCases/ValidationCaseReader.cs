using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>Reads the files of validation cases, as strictly as scenarios.</summary>
public static partial class ValidationCaseReader
{
    /// <summary>The case in a file, or everything that is wrong with it. Never throws for what a file holds.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    public static ValidationCaseReading Read(ReadOnlySpan<byte> content, string fileName)
    {
        ProblemList problems = new(fileName);
        if (!ScenarioText.TryDecode(content, problems, out string text) || !YamlTreeReader.TryRead(text, problems, out MappingNode root))
        {
            return new ValidationCaseReading(null, problems.Errors);
        }

        ValidationCaseDocument document = new DocumentBinder(problems).Bind<ValidationCaseDocument>(root);
        DocumentPath steps = DocumentPath.Root.Key("steps");
        CheckId(document.Id, problems);
        CheckPaths(document.Inputs, DocumentPath.Root.Key("inputs"), problems);
        if (document.Steps is null && document.NotReached is null && !problems.HasErrorIn(steps))
        {
            problems.Error(DocumentPath.Root, "The case has no steps. Write 'steps:' with commands and checks, or 'not_reached:' with the reason why no command reaches it.");
        }

        ValidationStep?[] read = [.. (document.Steps?.Items ?? []).Select((step, index) => step is null ? null : StepOf(step, steps[index], problems))];
        ValidationCase? valid = problems.ErrorCount > 0
            ? null
            : new ValidationCase(document.Id!, document.Title!, document.Source!, TextsOf(document.Inputs), [.. read.OfType<ValidationStep>()], TextsOf(document.NotReached));
        return new ValidationCaseReading(valid, problems.Errors) { Inputs = TextsOf(document.Inputs) };
    }

    private static ValidationStep StepOf(ValidationStepDocument step, DocumentPath path, ProblemList problems)
    {
        if (step.Command is string command && IsValidation(command))
        {
            problems.Error(path.Key("command"), "A case cannot run the validation itself. Write another command.");
        }

        if (OutwardPath().Match((step.Command ?? "").Replace("\"", "", StringComparison.Ordinal)) is { Success: true } outward)
        {
            problems.Error(path.Key("command"), $"{Advice.Quote(outward.Groups["path"].Value)} leads out of the folder of the case. Write a path beneath it, with /.");
        }

        DocumentPath checks = path.Key("checks");
        return new ValidationStep(
            step.Command ?? "",
            step.ExitCode ?? 0,
            [.. (step.Checks?.Items ?? []).Select((check, index) => check is null ? null : new ValidationCheckReader(check, checks[index], problems).Read()).OfType<ValidationCheck>()]);
    }

    // Options of the whole program, such as --debug, may stand before the command.
    private static bool IsValidation(string command) =>
        command.Replace("\"", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word[0] != '-' && !bool.TryParse(word, out _)) == "validate";

    private static void CheckId(string? id, ProblemList problems)
    {
        if (id is not null && !IdForm().IsMatch(id))
        {
            problems.Error(DocumentPath.Root.Key("id"), $"{Advice.Quote(id)} is not a short name. Write up to 40 letters, digits and single hyphens, such as V13 or our-design-2.");
        }
    }

    private static void CheckPaths(Listed<string>? paths, DocumentPath place, ProblemList problems)
    {
        foreach ((string? path, int index) in (paths?.Items ?? []).Select((path, index) => (path, index)))
        {
            CheckPath(path, place[index], problems);
        }
    }

    /// <summary>Reports a path that leads out of the folder of a case.</summary>
    internal static void CheckPath(string? path, DocumentPath place, ProblemList problems)
    {
        if (path is not null && (path.StartsWith('/') || path.Contains('\\') || path.Contains(':') || path.Split('/').Contains("..")))
        {
            problems.Error(place, $"{Advice.Quote(path)} leads out of the folder of the case. Write a path beneath it, with /.");
        }
    }

    private static ImmutableArray<string> TextsOf(Listed<string>? texts) => texts is null ? [] : [.. texts.Items.OfType<string>()];

    // A word, or what stands behind an option in the same word, that is absolute or goes up.
    [GeneratedRegex(@"(?<=\A|[\s=:,]|(?:\A|\s)-\w)(?<path>/\S*|(?:[^\s=:,]*/)?\.\.(?:/\S*|(?=\s|\z))|[^\s=:,]*\\\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex OutwardPath();

    [GeneratedRegex(@"\A(?=.{1,40}\z)[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
