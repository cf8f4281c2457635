using TrialSim.Cli;
using TrialSim.Cli.Terminal;

return await TrialSimCommandLine.InvokeAsync(args, TerminalStreams.OfProcess());
