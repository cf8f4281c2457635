using System.CommandLine;

namespace TrialSim.Cli.Commands;

/// <summary>The options of <c>trialsim validate</c>.</summary>
internal sealed class ValidateOptions
{
    /// <summary>The option that chooses cases.</summary>
    public const string OnlyName = "--only";

    /// <summary>The option that names a folder of the user's own cases.</summary>
    public const string CasesName = "--cases";

    /// <summary>The option that writes the shipped cases.</summary>
    public const string WriteCasesName = "--write-cases";

    /// <summary>The folder for the report.</summary>
    public Option<string?> Output { get; } = new("--out", "-o") { Description = "The folder for validation.html and validation.json; validation/<date> by default. It must not hold anything yet.", HelpName = "folder" };

    /// <summary>Names of cases.</summary>
    public Option<string?> Only { get; } = new(OnlyName) { Description = "Run these cases only, named with commas between them.", HelpName = "cases" };

    /// <summary>The user's own cases.</summary>
    public Option<string?> Cases { get; } = new(CasesName) { Description = "Run the cases in this folder instead of those that ship with the program. A case runs commands: as of a script, run only one that you trust.", HelpName = "folder" };

    /// <summary>Shows the cases.</summary>
    public Option<bool> List { get; } = new("--list") { Description = "Print the cases, and run none." };

    /// <summary>Writes the shipped cases.</summary>
    public Option<string?> WriteCases { get; } = new(WriteCasesName) { Description = "Write the cases that ship with the program, with their data, to a new folder, and run none: to read, and to write your own after.", HelpName = "folder" };
}
