using System.CommandLine;
using System.Text;
using TrialSim.Charts;
using TrialSim.Charts.Images;
using TrialSim.Charts.Swimmers;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Replays;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Results.Costs;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim replay</c>: virtual patients' courses, day by day, as text and as a swimmer chart.</summary>
internal static class ReplayCommand
{
    private static readonly string[] ChartEndings = [".html", ".svg", ".png"];

    public static Command Build(TerminalStreams streams, string[] args)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicate = CommonOptions.WholeNumber("--replicate", [], "Number of the simulated trial, from 1.", 1, Limits.Replicates);
        Option<int[]> patient = PatientNumbers.Option();
        Option<ulong?> seed = CommonOptions.Seed();
        Option<string?> arm = new("--arm") { Description = "Show the same patient, with the same luck, in this arm.", HelpName = "name" };
        Option<Setting[]> set = CommonOptions.Set();
        Option<string?> chart = new("--chart") { Description = "Draw the course as a swimmer chart into this file, which ends with .html, .svg or .png (the last two need Node.js).", HelpName = "file" };
        chart.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string name }] && !ChartEndings.Contains(Path.GetExtension(name)))
            {
                result.AddError($"--chart: '{name}' has another ending than .html, .svg and .png. Write one of these, such as course.html.");
            }
        });
        replicate.Required = true;
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("replay", "Show virtual patients of a run, recreated from the seed.") { file, replicate, patient, seed, arm, set, chart, atAnyCost };
        command.SetAction(parsed =>
        {
            ScenarioOverrides overrides = new(parsed.GetValue(seed), null) { Settings = [.. parsed.GetValue(set) ?? []] };
            Trial trial = ScenarioFile.Read(parsed.GetRequiredValue(file), overrides, streams).Scenario.Trial;
            uint number = (uint)parsed.GetRequiredValue(replicate)!.Value;
            int[] patients = parsed.GetRequiredValue(patient);
            RunCost once = RunCost.Of(trial, 1);
            CostCheck.Require(once with { ProcessorSeconds = patients.Length * once.ProcessorSeconds, DiskBytes = 0 }, 1, ".", CommonOptions.LimitOf(parsed, atAnyCost));
            PatientRecord[] records = [.. patients.Select(one => RecordOf(trial, number, one, parsed.GetValue(arm)))];
            foreach (PatientRecord record in records)
            {
                if (record != records[0])
                {
                    streams.Out.WriteLine();
                }

                PatientCourseText.Print(streams.Out, trial, number, record);
            }

            if (parsed.GetValue(chart) is string path)
            {
                SwimmerPicture picture = records.Length == 1 ? CoursePicture.Of(trial, number, records[0]) : CohortPicture.Of(trial, number, records);
                OutputFile.Write(path, Rendered(SwimmerChart.Of(picture), path, args), "--chart");
                streams.Out.WriteLine();
                streams.Out.WriteLine($"Chart: {path}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static byte[] Rendered(Chart chart, string path, string[] args)
    {
        try
        {
            return Path.GetExtension(path) switch
            {
                ".svg" => ImageRenderer.Render(chart, ImageFormat.Svg),
                ".png" => ImageRenderer.Render(chart, ImageFormat.Png),
                _ => Encoding.UTF8.GetBytes(SwimmerPage.Of(chart, ProgramVersion.Text, CommandText.Of(args))),
            };
        }
        catch (ImageRenderingException exception)
        {
            throw new UserInputException($"--chart: {exception.Message} A file that ends with .html needs no Node.js.");
        }
    }

    private static PatientRecord RecordOf(Trial trial, uint replicate, int patient, string? arm)
    {
        if (patient > trial.Design.MaxPatients)
        {
            throw new UserInputException($"--patient: there is no patient {patient} among {trial.Design.MaxPatients}. Write 1 to {trial.Design.MaxPatients}.");
        }

        Arm? other = trial.Design.Arms.FirstOrDefault(candidate => candidate.Name == arm);
        if (arm is not null && other is null)
        {
            throw new UserInputException($"--arm: there is no arm '{arm}'. The arms are {string.Join(", ", trial.Design.Arms.Select(candidate => candidate.Name))}.");
        }

        try
        {
            return other is null
                ? Replay.Patient(trial, trial.Run.Seed, replicate, patient - 1)
                : Replay.PatientInArm(trial, trial.Run.Seed, replicate, patient - 1, trial.Design.Arms.IndexOf(other));
        }
        catch (NotRandomisedException fewer) when (fewer.Patients == 0)
        {
            throw new UserInputException($"--patient: nobody was randomised in replicate {replicate}. Ask for another replicate.");
        }
        catch (NotRandomisedException fewer)
        {
            throw new UserInputException(
                $"--patient: there is no patient {patient} in replicate {replicate}, in which {fewer.Patients} were randomised. Write 1 to {fewer.Patients}, or another replicate.");
        }
    }
}
