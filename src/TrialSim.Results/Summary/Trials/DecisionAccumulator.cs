using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up what is decided at each look, and which looks never come because a trial has stopped, or although it has not.</summary>
internal sealed class DecisionAccumulator
{
    private readonly ImmutableArray<string> _looks;
    private readonly ImmutableArray<Decision> _decisions;
    private readonly TakenDecisions _takenDecisions;
    private readonly ImmutableArray<StopReason> _reasons;
    private readonly long[][] _taken;
    private readonly long[][] _stops;
    private readonly long[] _stoppedBefore;
    private readonly long[] _neverReached;
    private long _replicates;

    public DecisionAccumulator(TrialDesign design)
    {
        _looks = [.. design.Looks.Select(look => look.Name)];
        _decisions = design.Decisions;
        _takenDecisions = new TakenDecisions(design);
        _reasons = [.. design.Decisions.Select(decision => decision.Then).OfType<DecisionAction.StopTrial>().Select(stop => stop.Reason).Distinct().Order()];
        _taken = [.. _decisions.Select(_ => new long[_looks.Length])];
        _stops = [.. _reasons.Select(_ => new long[_looks.Length])];
        _stoppedBefore = new long[_looks.Length];
        _neverReached = new long[_looks.Length];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _replicates++;
        for (int decision = 0; decision < _decisions.Length; decision++)
        {
            if (_takenDecisions.LookOf(result, decision) is int look and >= 0)
            {
                _taken[decision][look]++;
            }
        }

        if (_reasons.IndexOf(result.Outcome.StopReason) is int reason and >= 0 && result.Outcome.StopLook >= 0)
        {
            _stops[reason][result.Outcome.StopLook]++;
        }

        for (int look = 0; look < _looks.Length; look++)
        {
            bool isStopped = result.IsStopped(look);
            _stoppedBefore[look] += isStopped ? 1 : 0;
            _neverReached[look] += !isStopped && !result.IsReached(look) ? 1 : 0;
        }
    }

    /// <summary>What is decided at a look, and how often it does not come.</summary>
    public IEnumerable<OperatingCharacteristic> AtLook(int look)
    {
        if (!_reasons.IsEmpty)
        {
            yield return Of(_stoppedBefore[look], _looks[look], "", Measures.StoppedBefore);
        }

        yield return Of(_neverReached[look], _looks[look], "", Measures.NeverReached);
        for (int decision = 0; decision < _decisions.Length; decision++)
        {
            if (_decisions[decision].Looks.Contains(look))
            {
                yield return Of(_taken[decision][look], _looks[look], _decisions[decision].Name, Measures.DecisionProbability);
            }
        }

        if (_decisions.Any(decision => decision.Then is DecisionAction.StopTrial && decision.Looks.Contains(look)))
        {
            foreach (OperatingCharacteristic row in Stops(counts => counts[look], _looks[look]))
            {
                yield return row;
            }
        }
    }

    /// <summary>What is decided at any look.</summary>
    public IEnumerable<OperatingCharacteristic> OverTrial() =>
        _decisions.Select((decision, index) => Of(_taken[index].Sum(), "", decision.Name, Measures.DecisionProbability)).Concat(_reasons.IsEmpty ? [] : Stops(counts => counts.Sum(), ""));

    private IEnumerable<OperatingCharacteristic> Stops(Func<long[], long> count, string look) =>
        _reasons.Select((reason, index) => Of(count(_stops[index]), look, SnakeCase.Of(reason.ToString()), Measures.StopProbability))
            .Append(Of(_stops.Sum(count), look, "", Measures.StopProbability));

    private OperatingCharacteristic Of(long count, string look, string decision, string measure) =>
        Share.Of(count, _replicates, new OperatingCharacteristic(look, "", "", "", measure, "probability", null, null, null, null, 0, 0) { Subject = decision });
}
