using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Decisions by which a trial becomes larger.</summary>
internal sealed class ReestimateResolver(ResolutionContext context, DecisionSubjects subjects, ImmutableArray<Reference> looks)
{
    private static readonly DocumentPath Looks = DocumentPath.Root.Key("design").Key("looks");

    private static readonly string[] PlannedKeys = ["proportion", "sd", "event_share"];

    private readonly DecisionFigureResolver _figures = new(context, subjects, looks);

    /// <summary>By what a look shows of the effect.</summary>
    public (DecisionActionDocument, DecisionAction)? Unblinded(ReestimateDocument document, DocumentPath path)
    {
        if (context.Analyses.Find(document.Analysis, path.Key("analysis")) is not { } reference
            || subjects.Analysis(reference) is not { Looks.IsEmpty: false } analysis
            || document.ConditionalPower is not { } target
            || document.Max is not { } most)
        {
            return null;
        }

        EffectAssumption assuming = document.Assuming ?? Defaults.DecisionAssumption;
        _figures.RequireFigure(
            analysis,
            new AskedFigure(assuming == EffectAssumption.Plan ? DecisionFigure.ConditionalPowerOfPlan : DecisionFigure.ConditionalPowerOfTrend, "conditional power"),
            path.Key("analysis"));
        Reference? look = document.Look is null ? analysis.Looks[^1] : context.Looks.Find(document.Look, path.Key("look"));
        ZoneDocument zone = new() { From = document.Zone?.From ?? 0.0, To = document.Zone?.To ?? target };
        if (!(zone.From < zone.To))
        {
            context.Problems.Error(path.Key("zone"), $"No conditional power lies above {Figure.Of(zone.From!.Value)} and below {Figure.Of(zone.To!.Value)}. Write from smaller than to.");
        }

        if (look is not { } later || subjects.Look(later) is not { } waiting || context.Problems.HasErrorIn(path))
        {
            return null;
        }

        CheckLook(analysis, later, waiting, most, path);
        ReestimateDocument written = document with { Look = later.Name, Zone = zone, Assuming = assuming };
        return (
            new DecisionActionDocument { Reestimate = written },
            new DecisionAction.Reestimate(reference.Index, later.Index, target, new OpenRange(zone.From!.Value, zone.To!.Value), most, assuming));
    }

    /// <summary>By what is seen of an endpoint without the arms.</summary>
    public (DecisionActionDocument, DecisionAction)? Blinded(ReestimateBlindedDocument document, DocumentPath path)
    {
        string key = Choice.ExactlyOne(document, PlannedKeys, path, context.Problems);
        if (context.Endpoints.Find(document.Endpoint, path.Key("endpoint")) is not { } endpoint || document.Max is not { } most || key.Length == 0)
        {
            return null;
        }

        EndpointKind kind = subjects.Endpoints!.Entries[endpoint.Index].Value?.Kind ?? Defaults.EndpointKind;
        string wanted = kind switch { EndpointKind.Binary => "proportion", EndpointKind.TimeToEvent => "event_share", _ => "sd" };
        if (key != wanted)
        {
            context.Problems.Error(path.Key(key), $"'{endpoint.Name}' is a {Words.Of(kind)} endpoint. Write {wanted}: instead, with what was planned.");
        }

        int fewest = document.Min ?? subjects.Patients;
        if (most <= subjects.Patients)
        {
            context.Problems.Error(path.Key("max"), $"{most} is not more than the {subjects.Patients} patients that are planned, so nothing could change. Write more.");
        }

        if (fewest > most)
        {
            context.Problems.Error(path.Key("min"), $"min is {fewest}, max {most}. Write a min below max.");
        }

        RefuseUniformAccrual(path.Key("max"));
        RefuseLooksAtFixedSizes(Math.Min(fewest, subjects.Patients), path);
        (BlindedFigure figure, double planned) = key switch
        {
            "proportion" => (BlindedFigure.VarianceOfProportion, document.Proportion!.Value * (1.0 - document.Proportion.Value)),
            "sd" => (BlindedFigure.Variance, document.Sd!.Value * document.Sd.Value),
            _ => (BlindedFigure.PatientsPerEvent, 1.0 / document.EventShare!.Value),
        };
        return (
            new DecisionActionDocument { ReestimateBlinded = document with { Min = fewest } },
            new DecisionAction.ReestimateBlinded(endpoint.Index, figure, planned, fewest, most));
    }

    // A look that waits for the planned number leaves out who comes beyond it, and never comes where fewer do.
    private void RefuseLooksAtFixedSizes(int fewest, DocumentPath path)
    {
        int first = looks.Select(look => look.Index).DefaultIfEmpty(int.MaxValue).Min();
        foreach (Reference reference in context.Looks.All.Where(reference => reference.Index > first && !context.Problems.HasErrorIn(Looks.Key(reference.Name))))
        {
            foreach ((int count, string followed) in (subjects.Look(reference)?.When.Leaves() ?? []).Select(PatientsOf).Where(waited => waited.Count >= fewest))
            {
                context.Problems.Error(
                    path,
                    $"'{reference.Name}' waits for {count} patients, whatever number this makes of them: it would leave out who comes beyond, and never take place with fewer. "
                    + $"Write when: {{follow_up_of_last_patient: {followed}}} there.");
            }
        }
    }

    private static (int Count, string Followed) PatientsOf(ResolvedTrigger leaf) => leaf switch
    {
        ResolvedTrigger.Randomised randomised => (randomised.Count, "0d"),
        ResolvedTrigger.FollowedUp followed => (followed.Count, $"{followed.For}"),
        _ => (0, ""),
    };

    private void CheckLook(ResolvedAnalysis analysis, Reference later, ResolvedLook waiting, int most, DocumentPath path)
    {
        DocumentPath place = path.Key("look");
        foreach (Reference look in looks.Where(look => look.Index >= later.Index))
        {
            context.Problems.Error(place, $"'{later.Name}' does not come after '{look.Name}', where this is decided. Name a later look.");
        }

        if (analysis.Looks[^1] != later)
        {
            context.Problems.Error(place, $"'{later.Name}' is not the last look of '{analysis.Name}', by which conditional power is judged. Write {analysis.Looks[^1].Name}.");
        }

        ResolvedTrigger[] counts = [.. waiting.When.Leaves().Where(leaf => leaf is ResolvedTrigger.Events or ResolvedTrigger.Randomised or ResolvedTrigger.FollowedUp)];
        if (counts is not [var only])
        {
            context.Problems.Error(
                place,
                counts.Length == 0
                    ? $"'{later.Name}' waits for neither events nor patients, so it cannot wait for more. Write when: {{events: …}} or {{patients_randomised: …}} there."
                    : $"'{later.Name}' waits for {counts.Length} numbers of events or patients, and it is not known which to raise. Write one of them in its 'when'.");
            return;
        }

        int planned = only switch
        {
            ResolvedTrigger.Events events => events.Count,
            ResolvedTrigger.Randomised randomised => randomised.Count,
            _ => ((ResolvedTrigger.FollowedUp)only).Count,
        };
        if (analysis.Looks[^1] == later)
        {
            RequireSameInformation(analysis, later, planned, place);
        }


        if (most <= planned)
        {
            context.Problems.Error(path.Key("max"), $"{most} is not more than the {planned} that '{later.Name}' waits for, so nothing could change. Write more.");
        }

        if (only is ResolvedTrigger.Events && most > subjects.Patients)
        {
            context.Problems.Error(path.Key("max"), $"{most} events cannot come from {subjects.Patients} patients. Write at most {subjects.Patients}.");
        }
        else if (only is not ResolvedTrigger.Events)
        {
            RefuseUniformAccrual(path.Key("max"));
        }
    }

    // Conditional power follows the information of the test, and what is raised is the number that the look waits for: they must be one and the same.
    private void RequireSameInformation(ResolvedAnalysis analysis, Reference later, int waitedFor, DocumentPath path)
    {
        if (subjects.Sequential.FirstOrDefault(test => test.Name == analysis.Name)?.Compiled.Sequential is [{ PlannedInformation: [.., var information] }]
            && Math.Abs(information - waitedFor) > 1e-9)
        {
            context.Problems.Error(
                path,
                $"'{analysis.Name}' is planned for an information of {Figure.Of(information)}, and '{later.Name}' waits for {waitedFor}, so raising the one does not raise the other as much. "
                + $"Write a look that waits for what '{analysis.Name}' compares, and no more, or the same number under testing.sequential.{analysis.Name}.information.");
        }
    }

    // Uniform arrivals are as many as were planned, spread over the time that these take.
    private void RefuseUniformAccrual(DocumentPath path)
    {
        if (subjects.Accrual is { Pattern: AccrualPattern.Uniform } accrual)
        {
            string found = accrual.Duration is { } duration ? $"{subjects.Patients} patients within {duration}" : $"{subjects.Patients} patients spread over the time that they take";
            context.Problems.Error(
                path, $"Accrual is written as {found}, after whom nobody comes. Write truth.accrual with {{rate: {{per_month: …}}, pattern: poisson}}.");
        }
    }
}
