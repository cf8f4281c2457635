using TrialSim.Model.Decisions;
using TrialSim.Model.Design;

namespace TrialSim.Results.Summary.Trials;

/// <summary>
/// Chooses trials that show how such a trial may go, each another one: the first that stopped early (for efficacy, where any did, or else for futility, or harm), then the first whose first test did not
/// reject at its end, then the first whose test did. A design that tests nothing and does not stop has its first trial as an example.
/// </summary>
internal sealed class ExampleAccumulator(TrialDesign design)
{
    // The first of each kind may be wanted for another reason: then the second is taken.
    private const int Kept = 2;

    private static readonly StopReason[] Reasons = [StopReason.Efficacy, StopReason.Futility, StopReason.Harm];

    private readonly ExampleReader _reader = new(design);
    private readonly ExampleTrial?[] _stopped = new ExampleTrial?[Reasons.Length];
    private readonly List<ExampleTrial> _failed = [];
    private readonly List<ExampleTrial> _succeeded = [];
    private ExampleTrial? _first;

    /// <summary>Takes one more replicate.</summary>
    /// <param name="replicate">Its number, from 1.</param>
    /// <param name="result">What it has shown.</param>
    public void Add(uint replicate, in ReplicateResult result)
    {
        _first ??= _reader.Read(replicate, result) with { Why = ExampleTrial.First };
        if (result.Outcome.StopLook >= 0 && Array.IndexOf(Reasons, result.Outcome.StopReason) is int reason and >= 0)
        {
            _stopped[reason] ??= _reader.Read(replicate, result) with { Why = ExampleTrial.StoppedEarly };
        }

        if (_reader.HasTest && (_failed.Count < Kept || _succeeded.Count < Kept))
        {
            bool isRejected = _reader.IsRejected(result);
            List<ExampleTrial> kept = isRejected ? _succeeded : _failed;
            if (kept.Count < Kept)
            {
                kept.Add(_reader.Read(replicate, result) with { Why = isRejected ? ExampleTrial.Succeeded : ExampleTrial.Failed });
            }
        }
    }

    /// <summary>The examples.</summary>
    public IReadOnlyList<ExampleTrial> Summarise()
    {
        List<ExampleTrial> examples = [];
        foreach (IEnumerable<ExampleTrial> candidates in new[] { _stopped.OfType<ExampleTrial>(), _failed, _succeeded })
        {
            if (candidates.FirstOrDefault(candidate => examples.All(example => example.Replicate != candidate.Replicate)) is { } example)
            {
                examples.Add(example);
            }
        }

        return examples.Count == 0 && _first is not null ? [_first] : examples;
    }
}
