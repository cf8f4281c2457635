namespace TrialSim.Scenarios.Documents;

/// <summary>Patterns of names, as regular expressions of ECMAScript and .NET alike.</summary>
internal static class Names
{
    /// <summary>snake_case: arms, events, endpoints and the like.</summary>
    public const string SnakeCase = "^[a-z][a-z0-9_]*$";

    /// <summary>kebab-case: scenarios, because their results have a folder of that name.</summary>
    public const string KebabCase = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>The word for nothing.</summary>
    public const string None = "none";

    /// <summary>The origin of a clock that no event starts.</summary>
    public const string Randomisation = "randomisation";
}
