using TrialSim.Engine.Conduct;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>What is known of one endpoint at a data cut, as every analysis of it reads it.</summary>
/// <param name="cut">The cut.</param>
/// <param name="inScreeningOrder">The endpoint, a patient each, in the order of the cut.</param>
/// <param name="byDay">The same by ascending day.</param>
/// <param name="patients">Patients of each arm.</param>
/// <param name="events">Patients of each arm who had the event.</param>
internal readonly ref struct EndpointData(
    DataCut cut, SurvivalSample inScreeningOrder, SurvivalSample byDay, ReadOnlySpan<int> patients, ReadOnlySpan<int> events)
{
    private readonly ReadOnlySpan<int> _patients = patients;
    private readonly ReadOnlySpan<int> _events = events;

    /// <summary>The cut.</summary>
    public DataCut Cut { get; } = cut;

    /// <summary>The endpoint, a patient each, in the order of the cut.</summary>
    public SurvivalSample InScreeningOrder { get; } = inScreeningOrder;

    /// <summary>The same by ascending day.</summary>
    public SurvivalSample ByDay { get; } = byDay;

    /// <summary>A row with the patients and events of the arm, or arms, that it is about, and nothing else.</summary>
    public ResultRow CountsOf(RowKey key) => new() { Patients = CountOf(key, _patients), Events = CountOf(key, _events) };

    private static int CountOf(RowKey key, ReadOnlySpan<int> byArm)
    {
        if (key.Arm != RowKey.None)
        {
            return byArm[key.Arm] + (key.Control == RowKey.None ? 0 : byArm[key.Control]);
        }

        int sum = 0;
        foreach (int count in byArm)
        {
            sum += count;
        }

        return sum;
    }
}
