using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Testing;

/// <summary>One sequential test in the course of a replicate: what its stages have shown, and the bounds that this makes.</summary>
internal sealed class SequentialCourse
{
    private readonly BoundNode _root;
    private BoundNode _node;
    private int _lastLook;
    private double _lastInformation;
    private double _lastZ;
    private double _weightedSum;
    private double _plannedSoFar;

    public SequentialCourse(SequentialTest test)
    {
        Test = test;
        _root = BoundNode.Root(test);
        _node = _root;
        Restart();
    }

    /// <summary>The test.</summary>
    public SequentialTest Test { get; }

    /// <summary>Stages so far.</summary>
    public int Stages { get; private set; }

    /// <summary>The statistic of the last stage, which its bounds are for.</summary>
    public double Z { get; private set; }

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

    /// <summary>Begins a replicate.</summary>
    public void Restart()
    {
        _node = _root;
        _lastLook = -1;
        Stages = 0;
        Z = 0;
        _lastInformation = 0;
        _lastZ = 0;
        _weightedSum = 0;
        _plannedSoFar = 0;
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

        double planned = Test.PlannedInformation[look];
        if (Test.Combination == StageCombination.InverseNormal)
        {
            // Increments of a score process are independent: that of the stage over the root of its information is the stage's own Z.
            double stageZ = ((z * Math.Sqrt(information)) - (_lastZ * Math.Sqrt(_lastInformation))) / Math.Sqrt(information - _lastInformation);
            _weightedSum += Math.Sqrt(planned - _plannedSoFar) * stageZ;
            Z = _weightedSum / Math.Sqrt(planned);
            _node = _node.At(look, (int)planned);
        }
        else
        {
            Z = z;
            _node = _node.At(look, information);
        }

        _lastLook = look;
        _plannedSoFar = planned;
        _lastInformation = information;
        _lastZ = z;
        Stages++;
        return true;
    }
}
