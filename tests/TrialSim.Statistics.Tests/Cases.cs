using FsCheck;

namespace TrialSim.Statistics.Tests;

/// <summary>How many random cases a property is tried on; the same ones at each run.</summary>
internal static class Cases
{
    private const ulong Seed = 20261121;

    // Second half of the state of FsCheck's generator, SplitMix: the step from draw to draw, which has to be odd.
    private const ulong Gamma = 7;

    /// <summary>So many of them.</summary>
    public static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, Gamma);
}
