using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Analysis;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>The options for one shape of data, or for shapes that share columns. A closed set.</summary>
internal abstract class EndpointOptions
{
    /// <summary>What such data are called.</summary>
    public abstract string Data { get; }

    /// <summary>Options that name the columns; one of them tells the shape.</summary>
    public abstract IReadOnlyList<Option> Columns { get; }

    /// <summary>Options that mean nothing for other data.</summary>
    public abstract IReadOnlyList<Option> Further { get; }

    /// <summary>Those of <see cref="Further"/> that only some methods read, with the names of these methods.</summary>
    public abstract IReadOnlyList<(Option Option, string[] Methods)> Readers { get; }

    /// <summary>Those of the columns that must be named, given those that are.</summary>
    public abstract IReadOnlyList<Option> RequiredColumns(CommandResult command);

    /// <summary>Two options that contradict each other, or one that needs another, as a sentence; empty where all go together.</summary>
    public virtual string Contradiction(CommandResult command) => "";

    /// <summary>What the user asked for, where nothing required is missing.</summary>
    public abstract AnalysisEndpoint EndpointOf(ParseResult parsed);

    /// <summary>Whether the user names one of the columns.</summary>
    public bool AreGiven(CommandResult command) => Columns.Any(option => DataOption.IsGiven(command, option));
}
