using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Testing;

/// <summary>One sequential test in the course of a replicate: what its stages have shown, and the bounds that this makes.</summary>
internal sealed class SequentialCourse
{
    private readonly BoundNode _root;
    private readonly SortedDictionary<double, BoundNode> _rootsByAlpha = [];
    private readonly (int Place, int Information)[] _stages;
    private BoundNode _node;
    private int _lastLook;
    private double _lastInformation;
    private double _lastZ;
    private double _weightedSum;
    private double _plannedSoFar;
    private bool _hasGivenUp;

    public SequentialCourse(SequentialTest test)
    {
        Test = test;
        _root = BoundNode.Root(test);
        _rootsByAlpha.Add(test.Plan.Efficacy.OneSidedAlpha, _root);
        _stages = new (int Place, int Information)[test.Looks.Length];
        _node = _root;
        Restart();
    }

    /// <summary>The test.</summary>
    public SequentialTest Test { get; }

    /// <summary>Stages so far.</summary>
    public int Stages { get; private set; }

    /// <summary>The statistic of the last stage, which its bounds are for.</summary>
    public double Z { get; private set; }

    /// <summary>The statistic of the last stage by itself.</summary>
    public double StageZ { get; private set; }

    /// <summary>Index of the last look that was a stage; −1 for none.</summary>
    public int LastLook => _lastLook < 0 ? -1 : Test.Looks[_lastLook];

    /// <summary>Whether the statistic of the last stage has reached its efficacy bound, and no stage before a futility bound that binds.</summary>
    public bool IsCrossed => !_hasGivenUp && (Z >= Efficacy || (Test.Sides == RejectionSides.Both && Z <= -Efficacy));

    /// <summary>The statistic of all data by the last stage.</summary>
    public double RawZ => _lastZ;

    /// <summary>Information of the last stage, as observed.</summary>
    public double Information => _lastInformation;

    /// <summary>Information of the last stage that its bounds are made for: the observed, or for a combination the planned one.</summary>
    public double InformationOfBounds => Test.Combination == StageCombination.InverseNormal ? _plannedSoFar : _lastInformation;

    /// <summary>The bounds of all stages.</summary>
    public SequentialBounds Bounds => _node.Bounds;

    /// <summary>Efficacy bound of the last stage.</summary>
    public double Efficacy => Bounds.Efficacy[Stages - 1];

    /// <summary>Futility bound of the last stage.</summary>
    public double Futility => Bounds.Futility[Stages - 1];

    /// <summary>Whether the efficacy bounds count on nobody to reject after passing a futility bound.</summary>
    public bool IsFutilityBinding => Test.Plan.Rule == FutilityRule.Binding && Test.Sides == RejectionSides.Benefit;

    /// <summary>What it has shown by now.</summary>
    public SequentialStage Shown => new(Test, Stages, Z, RawZ, Information, InformationOfBounds, Bounds);

    /// <summary>Begins a replicate.</summary>
    public void Restart()
    {
        _node = _root;
        _lastLook = -1;
        Stages = 0;
        Z = 0;
        StageZ = 0;
        _lastInformation = 0;
        _lastZ = 0;
        _weightedSum = 0;
        _plannedSoFar = 0;
        _hasGivenUp = false;
    }

    /// <summary>Takes one more stage.</summary>
    /// <param name="look">Place of the look among the test's.</param>
    /// <param name="information">Events or patients of the analysis.</param>
    /// <param name="z">The statistic of all data by the look.</param>
    /// <returns>Whether the look comes after the last one in the plan too, and adds information to it; it is no stage otherwise.</returns>
    public bool TryTake(int look, int information, double z)
    {
        if (look <= _lastLook || information <= _lastInformation)
        {
            return false;
        }

        // The efficacy bounds are lower because nobody rejects after a binding futility bound, whether or not the trial has stopped there.
        _hasGivenUp |= Stages > 0 && IsFutilityBinding && Z < Futility;

        // Increments of a score process are independent: that of the stage over the root of its information is the stage's own Z.
        StageZ = ((z * Math.Sqrt(information)) - (_lastZ * Math.Sqrt(_lastInformation))) / Math.Sqrt(information - _lastInformation);
        double planned = Test.PlannedInformation[look];
        bool isCombined = Test.Combination == StageCombination.InverseNormal;
        _weightedSum += Math.Sqrt(planned - _plannedSoFar) * StageZ;
        Z = isCombined ? _weightedSum / Math.Sqrt(planned) : z;
        _stages[Stages] = (look, isCombined ? (int)planned : information);
        _node = _node.At(look, _stages[Stages].Information);

        _lastLook = look;
        _plannedSoFar = planned;
        _lastInformation = information;
        _lastZ = z;
        Stages++;
        return true;
    }

    /// <summary>Judges the stages by the bounds of another one-sided error from now on: what a family gives the test.</summary>
    /// <param name="oneSidedAlpha">Above 0 and below ½.</param>
    public void UseAlpha(double oneSidedAlpha)
    {
        if (!_rootsByAlpha.TryGetValue(oneSidedAlpha, out BoundNode? node))
        {
            node = BoundNode.Root(Test with { Plan = Test.Plan.WithAlpha(oneSidedAlpha) });
            _rootsByAlpha.Add(oneSidedAlpha, node);
        }

        for (int stage = 0; stage < Stages; stage++)
        {
            node = node.At(_stages[stage].Place, _stages[stage].Information);
        }

        _node = node;
    }
}
