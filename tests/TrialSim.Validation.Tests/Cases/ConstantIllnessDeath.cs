namespace TrialSim.Validation.Tests.Cases;

/// <summary>
/// Progression and death at constant hazards, in closed form: S_OS(t) = e^{−at} + h01/(h12 − a)·(e^{−at} − e^{−h12 t}) with a = h01 + h02. The engine has no such
/// formulas; it simulates what they describe.
/// </summary>
internal sealed record ConstantIllnessDeath(double Progression, double DeathBefore, double DeathAfter)
{
    private double Leaving => Progression + DeathBefore;

    public double ProgressionFreeMedian => Math.Log(2.0) / Leaving;

    public double OverallMean => (1.0 / Leaving) + (Progression / Leaving / DeathAfter);

    public double OverallMedian
    {
        get
        {
            double low = 0.0;
            double high = 1_000.0;
            for (int i = 0; i < 100; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = OverallSurvival(middle) > 0.5 ? (middle, high) : (low, middle);
            }

            return low;
        }
    }

    /// <summary>Of progression-free and overall survival.</summary>
    public double Correlation
    {
        get
        {
            double p = Progression / Leaving;
            return 1.0 / Leaving / Math.Sqrt((1.0 / (Leaving * Leaving)) + (p * (2.0 - p) / (DeathAfter * DeathAfter)));
        }
    }

    public double OverallSurvival(double t) =>
        Math.Exp(-Leaving * t) + (Progression / (DeathAfter - Leaving) * (Math.Exp(-Leaving * t) - Math.Exp(-DeathAfter * t)));
}
