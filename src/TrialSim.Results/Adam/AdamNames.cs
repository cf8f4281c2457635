using System.Collections.Immutable;

namespace TrialSim.Results.Adam;

/// <summary>Names of a scenario in the form that the standard allows: capitals, digits and underscores, at most eight, each once.</summary>
internal static class AdamNames
{
    private const int Longest = 8;

    /// <summary>A name for each of several, in their order.</summary>
    /// <param name="names">Names of the scenario.</param>
    /// <param name="taken">Names that are not free.</param>
    public static ImmutableArray<string> Of(IEnumerable<string> names, IEnumerable<string> taken)
    {
        HashSet<string> used = [.. taken];
        ImmutableArray<string>.Builder found = ImmutableArray.CreateBuilder<string>();
        foreach (string name in names)
        {
            string capitals = name.ToUpperInvariant();
            string candidate = Shortened(capitals, "");
            for (int number = 2; !used.Add(candidate); number++)
            {
                candidate = Shortened(capitals, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            found.Add(candidate);
        }

        return found.ToImmutable();
    }

    private static string Shortened(string name, string ending) => name[..Math.Min(name.Length, Longest - ending.Length)] + ending;
}
