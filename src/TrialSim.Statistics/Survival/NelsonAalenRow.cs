using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>One step of a cumulative hazard.</summary>
/// <param name="Days">Day of the events.</param>
/// <param name="AtRisk">Patients under observation without the event just before that day.</param>
/// <param name="Events">Patients with the event on that day.</param>
/// <param name="CumulativeHazard">The sum of d/n so far, that day included.</param>
/// <param name="Variance">The sum of d/n² so far: the form for a counting process (Aalen 1978), R's <c>std.chaz</c> squared.</param>
public readonly record struct NelsonAalenRow(double Days, int AtRisk, int Events, double CumulativeHazard, double Variance)
{
    /// <summary>Root of <see cref="Variance"/>.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>exp(−H), the survival that Fleming and Harrington (1984) and Breslow take; above the Kaplan–Meier estimate.</summary>
    public double Survival => Math.Exp(-CumulativeHazard);

    /// <summary>Normal limits of the cumulative hazard on its own scale, the lower one no less than 0.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval PlainLimits(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return new Interval(Math.Max(0.0, CumulativeHazard - reach), CumulativeHazard + reach);
    }

    /// <summary>Normal limits on the scale of ln H, always above 0 (Bie, Borgan and Liestøl 1987).</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval LogLimits(double confidence)
    {
        double factor = Math.Exp(Normal.TwoSidedCriticalValue(confidence) * StandardError / CumulativeHazard);
        return new Interval(CumulativeHazard / factor, CumulativeHazard * factor);
    }
}
