using System.Runtime.CompilerServices;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// Weight of an event time in a log-rank test: a function of S(t−), the pooled Kaplan–Meier estimate just before the events of that
/// time, taken within the stratum where there are strata. The default value weighs all times alike.
/// </summary>
public readonly record struct RankWeight
{
    private readonly Form _form;
    private readonly double _first;
    private readonly double _second;

    private RankWeight(Form form, double first, double second)
    {
        _form = form;
        _first = first;
        _second = second;
    }

    private enum Form
    {
        FlemingHarrington,
        ModestByDelay,
        ModestFromDay,
    }

    /// <summary>All event times alike: the log-rank test.</summary>
    public static RankWeight Constant => default;

    /// <summary>
    /// S(t−)^ρ (1 − S(t−))^γ (Harrington and Fleming 1982; Fleming and Harrington 1991). R's <c>survdiff(rho = ρ)</c> for γ = 0, where
    /// ρ = 1 is the Peto–Peto form of Wilcoxon's test; <c>simtrial::fh</c>.
    /// </summary>
    /// <param name="rho">0 or above: weight on early times.</param>
    /// <param name="gamma">0 or above: weight on late times.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number of 0 or above.</exception>
    public static RankWeight FlemingHarrington(double rho, double gamma) =>
        new(Form.FlemingHarrington, Require.NonNegativeFinite(rho), Require.NonNegativeFinite(gamma));

    /// <summary>
    /// Modest weights by delay: 1/S(t−), held from the last event time at or before the delay on, and never above a maximum; 1 throughout
    /// when nobody has the event by then. <c>simtrial::mb(delay, w_max)</c>.
    /// </summary>
    /// <param name="delayDays">0 or above, +∞ included.</param>
    /// <param name="maximum">1 or above, +∞ included.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static RankWeight ModestByDelay(double delayDays, double maximum)
    {
        if (!(delayDays >= 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(delayDays), delayDays, "Must be 0 or above.");
        }

        return maximum >= 1.0
            ? new RankWeight(Form.ModestByDelay, delayDays, maximum)
            : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "Must be 1 or above.");
    }

    /// <summary>
    /// Modest weights by day t*: 1/max(S(t−), S(t*)) (Magirr and Burman 2019). Unlike <see cref="ModestByDelay"/> the events of day t*
    /// itself are within S(t*).
    /// </summary>
    /// <param name="days">Day t*, 0 or above, +∞ included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static RankWeight ModestFromDay(double days) =>
        days >= 0.0
            ? new RankWeight(Form.ModestFromDay, days, double.PositiveInfinity)
            : throw new ArgumentOutOfRangeException(nameof(days), days, "Must be 0 or above.");

    /// <summary>The day from which a modest weight rises no more; it has no meaning for the other form.</summary>
    internal double AnchorDay => _first;

    /// <summary>The weight in the limit of many patients.</summary>
    /// <param name="survival">Pooled survival just before the moment, above 0.</param>
    /// <param name="survivalAtAnchor">The same at <see cref="AnchorDay"/>; 0 where that is never reached.</param>
    internal double Expected(double survival, double survivalAtAnchor) => _form == Form.FlemingHarrington
        ? Math.Pow(survival, _first) * Math.Pow(1.0 - survival, _second)
        : Math.Min(1.0 / Math.Max(survival, survivalAtAnchor), _second);

    /// <summary>What the weights of a stratum are made from, before its first event time.</summary>
    internal Walk Start() => new(this);

    /// <summary>
    /// Carries S(t−) along the event times of one stratum. The least survival that a modest weight may come from is fixed when the walk
    /// passes the delay or t*.
    /// </summary>
    internal struct Walk(RankWeight weight)
    {
        private double _survival = 1.0;
        private double _survivalAtLastWeight = 1.0;
        private double _floor = -1.0;

        /// <summary>The weight of the next event time; times ascend.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal double Next(double days, int atRisk, int events)
        {
            double before = _survival;
            _survival *= (atRisk - events) / (double)atRisk;
            if (weight._form == Form.FlemingHarrington)
            {
                return Power(before, weight._first) * Power(1.0 - before, weight._second);
            }

            if (_floor < 0.0 && days > weight._first)
            {
                _floor = weight._form == Form.ModestByDelay ? _survivalAtLastWeight : before;
            }

            _survivalAtLastWeight = before;
            return Math.Min(1.0 / Math.Max(before, _floor), weight._second);
        }

        private static double Power(double value, double exponent) =>
            exponent == 0.0 ? 1.0 : exponent == 1.0 ? value : exponent == 0.5 ? Math.Sqrt(value) : Math.Pow(value, exponent);
    }
}
