using System.Diagnostics.CodeAnalysis;

namespace TrialSim.Model.Forecasts;

/// <summary>Patients expected over time by the planned rates alone.</summary>
public sealed class AccrualForecast
{
    private readonly PlannedAccrual _planned;

    private AccrualForecast(PlannedAccrual planned) => _planned = planned;

    /// <summary>The forecast of a trial.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="forecast">The forecast.</param>
    /// <returns>False where the rates alone do not tell: accrual ends on a day, sites close, fill up or have rates of their own, or screening fails some of arrivals that are no Poisson process.</returns>
    public static bool TryOf(Trial trial, [NotNullWhen(true)] out AccrualForecast? forecast)
    {
        forecast = FormulaScope.WhyNotAccrual(trial).Length == 0 ? new AccrualForecast(PlannedAccrual.Of(trial)) : null;
        return forecast is not null;
    }

    /// <summary>The trial day by which all patients have come, as planned.</summary>
    public double EndDay => _planned.EndDay;

    /// <summary>Patients expected by a trial day; of a Poisson process the mean of the smaller of its number and the planned number of patients.</summary>
    /// <param name="day">0 or above.</param>
    public double By(double day) => _planned.ArrivedBy(day);
}
