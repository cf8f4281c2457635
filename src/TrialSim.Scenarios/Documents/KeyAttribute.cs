using System.Runtime.CompilerServices;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>
/// Makes a property a key of the scenario language, and says everything about it in one place: reader, schema and documentation
/// use it. The key's name is the property's in snake_case.
/// </summary>
/// <param name="description">What the key means, in a sentence.</param>
/// <param name="line">Where it is declared; filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string description, [CallerLineNumber] int line = 0) : Attribute
{
    /// <summary>The line of its declaration: keys are told in that order.</summary>
    public int Line { get; } = line;

    /// <summary>What the key means.</summary>
    public string Description { get; } = description;

    /// <summary>Whether a mapping without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds when the key is left out; empty where that is said elsewhere.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>Whether a list of one may be written without brackets.</summary>
    public bool AcceptsOne { get; init; }

    /// <summary>Whether the keys of the mapping are names that other places refer to: then they are snake_case.</summary>
    public bool DefinesNames { get; init; }

    /// <summary>Whether the keys of the mapping are keys of the scenario joined by dots.</summary>
    public bool IsOfPaths { get; init; }

    /// <summary>Smallest number or number of days allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest number or number of days allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Numbers, or numbers of days, are above this.</summary>
    public double Above { get; init; } = double.NegativeInfinity;

    /// <summary>Numbers, or numbers of days, are below this.</summary>
    public double Below { get; init; } = double.PositiveInfinity;

    /// <summary>Fewest items of a list or entries of a mapping.</summary>
    public int MinItems { get; init; } = 1;

    /// <summary>Most items of a list or entries of a mapping.</summary>
    public int MaxItems { get; init; } = Limits.ListItems;

    /// <summary>Whether a text is a name in kebab-case.</summary>
    public bool IsKebabCase { get; init; }

    /// <summary>Whether a number is allowed.</summary>
    public bool Allows(double value) => value >= Min && value <= Max && value > Above && value < Below;
}
