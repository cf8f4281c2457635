using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Scenarios.Documents;

/// <summary>Patterns of names, as regular expressions of ECMAScript and .NET alike.</summary>
internal static partial class Names
{
    /// <summary>snake_case: arms, events, endpoints and the like.</summary>
    public const string SnakeCase = "^[a-z][a-z0-9_]*$";

    /// <summary>kebab-case: scenarios, because their results have a folder of that name.</summary>
    public const string KebabCase = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>The word for nothing.</summary>
    public const string None = "none";

    /// <summary>The site of a patient, among covariates.</summary>
    public const string Site = "site";

    /// <summary>The origin of a clock that no event starts.</summary>
    public const string Randomisation = "randomisation";

    // In .NET a dollar also matches before a last line break, which no name may have.
    private const string LineBreak = "\n";

    /// <summary>Whether a text is snake_case.</summary>
    public static bool IsSnakeCase(string text) => !text.EndsWith(LineBreak, StringComparison.Ordinal) && SnakeCaseForm().IsMatch(text);

    /// <summary>Whether a text may stand in a cell of a table: a spreadsheet takes what begins with one of four signs for a formula and runs it, and what is not printed is not seen.</summary>
    public static bool IsCellText(string text) =>
        text.Trim() is [not ('=' or '+' or '-' or '@'), ..] && text.All(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format);

    /// <summary>Whether a text is kebab-case.</summary>
    public static bool IsKebabCase(string text) => !text.EndsWith(LineBreak, StringComparison.Ordinal) && KebabCaseForm().IsMatch(text);

    [GeneratedRegex(SnakeCase, RegexOptions.CultureInvariant)]
    private static partial Regex SnakeCaseForm();

    [GeneratedRegex(KebabCase, RegexOptions.CultureInvariant)]
    private static partial Regex KebabCaseForm();
}
