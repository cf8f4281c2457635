using System.Globalization;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Comparisons;

/// <summary>How one replicate went as a whole, from its rows in <c>replicates.csv</c>: up to the last look before it was over.</summary>
/// <param name="replicate">Its number.</param>
internal sealed class ReplicateCourse(long replicate)
{
    private readonly SortedDictionary<string, bool> _looks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (double Months, long Patients, long Events)> _counts = new(StringComparer.Ordinal);

    /// <summary>Its number.</summary>
    public long Replicate { get; } = replicate;

    /// <summary>Time of its last look; none without one.</summary>
    public double? Months { get; private set; }

    /// <summary>Whether it was over before a look of its design.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The looks, and whether each took place.</summary>
    public IEnumerable<(string Look, bool IsReached)> Looks => _looks.Select(look => (look.Key, look.Value));

    /// <summary>Of each endpoint that counts the patients and events of all arms at the last look.</summary>
    public IEnumerable<(string Endpoint, long Patients, long Events)> Counts => _counts.Select(count => (count.Key, count.Value.Patients, count.Value.Events));

    /// <summary>Takes one of its rows; of those that count there is one for each arm.</summary>
    public void Add(string look, string time, string endpoint, string status, bool isCount, string patients, string events)
    {
        IsStopped |= status == ReplicateColumns.StoppedBefore;
        bool isReached = double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out double months) && status != ReplicateColumns.StoppedBefore;
        _looks.TryAdd(look, isReached);
        if (!isReached)
        {
            return;
        }

        Months = Months is double last && last > months ? last : months;
        if (!isCount || !long.TryParse(patients, NumberStyles.None, CultureInfo.InvariantCulture, out long counted))
        {
            return;
        }

        long seen = long.TryParse(events, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
        (double Months, long Patients, long Events) sum = _counts.GetValueOrDefault(endpoint, (months, 0, 0));
        _counts[endpoint] = sum.Months == months ? (months, sum.Patients + counted, sum.Events + seen)
            : sum.Months < months ? (months, counted, seen)
            : sum;
    }
}
