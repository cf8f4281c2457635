using System.Collections.Immutable;

namespace TrialSim.Cli.Sizes;

/// <summary>Patients of each arm.</summary>
internal static class ArmSizes
{
    /// <summary>Divides patients by a ratio; what is left over goes to the arms that are shortest of their share, the first of them first.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<int> ratio, int patients)
    {
        long sum = ratio.Sum(share => (long)share);
        int[] sizes = [.. ratio.Select(share => (int)(patients * (long)share / sum))];
        foreach (int arm in Enumerable.Range(0, sizes.Length).OrderByDescending(arm => patients * (long)ratio[arm] % sum).Take(patients - sizes.Sum()).ToArray())
        {
            sizes[arm]++;
        }

        return [.. sizes];
    }
}
