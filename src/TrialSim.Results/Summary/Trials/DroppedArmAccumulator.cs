using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up which arms decisions drop, and at which looks.</summary>
internal sealed class DroppedArmAccumulator
{
    private readonly ImmutableArray<string> _arms;
    private readonly ImmutableArray<string> _looks;
    private readonly ImmutableArray<Decision> _decisions;
    private readonly TakenDecisions _taken;
    private readonly ImmutableArray<(int Decision, int Arm)> _pairs;
    private readonly long[][] _dropped;
    private long _replicates;

    public DroppedArmAccumulator(TrialDesign design)
    {
        _arms = [.. design.Arms.Select(arm => arm.Name)];
        _looks = [.. design.Looks.Select(look => look.Name)];
        _decisions = design.Decisions;
        _taken = new TakenDecisions(design);
        _pairs = [.. Enumerable.Range(0, _decisions.Length).SelectMany(decision => MayDrop(design, _decisions[decision].Then).Select(arm => (decision, arm)))];
        _dropped = [.. _pairs.Select(_ => new long[_looks.Length])];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _replicates++;
        for (int pair = 0; pair < _pairs.Length; pair++)
        {
            if (result.DroppedBy[_pairs[pair].Arm] == _pairs[pair].Decision && _taken.LookOf(result, _pairs[pair].Decision) is int look and >= 0)
            {
                _dropped[pair][look]++;
            }
        }
    }

    /// <summary>The arms that each decision of a look drops there.</summary>
    public IEnumerable<OperatingCharacteristic> AtLook(int look) =>
        Enumerable.Range(0, _pairs.Length).Where(pair => _decisions[_pairs[pair].Decision].Looks.Contains(look)).Select(pair => Of(pair, _dropped[pair][look], _looks[look]));

    /// <summary>The arms that each decision drops at any look, and then those that any does.</summary>
    public IEnumerable<OperatingCharacteristic> OverTrial() =>
        Enumerable.Range(0, _pairs.Length).Select(pair => Of(pair, _dropped[pair].Sum(), ""))
            .Concat(Enumerable.Range(0, _pairs.Length).GroupBy(pair => _pairs[pair].Arm).OrderBy(pairs => pairs.Key)
                .Select(pairs => Of(pairs.First(), pairs.Sum(pair => _dropped[pair].Sum()), "") with { Subject = "" }));

    private static IEnumerable<int> MayDrop(TrialDesign design, DecisionAction action) => action switch
    {
        DecisionAction.DropArms drop => drop.Arms,
        DecisionAction.DropArmsWithin drop => ArmsOf(design, drop.Analyses),
        DecisionAction.KeepBestArms keep => ArmsOf(design, keep.Analyses),
        _ => [],
    };

    private static IEnumerable<int> ArmsOf(TrialDesign design, ImmutableArray<int> analyses) =>
        analyses.SelectMany(analysis => ComparedArms.Of(design.Analyses[analysis])).Select(compare => compare.Experimental).Distinct().Order();

    private OperatingCharacteristic Of(int pair, long count, string look) => Share.Of(
        count,
        _replicates,
        new OperatingCharacteristic(look, "", "", _arms[_pairs[pair].Arm], Measures.ArmDropped, "probability", null, null, null, null, 0, 0) { Subject = _decisions[_pairs[pair].Decision].Name });
}
