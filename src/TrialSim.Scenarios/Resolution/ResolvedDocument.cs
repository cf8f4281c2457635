using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Resolved scenario to the document that says all of it: read again it resolves to itself.</summary>
internal static class ResolvedDocument
{
    /// <summary>The document.</summary>
    public static ScenarioDocument Of(ResolvedScenario scenario) => new()
    {
        Trialsim = 1,
        Name = scenario.Name,
        Description = scenario.Description,
        Design = DesignOf(scenario.Design),
        Truth = TruthOf(scenario.Truth, scenario.Design.Protocol),
        Targets = scenario.Targets.IsEmpty ? null : Map(scenario.Targets, target => target.Compiled.Name, target => target.Written),
        Run = new RunDocument { Seed = scenario.Run.Seed, Replicates = scenario.Run.Replicates },
    };

    private static DesignDocument DesignOf(ResolvedDesign design) => new()
    {
        Patients = design.Patients,
        Arms = Map(design.Arms, arm => arm.Name, arm => new ArmDocument { Role = arm.Role, Treatments = TreatmentsOf(design, arm) }),
        Allocation = AllocationOf(design.Allocation, design.Arms),
        Treatments = Map(design.Protocol.Treatments, treatment => treatment.Name, treatment => treatment.Written),
        Visits = Map(design.Protocol.Visits, visit => visit.Name, visit => visit.Written),
        MaxFollowUp = design.MaxFollowUp,
        Endpoints = Map(design.Endpoints, endpoint => endpoint.Name, endpoint => endpoint.Written),
        Looks = Map(design.Looks, look => look.Name, look => new LookDocument { When = TriggerOf(look.When), DecidedAfter = look.DecidedAfter }),
        Analyses = Map(design.Analyses, analysis => analysis.Name, analysis => ResolvedAnalysisDocument.Of(analysis, design.Arms)),
        Testing = new TestingDocument
        {
            TwoSidedAlpha = design.Testing.Sides == RejectionSides.Both ? design.Testing.Alpha : null,
            OneSidedAlpha = design.Testing.Sides == RejectionSides.Benefit ? design.Testing.Alpha : null,
            Sequential = NoneOr(Map(design.Sequential, test => test.Name, test => test.Written)),
            Family = design.Testing.Family.Members.IsEmpty ? OrNone<FamilyDocument>.None : new(design.Testing.Family.Written),
        },
        Decisions = NoneOr(Map(design.Decisions, decision => decision.Compiled.Name, decision => decision.Written)),
    };

    private static OrNone<Named<T>> NoneOr<T>(Named<T> named) => named.Entries.IsEmpty ? OrNone<Named<T>>.None : new(named);

    private static Listed<string> TreatmentsOf(ResolvedDesign design, Arm arm) =>
        new([.. design.Protocol.Treatments.Where(treatment => treatment.Arms.Contains(design.Arms.IndexOf(arm))).Select(treatment => treatment.Name)]);

    private static AllocationDocument AllocationOf(ResolvedAllocation allocation, ImmutableArray<Arm> arms)
    {
        Named<int?> weights = new([.. arms.Select((arm, i) => KeyValuePair.Create<string, int?>(arm.Name, allocation.Weights[i]))]);
        AllocationDocument document = new() { Method = allocation.Method };
        return allocation.Method switch
        {
            AllocationMethod.FixedSizes => document with { Sizes = weights },
            AllocationMethod.Simple => document with { Ratio = weights },
            AllocationMethod.BiasedCoin => document with { Ratio = weights, Strata = NamesOf(allocation.Strata), Probability = allocation.FavouredProbability },
            AllocationMethod.Minimisation => document with
            {
                Ratio = weights,
                Probability = allocation.FavouredProbability,
                Factors = NamesOf(allocation.Factors),
                Weights = new([.. allocation.Factors.Select((factor, i) => KeyValuePair.Create<string, double?>(factor.Name, allocation.FactorWeights[i]))]),
                Imbalance = allocation.Imbalance,
            },
            AllocationMethod.ResponseAdaptive => document with
            {
                Ratio = weights,
                Rule = allocation.Adaptation.Rule,
                Endpoint = allocation.AdaptationEndpoint,
                BurnIn = allocation.Adaptation.BurnIn,
                UpdateEvery = allocation.Adaptation.UpdateEvery,
                MinShare = allocation.Adaptation.MinShare,
                Exponent = allocation.Adaptation.Rule == AdaptationRule.Bayesian ? allocation.Adaptation.Exponent : null,
            },
            _ => document with
            {
                Ratio = weights,
                BlockSizes = new([.. allocation.BlockSizes.Select(size => (int?)size)]),
                Strata = NamesOf(allocation.Strata),
            },
        };
    }

    private static TriggerDocument TriggerOf(ResolvedTrigger trigger) => trigger switch
    {
        ResolvedTrigger.TrialTime time => new() { TrialTime = time.Time },
        ResolvedTrigger.FollowUp followUp => new() { FollowUpOfLastPatient = followUp.Time },
        ResolvedTrigger.Randomised randomised => new() { PatientsRandomised = randomised.Count },
        ResolvedTrigger.Events events => new()
        {
            Events = new EventCountDocument { Endpoint = events.Endpoint.Name, Count = events.Count, Arms = NamesOf(events.Arms) },
        },
        ResolvedTrigger.FollowedUp followedUp => new() { FollowedUp = new FollowedUpDocument { Patients = followedUp.Count, For = followedUp.For } },
        ResolvedTrigger.Any any => new() { Any = new([.. any.Parts.Select(TriggerOf)]) },
        ResolvedTrigger.All all => new() { All = new([.. all.Parts.Select(TriggerOf)]) },
        _ => throw new InvalidOperationException("A trigger of an unknown kind."),
    };

    private static TruthDocument TruthOf(ResolvedTruth truth, ResolvedProtocol protocol) => new()
    {
        Sites = truth.Sites.Written,
        Accrual = truth.Accrual.Written,
        Covariates = Map(truth.Covariates, covariate => covariate.Name, covariate => covariate.Written),
        Events = Map(truth.Events, one => one.Name, EventOf),
        States = Map(truth.States, state => state.Name, state => state.Written),
        Markers = Map(truth.Markers, marker => marker.Name, marker => marker.Written),
        Frailty = new([.. truth.Frailties.Select(frailty => frailty.Written)]),
        Effects = new([.. truth.Effects.Select(effect => effect.Written)]),
        Timing = new(
        [
            .. protocol.Treatments.Select((treatment, i) => KeyValuePair.Create<string, WindowBehaviour?>(treatment.Name, truth.Conduct.Treatments[i].Behaviour)),
            .. protocol.Visits.Select((visit, i) => KeyValuePair.Create<string, WindowBehaviour?>(visit.Name, truth.Conduct.Visits[i].Behaviour)),
        ]),
        Uptake = new([.. protocol.Treatments.Select((treatment, i) => KeyValuePair.Create<string, double?>(treatment.Name, truth.Conduct.Treatments[i].UptakeProbability))]),
        MissedVisits = new([.. protocol.Visits.Select((visit, i) => KeyValuePair.Create<string, double?>(visit.Name, truth.Conduct.Visits[i].MissedProbability))]),
        ReadingErrors = Map(
            [.. truth.Events.Where(one => one.Reading != ReadingErrors.None)],
            one => one.Name,
            one => new ReadingErrorsDocument { Missed = one.Reading.MissedProbability, Invented = one.Reading.InventedProbability, Source = one.ReadingSource }),
        LossToFollowUp = truth.Loss.Written,
        Source = truth.Source,
    };

    private static EventDocument EventOf(ResolvedEvent one) => one.Written with
    {
        Hazard = one.Hazard.ToDocument(),
        Since = one.Since.Name,
        Before = one.WaitsForEvent ? one.Before.ToDocument() : null,
        SeenAt = one.SeenAt.IsEmpty ? OrNone<Listed<string>>.None : new OrNone<Listed<string>>(NamesOf(one.SeenAt)),
        Fatal = one.Ending == CourseEnding.Fatal,
    };

    private static Listed<string> NamesOf(ImmutableArray<Reference> references) => new([.. references.Select(reference => reference.Name)]);

    private static Named<TDocument> Map<T, TDocument>(ImmutableArray<T> items, Func<T, string> name, Func<T, TDocument> document) =>
        new([.. items.Select(item => KeyValuePair.Create<string, TDocument?>(name(item), document(item)))]);
}
