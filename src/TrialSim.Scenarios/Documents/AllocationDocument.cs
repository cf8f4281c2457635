using TrialSim.Model.Design;
using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>How patients get their arm.</summary>
[Document("an allocation")]
internal sealed record AllocationDocument
{
    [Key(
        "permuted_block: shuffled blocks in which the ratio holds exactly. simple: each patient on their own, with the ratio as odds. "
        + "fixed_sizes: exact arm sizes over the whole trial.",
        Default = Resolution.Defaults.AllocationText)]
    public AllocationMethod? Method { get; init; }

    [Key("Weight of every arm, for permuted_block and simple.", Default = "1 for each arm", Minimum = 1, Maximum = Limits.Weight)]
    public Named<int?>? Ratio { get; init; }

    [Key(
        "Sizes of blocks, chosen among with equal probability; multiples of the sum of the ratio. For permuted_block.",
        Default = "twice the sum of the ratio",
        Minimum = 1,
        Maximum = Limits.Patients,
        Most = 100)]
    public Listed<int?>? BlockSizes { get; init; }

    [Key("Categorical covariates whose combinations have blocks of their own. For permuted_block.", Default = "[]", Fewest = 0)]
    public Listed<string>? Strata { get; init; }

    [Key("Patients of every arm, for fixed_sizes; they sum to the patients of the design.", Minimum = 1, Maximum = Limits.Patients)]
    public Named<int?>? Sizes { get; init; }
}
