namespace TrialSim.Validation.Tests.Cases;

/// <summary>A validation case: a class that asserts every figure of it. The rows of <c>docs/validation.md</c> are these attributes.</summary>
/// <param name="name">Its number, such as <c>V3</c>.</param>
/// <param name="title">What it is.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CaseAttribute(string name, string title) : Attribute
{
    /// <summary>Its number.</summary>
    public string Name { get; } = name;

    /// <summary>What it is.</summary>
    public string Title { get; } = title;

    /// <summary>Who printed the figures: package and version, or paper.</summary>
    public required string Source { get; init; }

    /// <summary>What is asserted.</summary>
    public required string Asserts { get; init; }

    /// <summary>How closely, in the words of <see cref="Printed"/> and <see cref="Agreement"/>.</summary>
    public required string Tolerance { get; init; }
}
