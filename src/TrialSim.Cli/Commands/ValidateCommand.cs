using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Cli.Validation;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim validate</c>: the installed program against what is known to be right, for a file.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    /// <param name="streams">Where to print.</param>
    /// <param name="args">The whole command line, kept with the results.</param>
    public static Command Build(TerminalStreams streams, string[] args)
    {
        ValidateOptions options = new();
        Command command = new("validate", "Check the installed program on this machine against R, published designs and theory, and write a dated report to be filed.")
        {
            options.Output, options.Only, options.Cases, options.List, options.WriteCases,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, options, streams, args, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, ValidateOptions options, TerminalStreams streams, string[] args, CancellationToken cancellation)
    {
        RefuseBeside(parsed, options.WriteCases, options.List, options.Cases, options.Only, options.Output);
        RefuseBeside(parsed, options.List, options.Only, options.Output);
        if (parsed.GetValue(options.WriteCases) is string folder)
        {
            ShippedCases.Write(folder);
            streams.Out.WriteLine($"Wrote {ShippedCaseFiles.All.Count} files. Run them with: trialsim validate {ValidateOptions.CasesName} {CommandText.Quoted(folder)}");
            return ExitCode.Done;
        }

        CaseSet set = CaseSet.Read(parsed.GetValue(options.Cases) is string own ? new FolderCaseFiles(own) : new ShippedCaseFiles());
        string[] only = (parsed.GetValue(options.Only) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parsed.GetValue(options.List))
        {
            ValidationTables.PrintList(set, streams);
            return ExitCode.Done;
        }

        return ValidationRun.Run(set, only, parsed.GetValue(options.Output), args, streams, cancellation);
    }

    private static void RefuseBeside(ParseResult parsed, Option alone, params ReadOnlySpan<Option> others)
    {
        foreach (Option other in others)
        {
            if (IsGiven(parsed, alone) && IsGiven(parsed, other))
            {
                throw new UserInputException($"{other.Name}: it says nothing beside {alone.Name}, which runs no case. Leave one of the two options out.");
            }
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
