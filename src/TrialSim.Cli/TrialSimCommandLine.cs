using System.CommandLine;
using System.CommandLine.Invocation;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Commands.Analyze;
using TrialSim.Cli.Commands.Clusters;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Data;
using TrialSim.Results.Folder;

namespace TrialSim.Cli;

/// <summary>The whole command line: reads arguments, runs a command, turns failures into sentences and exit codes.</summary>
public static class TrialSimCommandLine
{
    // After Ctrl-C the batches under way are finished and what there is is written.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromMinutes(2);

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="streams">Where to write.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, TerminalStreams streams)
    {
        Option<bool> debug = new("--debug") { Description = "Show the stack of an internal error.", Recursive = true };
        RootCommand root = new("Simulates clinical trials before they are run: power, type I error, medians and timing of a protocol written in YAML.")
        {
            RunCommand.Build(streams),
            SweepCommand.Build(streams),
            SizeCommand.Build(streams),
            MergeCommand.Build(streams),
            ClusterCommand.Build(streams),
            CheckCommand.Build(streams),
            ExplainCommand.Build(streams),
            ReplayCommand.Build(streams, args),
            ChartCommand.Build(streams),
            CompareCommand.Build(streams),
            ExportCommand.Build(streams),
            AnalyzeCommand.Build(streams, args),
            FormulaCommand.Build(streams),
            FitCommand.Build(streams, args),
            ValidateCommand.Build(streams, args),
            InitCommand.Build(streams),
            SchemaCommand.Build(streams),
            LicencesCommand.Build(streams),
        };
        root.Options.Add(debug);
        CommandExamples.AddToHelp(root, streams.OutWidth);
        ParseResult parsed = root.Parse(AdamShorthand.Expand(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            PrintUsageErrors(parsed, streams);
            return ExitCode.UserInput;
        }

        return await GuardedAsync(parsed, debug, streams);
    }

    private static async Task<int> GuardedAsync(ParseResult parsed, Option<bool> debug, TerminalStreams streams)
    {
        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                Output = streams.Out,
                Error = streams.Error,
                ProcessTerminationTimeout = null,
            };
            return parsed.Action is AsynchronousCommandLineAction
                ? await InterruptiblyAsync(parsed, configuration, streams)
                : await parsed.InvokeAsync(configuration);
        }
        catch (Exception exception) when (exception is UserInputException or ResultsFolderException or PatientDataException)
        {
            await TellAsync(streams, exception.Message);
            return ExitCode.UserInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Files that are read or written say so themselves; what is left is the output of this very command.
            await streams.Error.WriteLineAsync($"Standard output cannot be written: {exception.Message.TrimEnd('.')}. Send it somewhere else.");
            return ExitCode.UserInput;
        }
        catch (OperationCanceledException)
        {
            await streams.Error.WriteLineAsync("Stopped.");
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The last line of defence: says whose fault it is and asks for a report.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await TellAsync(streams, $"TrialSim failed, and that is our fault, not yours: {exception.Message}");
            await TellAsync(
                streams,
                parsed.GetValue(debug)
                    ? exception.ToString()
                    : "Please report it with the scenario and what this command prints with --debug added.");
            return ExitCode.OurFault;
        }
    }

    // The commands that heed a cancellation; the others end at the first signal, as any program does.
    private static async Task<int> InterruptiblyAsync(ParseResult parsed, InvocationConfiguration configuration, TerminalStreams streams)
    {
        using Interruption interruption = new(streams, TimeToFinish);
        Task<int> command = Task.Run(() => parsed.InvokeAsync(configuration, interruption.Asked));
        if (await Task.WhenAny(command, interruption.TooLate) == command)
        {
            return await command;
        }

        await streams.Error.WriteLineAsync($"What was under way did not end within {TimeToFinish.TotalMinutes:0} minutes. What a run, a sweep or a search has finished is kept; the same command with --resume goes on with it.");
        return ExitCode.Cancelled;
    }

    private static Task TellAsync(TerminalStreams streams, string message) => streams.Error.WriteAsync(Message(streams, message));

    // Several lines, of which a stream would make one where it is given them as one.
    private static string Message(TerminalStreams streams, string message) => MessageText.Printable(message) + streams.Error.NewLine;

    private static void PrintUsageErrors(ParseResult parsed, TerminalStreams streams)
    {
        foreach (string sentence in UsageErrors.Of(parsed))
        {
            streams.Error.Write(Message(streams, sentence));
        }

        streams.Error.WriteLine($"See '{UsageErrors.PathOf(parsed.CommandResult)} --help'.");
    }
}
