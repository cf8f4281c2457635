using System.Collections.Immutable;

namespace TrialSim.Statistics.SizeSearches;

/// <summary>What is searched, where, and how exactly.</summary>
/// <param name="Targets">Joined targets, one or more: all are to be met.</param>
/// <param name="Lowest">The smallest size, in steps; 0 or above.</param>
/// <param name="Highest">The largest size.</param>
/// <param name="Start">The size that is looked at first, within the range.</param>
/// <param name="Accuracy">Half the width of the 95 % interval of the answer, as a share of it, above 0; a step is exact enough in any case.</param>
/// <param name="Budget">Replicates that may be spent in all, the confirmation's among them.</param>
public sealed record SearchPlan(ImmutableArray<SizeTarget> Targets, long Lowest, long Highest, long Start, double Accuracy, long Budget)
{
    /// <summary>The accuracy of a search that names none.</summary>
    public const double UsualAccuracy = 0.01;

    /// <summary>The replicates of a search that names none.</summary>
    public const long UsualBudget = 400_000;

    /// <summary>The least replicates of which a search can be made.</summary>
    public const long LeastBudget = 10_000;

    /// <summary>Replicates of each size that is looked at while both sides of the answer are still sought.</summary>
    public long Pilot => Math.Clamp(Budget / 200, 200, 1000);

    /// <summary>Replicates that are kept for the confirmation: of the answer, the step below it, and two further sizes.</summary>
    public long ForConfirmation => Budget / 5;

    /// <summary>Replicates of one size that is confirmed, at most.</summary>
    public long MostOfOneConfirmation => ForConfirmation / 4;

    /// <summary>A difference of so many standard errors is no luck.</summary>
    internal const double Significant = 3.0;

    /// <summary>How far from the answer the interval may reach, in steps.</summary>
    public double HalfWidthAt(double size) => Math.Max(1.0, Accuracy * size);
}
