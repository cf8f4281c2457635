using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>
/// What a two-stage trial says when it is over, with outcomes ordered by the unbiased estimate, so that its futility look is allowed
/// for: Jung and Kim (2004, Statistics in Medicine 23:881) and Jung and others (2006). R's <c>clinfun::twostage.inference</c>.
/// </summary>
public sealed class TwoStageInference
{
    private readonly SimonDesign _design;
    private readonly int _responders;
    private readonly bool _stoppedEarly;

    private TwoStageInference(SimonDesign design, int responders, bool stoppedEarly)
    {
        _design = design;
        _responders = responders;
        _stoppedEarly = stoppedEarly;
    }

    /// <summary>A trial that stopped after its first stage.</summary>
    /// <param name="design">The design.</param>
    /// <param name="responders">From 0 to the design's r₁.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trial would not have stopped with so many.</exception>
    public static TwoStageInference AfterFirstStage(SimonDesign design, int responders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(responders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(responders, design.FirstStageLimit);
        return new TwoStageInference(design, responders, true);
    }

    /// <summary>A trial that went on to its second stage.</summary>
    /// <param name="design">The design.</param>
    /// <param name="responders">Of both stages together: above r₁, and at most n.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trial would have stopped with so few, or has not so many patients.</exception>
    public static TwoStageInference AfterSecondStage(SimonDesign design, int responders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(responders, design.FirstStageLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(responders, design.Patients);
        return new TwoStageInference(design, responders, false);
    }

    /// <summary>The uniformly minimum-variance unbiased estimate of the response probability.</summary>
    public double UnbiasedEstimate()
    {
        int n1 = _design.FirstStagePatients;
        if (_stoppedEarly)
        {
            return (double)_responders / n1;
        }

        // Each way to have so many responders in the end, weighed by its probability at ½, where all sequences are equal.
        int n2 = _design.Patients - n1;
        double responses = 0.0;
        double ways = 0.0;
        for (int first = Math.Max(_design.FirstStageLimit + 1, _responders - n2); first <= Math.Min(n1, _responders); first++)
        {
            double weight = Binomial.Probability(first, n1, 0.5) * Binomial.Probability(_responders - first, n2, 0.5);
            ways += weight;
            responses += weight * first / n1;
        }

        return responses / ways;
    }

    /// <summary>Probability at the null hypothesis of an outcome as good or better.</summary>
    /// <param name="nullProbability">p₀, from 0 to 1.</param>
    public double PValue(double nullProbability) => AsGood(nullProbability);

    /// <summary>The exact interval of the response probability, equal tails; never below its stated confidence.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public Interval ProbabilityInterval(double confidence)
    {
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));
        return new Interval(
            _responders == 0 ? 0.0 : Bisection.RootOfFalling(p => tail - AsGood(p), 0.0, 1.0),
            !_stoppedEarly && _responders == _design.Patients ? 1.0 : Bisection.RootOfFalling(p => 1.0 - Better(p) - tail, 0.0, 1.0));
    }

    private double AsGood(double probability) => _stoppedEarly
        ? Binomial.UpperTail(_responders - 1, _design.FirstStagePatients, probability)
        : _design.ReachesSecondStageWith(_responders, probability);

    private double Better(double probability) => _stoppedEarly
        ? Binomial.UpperTail(_responders, _design.FirstStagePatients, probability)
        : _design.ReachesSecondStageWith(_responders + 1, probability);
}
