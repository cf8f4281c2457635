using System.Collections.Immutable;

namespace TrialSim.Engine.Analyses;

/// <summary>
/// Which curves the first replicates of a run keep, and at which times. Each kept curve is a pair of numbers a time: survival, or <see cref="Unknown"/> beyond the last
/// patient, and patients at risk just before.
/// </summary>
/// <param name="Keys">The curves, in the order of looks, endpoints and arms.</param>
/// <param name="GridDays">Times since randomisation, ascending from 0.</param>
/// <param name="LastReplicate">Replicates up to this number keep curves.</param>
public sealed record CurvePlan(ImmutableArray<CurveKey> Keys, ImmutableArray<double> GridDays, uint LastReplicate)
{
    /// <summary>Stands for the survival where the curve has ended without coming down to 0, and at looks that were not reached.</summary>
    public const float Unknown = -1;

    /// <summary>Keeps nothing.</summary>
    public static CurvePlan None { get; } = new([], [], 0);

    /// <summary>Numbers that one replicate keeps.</summary>
    public int Length => Keys.Length * GridDays.Length * 2;
}
