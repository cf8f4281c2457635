using System.Collections.Immutable;
using TrialSim.Engine.Sites;
using TrialSim.Model.Sites;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up how the resources of the sites are used.</summary>
/// <param name="resources">The resources.</param>
internal sealed class ResourceAccumulator(ImmutableArray<SiteResource> resources)
{
    private readonly Sums[] _sums = new Sums[resources.Length];

    /// <summary>Takes one more replicate.</summary>
    /// <param name="use">Of each resource.</param>
    public void Add(ReadOnlySpan<ResourceUse> use)
    {
        for (int index = 0; index < use.Length; index++)
        {
            _sums[index].Add(use[index]);
        }
    }

    /// <summary>Use, waits and what they lead to.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise() => resources.SelectMany((resource, index) => Summarise(resource.Name, _sums[index]));

    private static OperatingCharacteristic[] Summarise(string name, Sums sums)
    {
        OperatingCharacteristic Mean(string measure, string unit, RunningMoments moments) =>
            RowAccumulator.MeanOf(new OperatingCharacteristic("", "", "", "", measure, unit, null, null, null, null, 0, 0) { Subject = name }, moments);
        return
        [
            Mean(Measures.ResourceUtilisation, "probability", sums.Utilisation),
            Mean(Measures.ResourceSessions, "sessions", sums.Sessions),
            Mean(Measures.ResourceWait, "days", sums.Wait),
            Mean(Measures.ResourceWaited, "probability", sums.Waited),
            Mean(Measures.ResourceLate, "probability", sums.Late),
            Mean(Measures.ResourceLongestQueue, "sessions", sums.LongestQueue),
            Mean(Measures.ResourceWithout, "sessions", sums.Without),
        ];
    }

    private struct Sums
    {
        public RunningMoments Utilisation;
        public RunningMoments Sessions;
        public RunningMoments Wait;
        public RunningMoments Waited;
        public RunningMoments Late;
        public RunningMoments LongestQueue;
        public RunningMoments Without;

        public void Add(in ResourceUse use)
        {
            Utilisation.Add(use.Utilisation);
            Sessions.Add(use.Sessions);
            Wait.Add(use.MeanWaitDays);
            Waited.Add(use.WaitedShare);
            Late.Add(use.LateShare);
            LongestQueue.Add(use.LongestQueue);
            Without.Add(use.Elsewhere + use.Skipped);
        }
    }
}
