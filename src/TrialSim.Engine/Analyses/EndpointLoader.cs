using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>Reads endpoints off data cuts, into buffers that it owns and uses again.</summary>
internal sealed class EndpointLoader(TrialDesign design)
{
    private readonly double[] _days = new double[design.Patients];
    private readonly bool[] _hasEvent = new bool[design.Patients];
    private readonly SurvivalOrder _order = new(design.Patients);
    private readonly int[] _patients = new int[design.Arms.Length];
    private readonly int[] _events = new int[design.Arms.Length];

    /// <summary>The endpoint as the cut shows it.</summary>
    /// <param name="cut">What is known.</param>
    /// <param name="endpoint">Index of the endpoint.</param>
    /// <returns>A view of this object's buffers, good until the next call.</returns>
    public EndpointData Load(DataCut cut, int endpoint)
    {
        cut.FillEndpoint(design.Endpoints[endpoint], _days, _hasEvent);
        ReadOnlySpan<byte> arms = cut.Arms;
        Array.Clear(_patients);
        Array.Clear(_events);
        for (int patient = 0; patient < arms.Length; patient++)
        {
            _patients[arms[patient]]++;
            _events[arms[patient]] += _hasEvent[patient] ? 1 : 0;
        }

        SurvivalSample sample = new(_days.AsSpan(0, cut.Patients), _hasEvent.AsSpan(0, cut.Patients), arms);
        return new EndpointData(cut, sample, _order.Sort(sample), _patients, _events);
    }
}
