using TrialSim.Model.Design;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>How patients get their arm.</summary>
[Document("an allocation")]
internal sealed record AllocationDocument
{
    [Key(
        "permuted_block: shuffled blocks in which the ratio holds exactly. simple: each patient on their own, with the ratio as odds. "
        + "fixed_sizes: exact arm sizes over the whole trial. biased_coin: the arms that are behind the ratio are favoured (Efron). "
        + "minimisation: the arms that leave the margins of factors nearest to balance are favoured (Pocock and Simon). "
        + "response_adaptive: the arms that have done better by what is known are favoured.",
        Default = Resolution.Defaults.AllocationText)]
    public AllocationMethod? Method { get; init; }

    [Key("Weight of every arm, for all methods but fixed_sizes.", Default = "1 for each arm", Min = 1, Max = Limits.Weight)]
    public Named<int?>? Ratio { get; init; }

    [Key(
        "Sizes of blocks, chosen among with equal probability; multiples of the sum of the ratio. For permuted_block.",
        Default = "twice the sum of the ratio",
        Min = 1,
        Max = Limits.Patients,
        MaxItems = 100)]
    public Listed<int?>? BlockSizes { get; init; }

    [Key("Categorical covariates, and site, whose combinations are balanced each on its own. For permuted_block and biased_coin.", Default = "[]", MinItems = 0)]
    public Listed<string>? Strata { get; init; }

    [Key("Patients of every arm, for fixed_sizes; they sum to the patients of the design.", Min = 1, Max = Limits.Patients)]
    public Named<int?>? Sizes { get; init; }

    [Key(
        "Probability of the arms that restore balance together, for biased_coin and minimisation.",
        Default = "2/3 for biased_coin, 0.8 for minimisation",
        Min = 0.5,
        Max = 1)]
    public double? Probability { get; init; }

    [Key("Categorical covariates, and site, whose margins are balanced. For minimisation.", MaxItems = Limits.NamedThings)]
    public Listed<string>? Factors { get; init; }

    [Key("How much the imbalance of a factor counts, by its name. For minimisation.", Default = "1 for each", Above = 0, Max = Limits.Weight, MaxItems = Limits.NamedThings, MinItems = 0)]
    public Named<double?>? Weights { get; init; }

    [Key("How far a margin is from balance: the range, variance or standard_deviation of the numbers of the arms by their weight. For minimisation.", Default = Resolution.Defaults.ImbalanceText)]
    public ImbalanceMeasure? Imbalance { get; init; }

    [Key(
        "For response_adaptive. play_the_winner: an urn that holds the ratio in balls; a success adds a ball of its arm, a failure one shared by the others. "
        + "bayesian: the ratio times the posterior probability of being the best arm to the power of 'exponent', from a uniform prior of a probability "
        + "or, for a time to an event, a constant hazard with half an event as prior.")]
    public AdaptationRule? Rule { get; init; }

    [Key("The endpoint that tells how an arm does, for response_adaptive: a binary one with a time 'by' which it is known, or with bayesian also a time to an event.")]
    public string? Endpoint { get; init; }

    [Key("Patients allocated first by permuted blocks of twice the ratio, whatever is known. For response_adaptive.", Min = 0, Max = Limits.Patients)]
    public int? BurnIn { get; init; }

    [Key("Patients from one look at what is known to the next. For response_adaptive.", Default = Resolution.Defaults.UpdateEveryText, Min = 1, Max = Limits.Patients)]
    public int? UpdateEvery { get; init; }

    [Key("Least share of each arm, for response_adaptive; at most 1 over the number of arms.", Default = Resolution.Defaults.MinShareText, Min = 0, Max = 0.5)]
    public double? MinShare { get; init; }

    [Key("Power of the probability of being the best arm: 0 gives the ratio, 1 the probability itself. For bayesian.", Default = Resolution.Defaults.AdaptationExponentText, Min = 0, Max = 10)]
    public double? Exponent { get; init; }
}
