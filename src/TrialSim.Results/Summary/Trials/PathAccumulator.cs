using TrialSim.Engine.Analyses;
using TrialSim.Engine.Testing;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Results.Tables;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Keeps how the sequential tests of the first replicates went, up to where each has rejected or its trial was over, by the bounds that they were judged by.</summary>
internal sealed class PathAccumulator
{
    private readonly TrialDesign _design;
    private readonly RowNames[] _names;
    private readonly List<SequentialPathPoint>[] _points;

    public PathAccumulator(TrialDesign design)
    {
        _design = design;
        ResultLayout layout = new(design);
        _names = [.. design.Testing.Sequential.Select(test => RowNames.Of(design, layout.Rows.First(row => row.Analysis == test.Analysis && MeasureTraits.Of(row.Measure).IsTest)))];
        _points = [.. design.Testing.Sequential.Select(_ => new List<SequentialPathPoint>())];
    }

    /// <summary>Takes one more replicate.</summary>
    /// <param name="replicate">Its number, from 1.</param>
    /// <param name="result">What it has shown.</param>
    /// <param name="stages">Of each sequential test, of each of its looks, the stage that it was; empty for a replicate that keeps none.</param>
    public void Add(uint replicate, in ReplicateResult result, ReadOnlySpan<TestStage> stages)
    {
        for (int index = 0; index < _points.Length && !stages.IsEmpty; index++)
        {
            SequentialTest test = _design.Testing.Sequential[index];
            AddPath(replicate, result, index, stages[..test.Looks.Length]);
            stages = stages[test.Looks.Length..];
        }
    }

    /// <summary>Test by test: the bounds as planned, then the replicates in their order.</summary>
    public IReadOnlyList<SequentialPathPoint> Summarise() => [.. _points.SelectMany((points, index) => Planned(index).Concat(points))];

    private void AddPath(uint replicate, in ReplicateResult result, int index, ReadOnlySpan<TestStage> stages)
    {
        SequentialTest test = _design.Testing.Sequential[index];
        int rejection = result.RejectionOf(test.Analysis);
        for (int place = 0; place < stages.Length; place++)
        {
            TestStage stage = stages[place];
            int look = test.Looks[place];
            if (!stage.IsTaken || !result.IsBeforeEnd(look))
            {
                continue;
            }

            string outcome = look == rejection ? SequentialPathPoint.Rejected
                : place == stages.Length - 1 ? SequentialPathPoint.Retained
                : stage.Z < stage.FutilityBound ? SequentialPathPoint.Futile
                : SequentialPathPoint.GoesOn;
            _points[index].Add(PointOf(replicate, index, look, stage, outcome) with { Z = stage.Z });
            if (look == rejection)
            {
                return;
            }
        }
    }

    private IEnumerable<SequentialPathPoint> Planned(int index)
    {
        SequentialTest test = _design.Testing.Sequential[index];
        SequentialBounds bounds = test.PlannedBounds();
        return test.Looks.Select((look, place) => PointOf(
            0, index, look, new TestStage(bounds.InformationFractions[place], 0, bounds.Efficacy[place], bounds.Futility[place]), SequentialPathPoint.Planned));
    }

    private SequentialPathPoint PointOf(uint replicate, int index, int look, TestStage stage, string outcome)
    {
        bool isTwoSided = _design.Testing.Sequential[index].Sides == RejectionSides.Both;
        return new SequentialPathPoint(
            replicate,
            _names[index].Analysis,
            _names[index].Arms,
            _design.Looks[look].Name,
            stage.InformationFraction,
            null,
            FiniteOrNone(stage.EfficacyBound),
            isTwoSided ? null : FiniteOrNone(stage.FutilityBound),
            outcome)
        {
            HarmBound = isTwoSided ? FiniteOrNone(-stage.EfficacyBound) : null,
        };
    }

    private static double? FiniteOrNone(double bound) => double.IsFinite(bound) ? bound : null;
}
