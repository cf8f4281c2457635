using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim replay</c>: one virtual patient's course, day by day.</summary>
internal static class ReplayCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicate = CommonOptions.WholeNumber("--replicate", [], "Number of the simulated trial, from 1.", 1, Limits.Replicates);
        Option<long?> patient = CommonOptions.WholeNumber("--patient", [], "Screening number of the patient, from 1.", 1, Limits.Patients);
        Option<ulong?> seed = CommonOptions.Seed();
        Option<string?> arm = new("--arm") { Description = "Show the same patient, with the same luck, in this arm.", HelpName = "name" };
        Option<Setting[]> set = CommonOptions.Set();
        replicate.Required = true;
        patient.Required = true;
        Command command = new("replay", "Show one virtual patient of a run, recreated from the seed.") { file, replicate, patient, seed, arm, set };
        command.SetAction(parsed =>
        {
            Trial trial = ScenarioFile.Read(parsed.GetRequiredValue(file), new ScenarioOverrides(parsed.GetValue(seed), null) { Settings = [.. parsed.GetValue(set) ?? []] }, streams).Scenario.Trial;
            uint number = (uint)parsed.GetRequiredValue(replicate)!.Value;
            PatientRecord record = RecordOf(trial, number, parsed.GetRequiredValue(patient)!.Value, parsed.GetValue(arm));
            PatientCourseText.Print(streams.Out, trial, number, record);
            return ExitCode.Done;
        });
        return command;
    }

    private static PatientRecord RecordOf(Trial trial, uint replicate, long patient, string? arm)
    {
        if (patient > trial.Design.Patients)
        {
            throw new UserInputException($"--patient: there is no patient {patient} among {trial.Design.Patients}. Write 1 to {trial.Design.Patients}.");
        }

        int index = (int)patient - 1;
        if (arm is null)
        {
            return Replay.Patient(trial, trial.Run.Seed, replicate, index);
        }

        Arm? other = trial.Design.Arms.FirstOrDefault(candidate => candidate.Name == arm);
        return other is null
            ? throw new UserInputException($"--arm: there is no arm '{arm}'. The arms are {string.Join(", ", trial.Design.Arms.Select(candidate => candidate.Name))}.")
            : Replay.PatientInArm(trial, trial.Run.Seed, replicate, index, trial.Design.Arms.IndexOf(other));
    }
}
