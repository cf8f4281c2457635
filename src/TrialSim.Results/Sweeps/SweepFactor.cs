using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>What a sweep varies as one thing: a key, or keys that move together.</summary>
/// <param name="Name">The key, or the keys joined by a comma and a space.</param>
/// <param name="Unit">Unit of the positions; empty for plain numbers, and where there are none.</param>
/// <param name="Kind">What the levels are.</param>
/// <param name="Levels">Those that are shown, the first and the last among them; of many levels some, evenly chosen.</param>
/// <param name="LevelCount">How many there are.</param>
public sealed record SweepFactor(string Name, string Unit, FactorKind Kind, ImmutableArray<FactorLevel> Levels, int LevelCount)
{
    private const int MostGroups = 5;
    private const int LeastOfTwo = 6;

    /// <summary>The most levels that are shown of one of several factors.</summary>
    public const int MostLevels = 30;

    /// <summary>The most levels that are shown of the only factor of a sweep.</summary>
    public const int MostLevelsAlone = 150;

    /// <summary>Whether its levels have places on an axis, no two the same.</summary>
    public bool IsNumeric => Levels.All(level => level.Position.HasValue) && Levels.Select(level => level.Position).Distinct().Count() == Levels.Length;

    /// <summary>Groups that the values of a sampled key are put into: so few that about six points or more lie in each group of one key and each of another, and at least two.</summary>
    /// <param name="points">Points of the sample, at least one.</param>
    public static int GroupsOf(int points) => Math.Min(points, Math.Clamp((int)Math.Sqrt(points / (double)LeastOfTwo), 2, MostGroups));

    /// <summary>Of levels 0…<paramref name="count"/> − 1 at most so many, evenly chosen, the first and the last among them.</summary>
    public static ImmutableArray<int> Chosen(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(index => (int)Math.Round(index * (count - 1.0) / (most - 1)))];
}
