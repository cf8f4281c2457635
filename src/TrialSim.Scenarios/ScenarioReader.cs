using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Compilation;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Extension;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;
using TrialSim.Scenarios.Sweeps;

namespace TrialSim.Scenarios;

/// <summary>Reads scenario files: bytes to tree, tree to document, document to resolved scenario, resolved scenario to compiled trial.</summary>
public static class ScenarioReader
{
    /// <summary>The scenario in a file, or everything that is wrong with it. Never throws for what a file holds.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="overrides">What to take instead of what the file says.</param>
    public static ScenarioReading Read(ReadOnlyMemory<byte> content, string fileName, ScenarioOverrides overrides) => Read(content, fileName, overrides, NoScenarioFiles.Instance);

    /// <summary>The scenario in a file that may extend another, or everything that is wrong with both. Never throws for what the files hold.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="overrides">What to take instead of what the file says.</param>
    /// <param name="files">Finds the file that it extends.</param>
    public static ScenarioReading Read(ReadOnlyMemory<byte> content, string fileName, ScenarioOverrides overrides, IScenarioFiles files)
    {
        ProblemList problems = new(fileName);
        if (!ScenarioText.TryDecode(content.Span, problems, out string text) || !YamlTreeReader.TryRead(text, problems, out MappingNode root))
        {
            return new ScenarioReading(null, problems.Errors, problems.Warnings);
        }

        VersionPlace.Report(root, problems);
        int errors = problems.ErrorCount;
        MappingNode whole = new ExtendedTree(files, problems).Of(root, fileName);
        if (problems.ErrorCount > errors)
        {
            return new ScenarioReading(null, problems.Errors, problems.Warnings);
        }

        ScenarioReading reading = Read(VariedTree.Of(new TreeSettings(problems).Apply(whole, overrides.Settings), overrides.Varied, problems), overrides, problems);
        return reading.Scenario is Scenario scenario
            ? reading with { Scenario = scenario with { Content = ExtendedTree.Has(root) ? ExtendedTree.FileOf(whole, fileName) : content } }
            : reading;
    }

    /// <summary>The scenario in a tree that is as it is to be read.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="overrides">Seed and replicates; settings are in the tree.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static ScenarioReading Read(MappingNode root, ScenarioOverrides overrides, ProblemList problems)
    {
        ScenarioDocument document = new DocumentBinder(problems).Bind<ScenarioDocument>(root);
        ResolvedScenario resolved = ScenarioResolver.Resolve(document, overrides, problems);
        ResolvedSweep sweep = document.Sweep?.Value is { } written ? new SweepResolver(root, problems).Resolve(written) : ResolvedSweep.None;
        if (problems.ErrorCount > 0)
        {
            return new ScenarioReading(null, problems.Errors, problems.Warnings);
        }

        UsageCheck.Warn(resolved, problems);
        TrialTruth truth = TruthCompiler.Compile(resolved.Truth, problems);
        RecurrenceCheck.Report(truth, problems);
        TrialDesign design = new DesignCompiler(resolved.Design, resolved.Truth, problems).Compile();
        if (problems.ErrorCount > 0)
        {
            return new ScenarioReading(null, problems.Errors, problems.Warnings);
        }

        Trial trial = new(resolved.Name, resolved.Description, design, truth, resolved.Run) { Targets = [.. resolved.Targets.Select(target => target.Compiled)] };
        Lazy<MappingNode> tree = new(() => (MappingNode)DocumentWriter.Write(ResolvedDocument.Of(resolved)));
        Lazy<string> yaml = new(() => YamlWriter.Write(tree.Value));
        Lazy<string> withSweep = new(() => YamlWriter.Write((MappingNode)DocumentWriter.Write(ResolvedDocument.Of(resolved) with { Sweep = new OrNone<SweepDocument>(sweep.Written) })));
        ImmutableArray<ScenarioProblem> targetPlaces = [.. trial.Targets.Select(target => problems.PlaceOf(DocumentPath.Root.Key("targets").Key(target.Name)))];
        Scenario scenario = new(trial, yaml, targetPlaces)
        {
            Told = new Lazy<ImmutableArray<ScenarioStatement>>(() => ResolvedStatements.Of(tree.Value)),
            Sweep = new ScenarioSweep(problems.File, root with { Entries = [.. root.Entries.Where(entry => entry.Key != "sweep")] }, overrides, sweep.Dimensions, withSweep),
        };
        // A sweep in which nothing fits is told by every command; 'trialsim sweep' and 'trialsim check' read all cells.
        ImmutableArray<ScenarioProblem> faults = sweep.Dimensions.IsEmpty ? [] : scenario.Sweep.Read(1, seed: null).Problems;
        return new ScenarioReading(faults.IsEmpty ? scenario : null, faults, problems.Warnings);
    }
}
