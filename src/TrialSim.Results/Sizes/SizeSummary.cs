namespace TrialSim.Results.Sizes;

/// <summary>What a search has come to: <c>size.json</c>.</summary>
/// <param name="Varied">What is varied: patients, events, accrual-duration, follow-up or a key.</param>
/// <param name="Keys">The keys of the scenario that change with it.</param>
/// <param name="Unit">Unit of the sizes; empty for a plain number.</param>
/// <param name="Step">The smallest difference of two sizes.</param>
/// <param name="Smallest">The smallest size that was allowed.</param>
/// <param name="Largest">The largest.</param>
/// <param name="Replicates">Trials that were simulated in all: by the search, by its confirmation, and under the null hypothesis.</param>
public sealed record SizeSummary(string Varied, IReadOnlyList<string> Keys, string Unit, double Step, double Smallest, double Largest, long Replicates)
{
    /// <summary>The smallest size that meets all targets; null where there is none.</summary>
    public double? Answer { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end.</summary>
    public double? Upper { get; init; }

    /// <summary>Why there is no answer, or what is to be known of it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Patients of each arm at the answer, in the order of the arms; empty where they are not fixed.</summary>
    public IReadOnlyList<int> PatientsByArm { get; init; } = [];

    /// <summary>Each target.</summary>
    public IReadOnlyList<SizeReach> Targets { get; init; } = [];

    /// <summary>What formulas answer.</summary>
    public IReadOnlyList<SizeFormula> Formulas { get; init; } = [];

    /// <summary>The errors of the tests at the answer, where what is on trial has no effect; none where that cannot be derived.</summary>
    public IReadOnlyList<OperatingCharacteristic> UnderNull { get; init; } = [];
}
