using TrialSim.Cli;
using TrialSim.Cli.Terminal;

if (OpenFileLimit.IsTooLow(out string sentence))
{
    Console.Error.WriteLine(sentence);
    return ExitCode.UserInput;
}

return await TrialSimCommandLine.InvokeAsync(args, TerminalStreams.OfProcess());
