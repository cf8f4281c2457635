namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// The probability that a patient of an arm has been seen to have the event, by patient day, and its integral: both in closed form on each piece of
/// the two hazards.
/// </summary>
internal sealed class EventCurve
{
    // Below it the closed form of the second integral loses digits, and four terms of its series lose none.
    private const double SeriesBelow = 1e-3;

    private readonly double[] _starts;
    private readonly double[] _hazards;
    private readonly double[] _leaving;
    private readonly double[] _observed;
    private readonly double[] _probability;
    private readonly double[] _integral;

    internal EventCurve(PlannedArm arm)
    {
        _starts = [.. new SortedSet<double>([.. arm.Event.StartDays, .. arm.Dropout.StartDays])];
        _hazards = [.. _starts.Select(arm.Event.At)];
        _leaving = [.. _starts.Select(start => arm.Event.At(start) + arm.Dropout.At(start))];
        _observed = [.. _starts.Select(arm.Observed)];
        _probability = new double[_starts.Length];
        _integral = new double[_starts.Length];
        for (int i = 1; i < _starts.Length; i++)
        {
            double days = _starts[i] - _starts[i - 1];
            _probability[i] = ProbabilityOn(i - 1, days);
            _integral[i] = IntegralOn(i - 1, days);
        }
    }

    /// <summary>Probability of an event seen by this many days after randomisation; 0 before.</summary>
    internal double Probability(double days)
    {
        int piece = PieceOf(days);
        return days <= 0.0 ? 0.0 : ProbabilityOn(piece, days - _starts[piece]);
    }

    /// <summary>The probability integrated from randomisation on; 0 before.</summary>
    internal double Integral(double days)
    {
        int piece = PieceOf(days);
        return days <= 0.0 ? 0.0 : IntegralOn(piece, days - _starts[piece]);
    }

    private int PieceOf(double days)
    {
        int place = Array.BinarySearch(_starts, Math.Max(0.0, days));
        return place >= 0 ? place : ~place - 1;
    }

    private double ProbabilityOn(int piece, double days) => _probability[piece] + (_hazards[piece] * _observed[piece] * First(_leaving[piece], days));

    private double IntegralOn(int piece, double days) =>
        _integral[piece] + (_probability[piece] * days) + (_hazards[piece] * _observed[piece] * Second(_leaving[piece], days));

    // ∫ exp(−hazard·s) ds from 0 to days.
    private static double First(double hazard, double days) => hazard == 0.0 ? days : -Elementary.ExpMinusOne(-hazard * days) / hazard;

    // The integral of the first.
    private static double Second(double hazard, double days)
    {
        double x = hazard * days;
        return x < SeriesBelow
            ? days * days * (0.5 - (x / 6.0) + (x * x / 24.0) - (x * x * x / 120.0))
            : (days - First(hazard, days)) / hazard;
    }
}
