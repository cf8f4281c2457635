using System.CommandLine;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim licences</c>: what the program ships that others wrote.</summary>
internal static class LicencesCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Command command = new("licences", "Print the licences of the software that TrialSim ships with it.");
        command.Aliases.Add("licenses");
        command.SetAction(_ =>
        {
            using StreamReader notices = new(typeof(LicencesCommand).Assembly.GetManifestResourceStream("THIRD-PARTY-NOTICES.md")!);
            streams.Out.Write(notices.ReadToEnd());
            return ExitCode.Done;
        });
        return command;
    }
}
