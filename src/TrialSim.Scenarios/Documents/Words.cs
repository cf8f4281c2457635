using System.Text.Json;

namespace TrialSim.Scenarios.Documents;

/// <summary>Names of the program as words of the language.</summary>
internal static class Words
{
    /// <summary>snake_case of a PascalCase name.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The word for a value of an enumeration.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>All words of an enumeration, in the order of their declaration.</summary>
    public static string[] AllOf(Type enumeration) => [.. Enum.GetNames(enumeration).Select(Of)];
}
