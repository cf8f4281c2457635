using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Results.Adam;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim export</c>: the patient data of one simulated trial, as a look sees them, in the shape that the field keeps them in.</summary>
internal static class ExportCommand
{
    private const string UsualStartDate = "2026-01-05";

    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<long?> replicate = CommonOptions.WholeNumber("--replicate", [], "Number of the simulated trial, from 1.", 1, Limits.Replicates);
        Option<string> adam = new("--adam") { Description = "The folder for CSV files in the shape of CDISC ADaM: adsl, adtte, adrs, adeff, adae, adlb, adex, and their dictionary define.csv.", HelpName = "folder", Required = true };
        Option<string?> look = new("--look") { Description = "The look whose data are written; by default the last one that takes place.", HelpName = "name" };
        Option<DateOnly?> start = new("--start-date")
        {
            Description = $"The date of trial day 0, from which all dates are counted; {UsualStartDate} by default.",
            HelpName = "date",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is >= 1900 and <= 3000)
                {
                    return date;
                }

                result.AddError($"--start-date: '{result.Tokens[0].Value}' cannot be used; write a date from the year 1900 to 3000, such as {UsualStartDate}.");
                return null;
            },
        };
        Option<ulong?> seed = CommonOptions.Seed();
        Option<Setting[]> set = CommonOptions.Set();
        replicate.Required = true;
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("export", "Write the patient data of one simulated trial, as a look sees them and nothing more, in the shape of CDISC ADaM.") { file, replicate, adam, look, start, seed, set, atAnyCost };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            ScenarioOverrides overrides = new(parsed.GetValue(seed), null) { Settings = [.. parsed.GetValue(set) ?? []] };
            Scenario scenario = ScenarioFile.Read(parsed.GetRequiredValue(file), overrides, streams).Scenario;
            uint number = (uint)parsed.GetRequiredValue(replicate)!.Value;
            string folder = parsed.GetRequiredValue(adam);
            CostCheck.Require(RunCost.Of(scenario.Trial, 1), 1, folder, CommonOptions.LimitOf(parsed, atAnyCost));
            using ResultsDraft draft = ResultsDraft.Open(folder, adam.Name);
            LookSnapshot snapshot = SnapshotOf(scenario.Trial, number, parsed.GetValue(look));
            if (cancellation.IsCancellationRequested)
            {
                streams.Error.WriteLine("Stopped. Nothing was written.");
                return ExitCode.Cancelled;
            }

            DateOnly startDate = parsed.GetValue(start) ?? DateOnly.ParseExact(UsualStartDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Write(draft, scenario, number, snapshot, startDate, streams);
            return ExitCode.Done;
        }));
        return command;
    }

    private static LookSnapshot SnapshotOf(Trial trial, uint replicate, string? look)
    {
        int index = look is null ? LookSnapshot.LastLook : trial.Design.Looks.Select(one => one.Name).ToList().IndexOf(look);
        if (look is not null && index < 0)
        {
            throw new UserInputException($"--look: there is no look '{look}'. The looks are {string.Join(", ", trial.Design.Looks.Select(one => one.Name))}.");
        }

        return LookSnapshot.TryTake(trial, replicate, index, out LookSnapshot snapshot)
            ? snapshot
            : throw new UserInputException($"--look: {(look is null ? "no look" : $"the look '{look}'")} takes place in replicate {replicate}. Name another look, or another replicate.");
    }

    private static void Write(ResultsDraft draft, Scenario scenario, uint replicate, LookSnapshot snapshot, DateOnly startDate, TerminalStreams streams)
    {
        Look look = scenario.Trial.Design.Looks[snapshot.Look];
        IReadOnlyList<AdamDataset> datasets = AdamExport.Of(scenario.Trial, snapshot, startDate);
        AdamManifest manifest = new(
            scenario.Trial.Name,
            ProgramVersion.Text,
            scenario.Trial.Run.Seed,
            replicate,
            look.Name,
            snapshot.Cut.Day.Value,
            startDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [.. datasets.Select(dataset => dataset.Name)],
            ScenarioDigest.Of(scenario.ResolvedYaml));
        AdamExport.Write(draft, datasets, manifest, scenario.ResolvedYaml);
        string folder = draft.Publish();
        PrintedResults.Print(folder, () => Print(scenario, replicate, snapshot, datasets, folder, streams));
    }

    private static void Print(Scenario scenario, uint replicate, LookSnapshot snapshot, IReadOnlyList<AdamDataset> datasets, string folder, TerminalStreams streams)
    {
        streams.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Trial.Name}, seed {scenario.Trial.Run.Seed}: replicate {replicate} at look {scenario.Trial.Design.Looks[snapshot.Look].Name}, trial day {snapshot.Cut.Day.Value:F1}, {snapshot.Cut.Patients} patients"));
        streams.Out.WriteLine();
        TextTable table = new(["File", "Dataset"], ["Rows", "Variables"]);
        foreach (AdamDataset dataset in datasets)
        {
            table.Add(Path.Combine(folder, dataset.FileName), dataset.Label, dataset.Rows.Count.ToString(CultureInfo.InvariantCulture), dataset.Columns.Length.ToString(CultureInfo.InvariantCulture));
        }

        table.Write(streams.Out, streams.OutWidth);
        streams.Out.WriteLine($"Names, labels, types and terms: {Path.Combine(folder, ResultsFiles.DataDictionary)}");
    }
}
