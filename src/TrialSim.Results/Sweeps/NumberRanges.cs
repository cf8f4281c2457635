using System.Globalization;

namespace TrialSim.Results.Sweeps;

/// <summary>Whole numbers as a person lists them.</summary>
internal static class NumberRanges
{
    private const int MostShown = 10;

    /// <summary>Numbers such as <c>1–3, 7</c>; of many ranges the first ten, and how many more numbers there are.</summary>
    /// <param name="ascending">The numbers, in order, each once.</param>
    public static string TextOf(IReadOnlyList<uint> ascending)
    {
        List<string> ranges = [];
        int begin = 0;
        while (begin < ascending.Count && ranges.Count < MostShown)
        {
            int end = begin;
            while (end + 1 < ascending.Count && ascending[end + 1] == ascending[end] + 1)
            {
                end++;
            }

            string first = ascending[begin].ToString("N0", CultureInfo.InvariantCulture);
            ranges.Add(end > begin ? string.Create(CultureInfo.InvariantCulture, $"{first}–{ascending[end]:N0}") : first);
            begin = end + 1;
        }

        return string.Join(", ", ranges) + (begin < ascending.Count ? string.Create(CultureInfo.InvariantCulture, $" and {ascending.Count - begin:N0} more") : "");
    }
}
