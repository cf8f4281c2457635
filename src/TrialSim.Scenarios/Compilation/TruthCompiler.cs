using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Compilation;

/// <summary>The truth in days, indices and masks.</summary>
internal sealed class TruthCompiler
{
    private static readonly DocumentPath Path = DocumentPath.Root.Key("truth");

    private readonly ResolvedTruth _truth;
    private readonly ProblemList _problems;
    private readonly StateBitTable _bits = new();
    private readonly ConditionCompiler _conditions;
    private readonly HazardCompiler _hazards;

    private TruthCompiler(ResolvedTruth truth, ProblemList problems)
    {
        _truth = truth;
        _problems = problems;
        _conditions = new ConditionCompiler(_bits, problems);
        _hazards = new HazardCompiler(_bits, _conditions, problems);
    }

    /// <summary>The compiled truth; of no use when something was reported.</summary>
    public static TrialTruth Compile(ResolvedTruth truth, ProblemList problems) => new TruthCompiler(truth, problems).Compile();

    private TrialTruth Compile()
    {
        ImmutableArray<ClinicalEvent> events = [.. _truth.Events.Select(CompileEvent)];
        ImmutableArray<HazardChoice> loss = _hazards.Compile(_truth.Loss.Hazard, Path.Key("loss_to_follow_up"));
        ImmutableArray<Effect> effects = [.. _truth.Effects.SelectMany((effect, i) => CompileEffect(effect, Path.Key("effects")[i]))];
        ReportCollisions();
        if (_bits.Count > Limits.StateBits)
        {
            _problems.Error(
                Path,
                $"Hazards and effects ask for {_bits.Count} facts about a patient (arms, levels, thresholds, events, times). Write at most {Limits.StateBits}: fewer levels, thresholds or times.");
        }

        return new TrialTruth(
            new Accrual(_truth.Accrual.Pattern, _truth.Accrual.Rate),
            [.. _truth.Covariates.Select(covariate => new Covariate(covariate.Name, NamedPurpose.Of("covariate", covariate.Name), covariate.Distribution))],
            events,
            _bits.Bits,
            effects,
            [.. _truth.Effects.OfType<ResolvedEffect.Slope>().SelectMany(CompileSlope)],
            loss.All(choice => choice.Hazard is NoHazard) ? [] : loss)
        { Conduct = _truth.Conduct };
    }

    private static IEnumerable<CovariateSlope> CompileSlope(ResolvedEffect.Slope slope) =>
        slope.On.Select(on => new CovariateSlope(on.Index, slope.Covariate.Index, slope.From, Math.Log(slope.HazardRatio) / slope.Increase));

    private ClinicalEvent CompileEvent(ResolvedEvent one)
    {
        DocumentPath path = Path.Key("events").Key(one.Name);
        return new ClinicalEvent(
            one.Name,
            NamedPurpose.Of("event", one.Name),
            one.Ending,
            one.Since.Index,
            _hazards.Compile(one.Hazard, path.Key("hazard")),
            one.WaitsForEvent ? _hazards.Compile(one.Before, path.Key("before")) : [])
        { SeenAt = [.. one.SeenAt.Select(visit => visit.Index)] };
    }

    private IEnumerable<Effect> CompileEffect(ResolvedEffect effect, DocumentPath path)
    {
        if (effect is not ResolvedEffect.Conditional conditional)
        {
            return [];
        }

        ImmutableArray<StateMask> terms = _conditions.Compile(conditional.While, path.Key("while"));
        if (terms.IsEmpty)
        {
            _problems.Warning(path.Key("while"), "No patient ever meets this condition, so the effect does nothing.");
            return [];
        }

        return conditional.On.Select(on => new Effect(on.Index, terms, Math.Log(conditional.HazardRatio)));
    }

    // Two names with one key would share their draws.
    private void ReportCollisions()
    {
        Dictionary<uint, string> seen = [];
        IEnumerable<(string Section, string Kind, string Name)> named = _truth.Covariates.Select(covariate => ("covariates", "covariate", covariate.Name))
            .Concat(_truth.Events.Select(one => ("events", "event", one.Name)));
        foreach ((string section, string kind, string name) in named)
        {
            uint purpose = NamedPurpose.Of(kind, name);
            if (!seen.TryAdd(purpose, $"{kind} '{name}'"))
            {
                _problems.Error(
                    Path.Key(section).Key(name),
                    $"By chance {kind} '{name}' has the same key for random draws as {seen[purpose]}. Give one of them another name.");
            }
        }
    }
}
