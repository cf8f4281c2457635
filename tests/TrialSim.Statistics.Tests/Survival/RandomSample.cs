using FsCheck;
using FsCheck.Fluent;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>Columns of a random two-arm sample.</summary>
internal sealed record RandomSample(double[] Days, bool[] HasEvent, byte[] Arm, int[] Stratum)
{
    internal const int Strata = 3;

    /// <summary>Small samples with many ties.</summary>
    internal static Gen<RandomSample> Tied { get; } = Of(Gen.Choose(1, 12).Select(day => (double)day));

    /// <summary>Samples in which no two patients share a day.</summary>
    internal static Gen<RandomSample> Untied { get; } =
        Of(Gen.Choose(1, 1_000_000).Select(day => (double)day)).Where(s => s.Days.Distinct().Count() == s.Days.Length);

    private static Gen<RandomSample> Of(Gen<double> day) =>
        from count in Gen.Choose(1, 40)
        from days in Gen.ArrayOf(day, count)
        from events in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false))), count)
        from arms in Gen.ArrayOf(Gen.Choose(0, 1).Select(a => (byte)a), count)
        from strata in Gen.ArrayOf(Gen.Choose(0, Strata - 1), count)
        select new RandomSample(days, events, arms, strata);
}
