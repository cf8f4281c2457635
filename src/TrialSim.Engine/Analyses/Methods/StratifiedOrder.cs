using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>An endpoint by ascending day with the stratum of each patient, within buffers that it owns; none where there are no factors.</summary>
/// <param name="strata">The factors.</param>
/// <param name="patients">Most patients.</param>
internal sealed class StratifiedOrder(Stratification strata, int patients)
{
    private readonly int[] _strata = new int[strata.Factors.IsEmpty ? 0 : patients];
    private readonly SurvivalOrder _order = new(strata.Factors.IsEmpty ? 0 : patients);

    /// <summary>Whether there are factors.</summary>
    public bool HasStrata => !strata.Factors.IsEmpty;

    /// <summary>How many strata there are; one without factors.</summary>
    public int Count { get; } = strata.StratumCount;

    /// <summary>The endpoint by ascending day, with strata where there are factors.</summary>
    /// <returns>A view of buffers, good until the next call.</returns>
    public SurvivalSample Sort(in EndpointData data)
    {
        if (!HasStrata)
        {
            return data.ByDay;
        }

        SurvivalSample sample = data.InScreeningOrder;
        data.Cut.FillStrata(strata, _strata);
        for (int entry = 0; entry < sample.Length; entry++)
        {
            _strata[entry] = _strata[data.Members[entry]]; // Ascending, so nothing is overwritten that is still to be read.
        }

        return _order.Sort(new SurvivalSample(sample.Days, sample.HasEvent, sample.Arm, _strata.AsSpan(0, sample.Length)));
    }
}
