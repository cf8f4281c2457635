using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>What is known of one endpoint at a data cut, as every analysis of it reads it: an entry for each patient who is in the endpoint.</summary>
/// <param name="cut">The cut.</param>
/// <param name="members">Place in the order of randomisation of each patient who is in the endpoint, ascending.</param>
/// <param name="inScreeningOrder">The arm of each, the days of a time to an event, and whether there was an event or the answer is yes.</param>
/// <param name="byDay">The same by ascending day; of a time to an event only.</param>
/// <param name="patients">Patients of each arm.</param>
/// <param name="events">Patients of each arm who had the event.</param>
/// <param name="tables">Where the risk tables are kept.</param>
internal readonly ref struct EndpointData(
    DataCut cut,
    ReadOnlySpan<int> members,
    SurvivalSample inScreeningOrder,
    SurvivalSample byDay,
    ReadOnlySpan<int> patients,
    ReadOnlySpan<int> events,
    RiskTables tables)
{
    private readonly ReadOnlySpan<int> _patients = patients;
    private readonly ReadOnlySpan<int> _events = events;

    /// <summary>The cut.</summary>
    public DataCut Cut { get; } = cut;

    /// <summary>Place in the order of randomisation of each patient who is in the endpoint, ascending.</summary>
    public ReadOnlySpan<int> Members { get; } = members;

    /// <summary>An entry for each of them.</summary>
    public SurvivalSample InScreeningOrder { get; } = inScreeningOrder;

    /// <summary>The same by ascending day.</summary>
    public SurvivalSample ByDay { get; } = byDay;

    /// <summary>For each of them the day from which a time to an event counts, since randomisation.</summary>
    public ReadOnlySpan<double> OriginDays { get; init; }

    /// <summary>For each of them the days until what competes with the event; +∞ for none.</summary>
    public ReadOnlySpan<double> CompetingDays { get; init; }

    /// <summary>For each of them the number, of a numeric endpoint.</summary>
    public ReadOnlySpan<double> Values { get; init; }

    /// <summary>A row with the patients and events of the arm, or arms, that it is about, and nothing else.</summary>
    public ResultRow CountsOf(RowKey key) => new() { Patients = CountOf(key, _patients), Events = CountOf(key, _events) };

    /// <summary>The risk table of two arms, of a time to an event.</summary>
    public ReadOnlySpan<RiskRow> RiskRowsOf(Comparison compare) => tables.Of(ByDay, compare);

    /// <summary>What keeps a row from being estimable: no patient at all, or none in one of its two arms; none where each has some.</summary>
    public NotEstimable LackOfPatients(RowKey key) =>
        CountOf(key, _patients) == 0 ? NotEstimable.NoPatients
        : key.Control != RowKey.None && (_patients[key.Arm] == 0 || _patients[key.Control] == 0) ? NotEstimable.OneArmEmpty
        : NotEstimable.None;

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
