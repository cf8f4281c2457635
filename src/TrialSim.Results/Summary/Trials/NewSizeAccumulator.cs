using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up the sizes that re-estimations set, over the trials in which they change any.</summary>
internal sealed class NewSizeAccumulator
{
    private readonly ImmutableArray<Decision> _decisions;
    private readonly TakenDecisions _taken;
    private readonly ImmutableArray<(int Decision, NumberAccumulator Sizes)> _sizes;

    public NewSizeAccumulator(TrialDesign design)
    {
        _decisions = design.Decisions;
        _taken = new TakenDecisions(design);
        _sizes =
        [
            .. Enumerable.Range(0, _decisions.Length).SelectMany(decision => PlannedSize.Of(design, _decisions[decision].Then).Select(planned => (decision, new NumberAccumulator(
                new OperatingCharacteristic("", "", "", "", Measures.NewSize, SnakeCase.Of(planned.Unit.ToString()), null, null, null, null, 0, 0) { Subject = _decisions[decision].Name })))),
        ];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        foreach ((int decision, NumberAccumulator sizes) in _sizes)
        {
            if (_taken.LookOf(result, decision) >= 0)
            {
                sizes.Add(result.NewSizes[decision]);
            }
        }
    }

    /// <summary>Mean and quantiles of each.</summary>
    public IEnumerable<OperatingCharacteristic> Summarise() => _sizes.SelectMany(one => one.Sizes.Summarise());
}
