using System.Collections.Immutable;

namespace TrialSim.Statistics.SizeSearches;

/// <summary>What a search does next, or has come to.</summary>
public abstract record SearchStep
{
    private SearchStep()
    {
    }

    /// <summary>Replicates are wanted, none of which has been used before.</summary>
    /// <param name="Size">In steps.</param>
    /// <param name="Replicates">How many.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Evaluate(long Size, long Replicates, SearchPurpose Purpose) : SearchStep;

    /// <summary>The smallest size that meets all targets.</summary>
    /// <param name="Answer">In steps.</param>
    /// <param name="Interval">The sizes that the answer may be, at 95 %, rounded up; it holds <paramref name="Answer"/>.</param>
    /// <param name="Deciding">Index of the target that asks for so much; -1 where the smallest size allowed meets all.</param>
    /// <param name="Crossings">Where each target's characteristic passes its bound, of those that do within what was looked at.</param>
    /// <param name="Standing">How well founded it is.</param>
    public sealed record Found(long Answer, (long Lowest, long Highest) Interval, int Deciding, ImmutableArray<Crossing> Crossings, AnswerStanding Standing) : SearchStep;

    /// <summary>A target is met at no size of the range, as far as can be told.</summary>
    /// <param name="Target">Index of the target.</param>
    /// <param name="Nearest">The end of the range that comes nearest to it, in steps.</param>
    /// <param name="Other">The size farthest from it that was looked at.</param>
    public sealed record NotReached(int Target, long Nearest, long Other) : SearchStep;

    /// <summary>A characteristic does not depend on what is varied, as far as replicates tell at the ends of the range.</summary>
    /// <param name="Target">Index of the target, which is not met.</param>
    public sealed record Indifferent(int Target) : SearchStep;

    /// <summary>The replicates were spent before sizes that meet a target and sizes that do not could be told apart.</summary>
    /// <param name="Target">Index of the target.</param>
    public sealed record Unfinished(int Target) : SearchStep;

    /// <summary>One target asks for more than another allows.</summary>
    /// <param name="From">Where the sizes begin that the one allows.</param>
    /// <param name="UpTo">Where those end that the other allows.</param>
    public sealed record Excluding(Crossing From, Crossing UpTo) : SearchStep;
}
