using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Document to resolved scenario: fills in every default and finds every name.</summary>
internal static class ScenarioResolver
{
    /// <summary>The scenario, as far as it could be understood: whole when nothing was reported.</summary>
    public static ResolvedScenario Resolve(ScenarioDocument document, ScenarioOverrides overrides, ProblemList problems)
    {
        ResolutionContext context = new(document, problems);
        ResolvedTruth truth = TruthResolver.Resolve(document.Truth, document.Design?.Patients, context);
        ImmutableArray<bool> isFatal = document.Truth?.Events is { } events ? EventResolver.Fatality(events) : default;
        ResolvedDesign design = DesignResolver.Resolve(document.Design ?? new DesignDocument(), truth, isFatal, context);
        if (overrides.Replicates is < 1 or > Limits.Replicates)
        {
            problems.Error(
                DocumentPath.Root.Key("run").Key("replicates"),
                $"{overrides.Replicates} replicates were asked for instead of what the file says. Ask for 1 to {Limits.Replicates}.");
        }

        RunPlan run = new(
            overrides.Seed ?? document.Run?.Seed ?? Defaults.Seed,
            overrides.Replicates ?? document.Run?.Replicates ?? Defaults.Replicates);
        return new ResolvedScenario(document.Name ?? string.Empty, document.Description ?? string.Empty, design, truth, run)
        {
            Targets = TargetResolver.Resolve(document.Targets, context),
        };
    }
}
