using System.Collections.Immutable;
using TrialSim.Cli.Terminal;
using TrialSim.Model.NullHypotheses;
using TrialSim.Model.Targets;
using TrialSim.Results;
using TrialSim.Results.Summary;
using TrialSim.Results.Targets;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Commands;

/// <summary>A scenario and the bytes it was read from.</summary>
/// <param name="Content">The file as it is; of one that extends another, a file that says what the two say together.</param>
/// <param name="Scenario">What it says.</param>
internal sealed record ScenarioFile(byte[] Content, Scenario Scenario)
{
    /// <summary>Reads a scenario file; prints its warnings.</summary>
    /// <exception cref="UserInputException">It cannot be read, or something in it is wrong; the message holds every problem.</exception>
    public static ScenarioFile Read(string path, ScenarioOverrides overrides, TerminalStreams streams)
    {
        byte[] content = LoadPatiently(path, streams);
        ScenarioReading reading = ScenarioReader.Read(content, path, overrides, new DiskFiles());
        foreach (ScenarioProblem warning in reading.Warnings)
        {
            streams.Error.WriteLine($"warning: {warning}");
        }

        if (reading.Scenario is not Scenario scenario)
        {
            throw new UserInputException(string.Join(Environment.NewLine, reading.Problems));
        }

        RefuseFaultyTargets(scenario);
        return new ScenarioFile(scenario.Content.ToArray(), scenario);
    }

    private static byte[] LoadPatiently(string path, TerminalStreams streams)
    {
        using PipeNotice notice = new(path, streams);
        return Load(path);
    }

    private static void RefuseFaultyTargets(Scenario scenario)
    {
        ImmutableArray<Target> targets = scenario.Trial.Targets;
        IReadOnlyList<OperatingCharacteristic> rows = targets.IsEmpty ? [] : RunAccumulator.Blank(scenario.Trial, NullTrial.TryDerive(scenario.Trial, out NullTrial derived, out _) ? derived.Tests : []);
        ScenarioProblem[] faults =
        [
            .. targets.Select((target, index) => scenario.TargetPlaces[index] with { Message = TargetFigures.Fault(scenario.Trial.Design, target, rows) })
                .Where(problem => problem.Message.Length > 0),
        ];
        if (faults.Length > 0)
        {
            throw new UserInputException(string.Join(Environment.NewLine, faults.AsEnumerable()));
        }
    }

    /// <summary>The bytes of a file, but not much more of them than a scenario may have.</summary>
    /// <exception cref="UserInputException">It cannot be read.</exception>
    public static byte[] Load(string path)
    {
        if (path.Length == 0)
        {
            throw new UserInputException("The scenario's name is empty. Name a YAML file.");
        }

        if (Directory.Exists(path))
        {
            throw new UserInputException($"{path}: is a folder, not a scenario. Name a YAML file in it.");
        }

        if (!File.Exists(path))
        {
            throw new UserInputException($"{path}: there is no such file. 'trialsim init {Path.GetFileName(path)}' writes a scenario to start from.");
        }

        try
        {
            // Read in pieces, because the length of a pipe is not known beforehand.
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read);
            using MemoryStream content = new();
            byte[] piece = new byte[1 << 16];
            for (int count = stream.Read(piece); count > 0; count = stream.Read(piece))
            {
                content.Write(piece, 0, count);
                if (content.Length > Limits.FileBytes)
                {
                    break; // The reader refuses it in its own words.
                }
            }

            return content.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{path}: cannot be read. {exception.Message}");
        }
    }
}
