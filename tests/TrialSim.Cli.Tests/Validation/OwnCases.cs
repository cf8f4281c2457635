using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Validation;

/// <summary>Cases of a user.</summary>
internal static class OwnCases
{
    /// <summary>A case whose one command has these checks.</summary>
    public static string WithChecks(string command, string checks) => WithChecks(command, checks, "trial.yaml");

    /// <summary>A case with these inputs whose one command has these checks.</summary>
    public static string WithChecks(string command, string checks, string inputs) =>
        $"""
        validation: 1
        id: own
        title: Our design
        source: our statistician
        inputs: [{inputs}]
        steps:
          - command: {command}
            checks: {checks}

        """;

    /// <summary>Runs a case that reads <see cref="SmallScenario"/>; the files of the report go to <c>report</c>.</summary>
    public static Task<CommandLine> RunAsync(TemporaryFolder folder, string yaml)
    {
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/own.yaml", yaml);
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);
        return CommandLine.RunAsync("validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report"));
    }
}
