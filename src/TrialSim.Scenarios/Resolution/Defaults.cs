using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What holds when a key is left out. The texts are what the schema says; a test compares them with what is resolved.</summary>
internal static class Defaults
{
    /// <summary>Key of all draws.</summary>
    public const ulong Seed = 20261121;

    /// <summary><see cref="Seed"/>.</summary>
    public const string SeedText = "20261121";

    /// <summary>Trials to simulate.</summary>
    public const long Replicates = 10_000;

    /// <summary><see cref="Replicates"/>.</summary>
    public const string ReplicatesText = "10000";

    /// <summary>An arm's role.</summary>
    public const ArmRole Role = ArmRole.Experimental;

    /// <summary><see cref="Role"/>.</summary>
    public const string RoleText = "experimental";

    /// <summary>How patients get their arm.</summary>
    public const AllocationMethod Allocation = AllocationMethod.PermutedBlock;

    /// <summary><see cref="Allocation"/>.</summary>
    public const string AllocationText = "permuted_block";

    /// <summary>Weight of each arm.</summary>
    public const int Weight = 1;

    /// <summary>Size of a block, as a multiple of the sum of the weights.</summary>
    public const int BlockMultiple = 2;

    /// <summary>Error allowed over both directions.</summary>
    public const double TwoSidedAlpha = 0.05;

    /// <summary><see cref="TwoSidedAlpha"/>.</summary>
    public const string TwoSidedAlphaText = "0.05";

    /// <summary>Two-sided level of intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary><see cref="Confidence"/>.</summary>
    public const string ConfidenceText = "0.95";

    /// <summary>Scale of the intervals of survival curves.</summary>
    public const IntervalTransform Interval = IntervalTransform.Log;

    /// <summary><see cref="Interval"/>.</summary>
    public const string IntervalText = "log";

    /// <summary>Arrivals when a duration is planned.</summary>
    public const AccrualPattern PatternOfDuration = AccrualPattern.Uniform;

    /// <summary>Arrivals when a rate is planned.</summary>
    public const AccrualPattern PatternOfRate = AccrualPattern.Poisson;

    /// <summary>The event that ends a course unless the scenario says otherwise.</summary>
    public const string FatalEvent = "death";
}
