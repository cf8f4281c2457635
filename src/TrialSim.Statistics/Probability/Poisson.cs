namespace TrialSim.Statistics.Probability;

/// <summary>Counts of events that come independently.</summary>
public static class Poisson
{
    /// <summary>The exact interval of a mean (Garwood 1936); never below its stated confidence. R's <c>poisson.test(events)$conf.int</c>. Allocates nothing.</summary>
    /// <param name="events">0 or above.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static Interval ExactInterval(int events, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));

        // No tail that a double can hold lies farther out.
        double farthest = events + (40.0 * Math.Sqrt(events + 1.0)) + 800.0;
        return new Interval(
            events == 0 ? 0.0 : FallingRoot.Find(new LowerLimitExcess(events, tail), 0.0, events),
            FallingRoot.Find(new UpperLimitExcess(events, tail), 0.0, farthest));
    }

    // P(at least so many) rises with the mean, P(at most so many) falls.
    private readonly record struct LowerLimitExcess(int Events, double Tail) : IIntegrand
    {
        public double At(double x) => Tail - Gamma.Cdf(x, Events, 1.0);
    }

    private readonly record struct UpperLimitExcess(int Events, double Tail) : IIntegrand
    {
        public double At(double x) => Gamma.UpperTail(x, Events + 1.0, 1.0) - Tail;
    }
}
