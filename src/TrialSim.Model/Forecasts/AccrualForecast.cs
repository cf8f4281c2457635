using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Model.Forecasts;

/// <summary>Patients expected over time by the planned rates alone.</summary>
public static class AccrualForecast
{
    /// <summary>The planned number by each day, up to the planned number of patients.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="rates">The expected arrivals; of no meaning where there is no answer.</param>
    /// <returns>False where the rates alone do not tell: accrual ends on a day, sites close or fill up, have rates of their own, or screening fails some of an arrival that is no Poisson process.</returns>
    public static bool TryOf(Trial trial, out AccrualRates rates)
    {
        bool isTold = FormulaScope.WhyNotAccrual(trial).Length == 0;
        rates = isTold ? PlannedAccrual.Of(trial).Rates() : AccrualRates.Uniform(1.0, 1.0);
        return isTold;
    }
}
