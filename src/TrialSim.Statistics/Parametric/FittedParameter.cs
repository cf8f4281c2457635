using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Parametric;

/// <summary>One estimated parameter.</summary>
/// <param name="Name">As the hazard's property is named, in small letters.</param>
/// <param name="Scale">Scale of <paramref name="Transformed"/> and <paramref name="StandardError"/>.</param>
/// <param name="Transformed">The estimate on that scale.</param>
/// <param name="StandardError">On that scale; 0 for a parameter that the data do not reach.</param>
public readonly record struct FittedParameter(string Name, ParameterScale Scale, double Transformed, double StandardError)
{
    /// <summary>The estimate itself.</summary>
    public double Estimate => Natural(Transformed);

    /// <summary>Wald's interval, built on the transformed scale.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval Limits(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return new Interval(Natural(Transformed - reach), Natural(Transformed + reach));
    }

    private double Natural(double transformed) => Scale switch
    {
        ParameterScale.Log => Math.Exp(transformed),
        ParameterScale.Logit => 1.0 / (1.0 + Math.Exp(-transformed)),
        _ => transformed,
    };
}
