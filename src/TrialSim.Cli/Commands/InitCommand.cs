using System.CommandLine;
using System.Text;
using TrialSim.Cli.Terminal;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim init</c>: a commented scenario to start from.</summary>
internal static class InitCommand
{
    private const string DefaultFile = "my-trial.yaml";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = new("file") { Description = "The file to write; it must not exist yet.", DefaultValueFactory = _ => DefaultFile };
        CommonOptions.RefuseOptions(file);
        Command command = new("init", "Write a commented two-arm scenario that runs, as a start for your own.") { file };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            Write(path);
            streams.Out.WriteLine($"Wrote {path}. Run it with: trialsim run {CommandText.Quoted(path)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(string path)
    {
        if (path.Length == 0)
        {
            throw new UserInputException("The name of the file is empty. Name the file to write, such as my-trial.yaml.");
        }

        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new UserInputException($"{path}: is there already, and would be lost. Name another file.");
        }

        try
        {
            OutputFile.Create(path, Encoding.UTF8.GetBytes(StarterScenario.Yaml));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{path}: cannot be written. {exception.Message} Name a file in another folder.");
        }
    }
}
