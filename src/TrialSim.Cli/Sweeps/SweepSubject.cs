using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Engine;
using TrialSim.Engine.Randomness;
using TrialSim.Model;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sweeps;
using TrialSim.Scenarios;
using TrialSim.Scenarios.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>What is swept, and all that its results say of where they come from.</summary>
/// <param name="Trial">The trial of the scenario itself.</param>
/// <param name="Sweep">Its cells.</param>
/// <param name="Scenario">The bytes of its file.</param>
/// <param name="Options">The options that give other results than the scenario alone, as a shell reads them.</param>
internal sealed record SweepSubject(Trial Trial, ScenarioSweep Sweep, byte[] Scenario, IReadOnlyList<string> Options)
{
    private const int MostProblems = 20;

    /// <summary>Whether each cell is also run under its null hypothesis.</summary>
    public bool WithNull => Options.Contains(RunCommand.WithNull);

    /// <summary>What a scenario and the options of a sweep ask for.</summary>
    public static SweepSubject Of(ScenarioFile file, SweepOptions options) => new(file.Scenario.Trial, file.Scenario.Sweep, file.Content, options.Written);

    /// <summary>What the sweep of a log was asked for.</summary>
    /// <exception cref="UserInputException">This version cannot read the scenario any more.</exception>
    public static SweepSubject Of(LogHeader header)
    {
        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(header.ResolvedScenario), ResultsFiles.Resolved, ScenarioOverrides.None);
        Scenario scenario = reading.Scenario ?? throw new UserInputException(string.Join(Environment.NewLine, reading.Problems));
        return new SweepSubject(scenario.Trial, scenario.Sweep, header.Scenario, header.Run.Options);
    }

    /// <summary>Where a cell stands.</summary>
    public CellPlace PlaceOf(int number)
    {
        SweepCell cell = Sweep.CellOf(number);
        return new CellPlace(number, cell.Values, [.. cell.Before.Select(before => (before.Along, before.Number))]);
    }

    /// <summary>The scenario of a cell.</summary>
    public ScenarioReading Read(int number) => Sweep.Read(number, Options.Contains(SweepOptions.Independent) ? CellSeed.Of(Trial.Run.Seed, (uint)number) : null);

    /// <summary>Reads every cell, and refuses a sweep with cells that cannot be run, with what is wrong with them: up to 20 problems of all cells.</summary>
    /// <returns>What all cells take together.</returns>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserInputException">Cells cannot be run.</exception>
    /// <exception cref="OperationCanceledException">It was ended: nothing is known of the cells.</exception>
    public RunCost Check(int threads, CancellationToken cancellation) => Check([.. Enumerable.Range(1, Sweep.Count)], threads, cancellation);

    /// <summary>The same for some of the cells.</summary>
    /// <returns>What they take together.</returns>
    /// <param name="cells">The cells.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserInputException">Cells cannot be run.</exception>
    /// <exception cref="OperationCanceledException">It was ended: nothing is known of the cells.</exception>
    public RunCost Check(IReadOnlyList<int> cells, int threads, CancellationToken cancellation)
    {
        string[][] faults = new string[cells.Count][];
        RunCost[] costs = new RunCost[cells.Count];
        CellWorkers.Run(cells.Count, threads, index => (faults[index], costs[index]) = Judge(cells[index]), cancellation);
        cancellation.ThrowIfCancellationRequested();
        string[] all = [.. faults.SelectMany(found => found).Distinct()];
        if (all.Length > 0)
        {
            string more = all.Length > MostProblems ? $"{Environment.NewLine}and {all.Length - MostProblems} more." : "";
            throw new UserInputException(string.Join(Environment.NewLine, all.Take(MostProblems)) + more);
        }

        RunCost dearest = costs.MaxBy(cell => cell.ProcessorSeconds) ?? RunCost.None;
        return costs.Aggregate(RunCost.None, (before, cell) => before.And(cell)) with { Reason = string.Create(CultureInfo.InvariantCulture, $"{dearest.Reason}, in the largest of {cells.Count:N0} cells (sweep)") };
    }

    /// <summary>The manifest.</summary>
    public Manifest Manifest => new(
        Trial.Name,
        Trial.Description,
        ProgramVersion.Text,
        EventKernel.Name,
        Trial.Run.Seed,
        1,
        Trial.Run.Replicates,
        Trial.Run.Replicates,
        ScenarioDigest.Of(Sweep.ResolvedYaml))
    {
        Options = Options,
        Cells = Sweep.Count,
    };

    /// <summary>The header of a log of cells.</summary>
    public LogHeader HeaderOf(ShardNumber shard) => new(Manifest, LogPart.Cells, shard, Sweep.ResolvedYaml, Scenario);

    private (string[] Faults, RunCost Cost) Judge(int number)
    {
        ScenarioReading reading = Read(number);
        if (reading.Scenario is not Scenario scenario)
        {
            return ([.. reading.Problems.Select(problem => problem.ToString())], RunCost.None);
        }

        if (WithNull && CellSimulation.WhyNoNull(scenario.Trial) is { Length: > 0 } whyNot)
        {
            return ([$"{RunCommand.WithNull}: in cell {number} of the sweep ({Sweep.CellOf(number)}): {whyNot} Sweep without this option, or leave analyses out of the scenario."], RunCost.None);
        }

        RunCost cost = RunCost.OfCell(scenario.Trial);
        return ([], WithNull ? cost.And(cost) : cost);
    }
}
