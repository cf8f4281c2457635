using TrialSim.Model.Sites;
using TrialSim.Model.Truth;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Model.Forecasts;

/// <summary>Arrivals as the design formulas take them, and how far they stray from that.</summary>
/// <param name="Accrual">Arrivals as the scenario states them.</param>
/// <param name="Patients">Patients to randomise.</param>
internal sealed record PlannedAccrual(Accrual Accrual, int Patients)
{
    // A little less than all of them, because a rate that ends with the last patient leaves the day of the last patient open.
    private const double AllButNone = 1.0 - 1e-12;
    private const int PointsOfSum = 256;

    /// <summary>The arrivals of a trial whose sites, if any, all have the planned rate: one process of the sum of their rates, without those whom screening fails.</summary>
    public static PlannedAccrual Of(Trial trial)
    {
        (Accrual accrual, SitePlan sites) = (trial.Truth.Accrual, trial.Truth.Sites);
        double randomised = 1.0 - sites.ScreeningFailure;
        double[] starts = [.. StartsOf(accrual, sites).Distinct().Order()];
        double PerDayAt(double day) => accrual.Basis == AccrualBasis.Trial
            ? accrual.Rate.At(day)
            : sites.OpeningDays.Where(opening => opening <= day).Sum(opening => accrual.Rate.At(day - opening));
        return new PlannedAccrual(
            sites.Count == 0 ? accrual : accrual with { Rate = new PiecewiseExponentialHazard(starts, [.. starts.Select(day => randomised * PerDayAt(day))]) }, trial.Design.Patients);
    }

    private static IEnumerable<double> StartsOf(Accrual accrual, SitePlan sites)
    {
        double[] own = accrual.Rate.StartDays.ToArray();
        return accrual.Basis == AccrualBasis.Trial ? own : sites.OpeningDays.SelectMany(opening => own.Select(start => opening + start)).Prepend(0.0);
    }

    /// <summary>Patients expected by each day. A Poisson process stops at the last patient, a random day, which rounds off the end.</summary>
    public AccrualRates Rates()
    {
        PiecewiseExponentialHazard rate = Accrual.Rate;
        SortedSet<double> knots = [.. rate.StartDays];
        double end = EndDay;
        if (Accrual.Pattern == AccrualPattern.Poisson)
        {
            double spread = 0.5 * Math.Sqrt(Patients);
            knots.UnionWith(Enumerable.Range(-10, 21).Select(step => Patients + (step * spread)).Where(count => count > 0.0).Select(rate.DayOf).Where(double.IsFinite));
            end = knots.Max;
        }

        double[] starts = [.. knots.Where(knot => knot < end)];
        double[] perDay = new double[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            double next = i + 1 < starts.Length ? starts[i + 1] : end;
            perDay[i] = Math.Max(0.0, (ArrivedBy(next) - ArrivedBy(starts[i])) / (next - starts[i]));
        }

        return new AccrualRates(starts, perDay, end);
    }

    /// <summary>The day by which all patients have come, as planned.</summary>
    public double EndDay => Accrual.Rate.DayOf(Patients * AllButNone);

    /// <summary>Mean day of the arrival of the patient of this order.</summary>
    /// <param name="order">1…<see cref="Patients"/>.</param>
    public double DayOfArrival(int order) => Accrual.Rate.DayOf(Accrual.Pattern switch
    {
        AccrualPattern.Uniform => Patients * (order / (Patients + 1.0)),
        AccrualPattern.Poisson => order * AllButNone,
        _ => order - 0.5,
    });

    /// <summary>Standard deviation of that day.</summary>
    public double DeviationOfArrival(int order)
    {
        double share = order / (Patients + 1.0);
        double patients = Accrual.Pattern switch
        {
            AccrualPattern.Uniform => Patients * Math.Sqrt(share * (1.0 - share) / (Patients + 2.0)),
            AccrualPattern.Poisson => Math.Sqrt(order),
            _ => 0.0,
        };
        return patients / Accrual.Rate.At(DayOfArrival(order));
    }

    /// <summary>Variance over trials of the number of events by a day.</summary>
    /// <param name="events">The events.</param>
    /// <param name="day">The day.</param>
    public double VarianceOf(ExpectedEvents events, double day)
    {
        double mean = events.By(day);
        double ofLast = events.ProbabilityBy(day - EndDay);
        return Accrual.Pattern switch
        {
            AccrualPattern.Uniform => mean - (mean * mean / Patients),
            // Binomial given the arrivals, and the arrivals stray together: Σ p(1 − p) + ∫ rate·(p − p of the last)².
            AccrualPattern.Poisson => mean - (2.0 * ofLast * mean) + (Patients * ofLast * ofLast),
            _ => mean - SumOfSquares(events, day),
        };
    }

    private double SumOfSquares(ExpectedEvents events, double day)
    {
        double sum = 0.0;
        for (int point = 0; point < PointsOfSum; point++)
        {
            double probability = events.ProbabilityBy(day - Accrual.Rate.DayOf(Patients * ((point + 0.5) / PointsOfSum)));
            sum += probability * probability;
        }

        return sum * Patients / PointsOfSum;
    }

    /// <summary>Patients expected by a day, no more than all of them.</summary>
    public double ArrivedBy(double day)
    {
        double planned = Accrual.Rate.Cumulative(day);

        // The mean of the smaller of a Poisson number and all patients; P(Poisson ≥ n) is a chi-square probability.
        return Accrual.Pattern == AccrualPattern.Poisson
            ? (planned * ChiSquareTail(Patients - 1)) + (Patients * (1.0 - ChiSquareTail(Patients)))
            : Math.Min(planned, Patients);

        // P(Poisson < n)
        double ChiSquareTail(int n) => n == 0 ? 0.0 : ChiSquare.UpperTail(2.0 * planned, 2.0 * n);
    }
}
