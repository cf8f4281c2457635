using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Tests at several looks with one alpha.</summary>
internal sealed class SequentialResolver(
    ResolutionContext context,
    ImmutableArray<ResolvedAnalysis> analyses,
    ImmutableArray<ResolvedLook> looks,
    ResolvedAllocation allocation,
    int patients,
    ResolvedTesting testing,
    EventPossibility possibility)
{
    private readonly PlannedInformationResolver _information = new(context, looks, allocation, patients, possibility);

    /// <summary>The test; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedSequential? Resolve(string name, SequentialDocument document, DocumentPath path)
    {
        if (context.Analyses.Find(name, path) is not { } reference || analyses.FirstOrDefault(known => known.Name == name) is not { } analysis || analysis.Looks.IsEmpty)
        {
            return null;
        }

        if (document.TwoStage is not null)
        {
            return TwoStageResolver.Resolve(reference, analysis, document, looks, path, context.Problems);
        }

        if (!analysis.Method.HasSequentialZ)
        {
            context.Problems.Error(
                path,
                analysis.Method.IsTest
                    ? $"The Z of '{analysis.Name}' at several looks follows no group-sequential bounds. Use log_rank, log_rank_trend, cox, chi_square, t_test, milestone or rmst, or remove it here."
                    : $"'{analysis.Name}' tests nothing, so it has no bounds. Name an analysis that tests.");
            return null;
        }

        FutilityDocument? futility = document.Futility?.Value;
        if (futility is not null && SidesOf(analysis) == RejectionSides.Both)
        {
            context.Problems.Error(path.Key("futility"), "A test in both directions has a claim below, too, and no futility. Write one_sided_alpha, or futility: none.");
        }

        if (document.Binding == true && futility is null)
        {
            context.Problems.Error(path.Key("binding"), "There is no futility bound that could bind. Write futility, or remove it.");
        }

        ImmutableArray<double> information = _information.Resolve(document.Information, analysis, path);
        return information.IsEmpty || context.Problems.HasErrorIn(path) ? null : Resolve(reference, analysis, document, information, path);
    }

    private ResolvedSequential? Resolve(Reference reference, ResolvedAnalysis analysis, SequentialDocument document, ImmutableArray<double> information, DocumentPath path)
    {
        double alpha = testing.OneSidedAlphaOf(analysis.Name);
        double[] fractions = [.. information.Select(figure => figure / information[^1])];
        BoundsResolver bounds = new(fractions, path, context.Problems);
        EfficacyDocument efficacy = document.Efficacy ?? new EfficacyDocument { Spending = new SpendingDocument { Function = Defaults.Spending } };
        DriftResolver drift = new(analysis, information[^1], allocation, possibility.IsTimeToEvent(analysis.Endpoint), path, context.Problems);
        if (bounds.Efficacy(efficacy, alpha) is not { } upper || drift.Resolve(document) is not { } aim)
        {
            return null;
        }

        FutilityRule rule = document.Binding == true ? FutilityRule.Binding : FutilityRule.NonBinding;
        FutilityDocument? futility = document.Futility?.Value;
        SequentialPlan? PlanFor(double? hazardRatio) =>
            SidesOf(analysis) == RejectionSides.Both ? new SequentialPlan(upper, FutilityPlan.Mirrored, rule)
            : bounds.Futility(futility, aim.Beta, hazardRatio) is { } lower ? new SequentialPlan(upper, lower, rule)
            : null;

        // Bounds on the hazard ratio lie at the same Z whatever the trial is planned for.
        SequentialPlan? search = PlanFor(drift.HazardRatioOf(1.0));
        if (futility?.HazardRatio is not null && search is not null)
        {
            search = search with { Futility = FutilityPlan.OnZ(search.BoundsAt(fractions, 1.0).Futility.AsSpan(0, fractions.Length - 1)) };
        }

        if (drift.Find(aim, fractions, search) is not { } found || PlanFor(drift.HazardRatioOf(found)) is not { } plan)
        {
            return null;
        }

        if (futility is { Spending: null })
        {
            bounds.RefuseFutilityAbove(plan.BoundsAt(fractions, found), analysis.Looks);
        }

        SequentialDocument written = new()
        {
            Efficacy = efficacy,
            Futility = futility is null ? OrNone<FutilityDocument>.None : new(InFull(futility, aim.Beta)),
            Binding = document.Binding ?? false,
            Information = new([.. information.Select(figure => (double?)figure)]),
            HazardRatio = document.HazardRatio,
            Power = document.HazardRatio is null ? aim.Power : null,
            Combination = document.Combination ?? Defaults.Combination,
        };
        SequentialTest test = new(
            reference.Index,
            [.. analysis.Looks.Select(look => look.Index)],
            plan,
            found,
            information,
            SidesOf(analysis),
            document.Combination ?? Defaults.Combination);
        return new ResolvedSequential(analysis.Name, written, new TestingPlan([test], []));
    }

    // A test against a margin has one side, whatever the others have.
    private RejectionSides SidesOf(ResolvedAnalysis analysis) => analysis.Method.IsNonInferiority ? RejectionSides.Benefit : testing.Sides;

    private static FutilityDocument InFull(FutilityDocument futility, double beta) => futility with
    {
        Beta = futility.Spending?.Function is null ? null : beta,
        Assuming = futility.ConditionalPower is null ? null : futility.Assuming ?? Defaults.FutilityAssumption,
    };
}
