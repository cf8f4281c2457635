using System.Globalization;
using TrialSim.Model.Time;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Cli.Fitting;

/// <summary>Hazards in the words of the scenario language.</summary>
internal static class HazardYaml
{
    private const double LargestFactor = 1000;
    private const double SmallestFactor = 0.001;
    private const double LargestRate = 1e6;
    private const double LargestTime = 1e6;
    private const double SmallestQ = 0.001;
    private const double LargestQ = 100;

    // As many digits as keep survival to 1e-9 and a little more; zeros behind the point stand before them.
    private const int Digits = 13;
    private const int MaxDecimals = 28;

    /// <summary>The hazard as a mapping on one line; null where the language has no such hazard, or none of these figures.</summary>
    /// <param name="hazard">With the unit for its days.</param>
    /// <param name="unit">The unit.</param>
    public static string? Of(Hazard hazard, FitUnit unit) => hazard switch
    {
        ExponentialHazard exponential => Rate(exponential.PerDay) is string rate ? $"{{{unit.RateKey}: {rate}}}" : null,
        WeibullHazard weibull => Pair("weibull", "scale", weibull.ScaleDays, "shape", weibull.Shape, unit),
        LogNormalHazard normal => Pair("log_normal", "median", normal.MedianDays, "sigma", normal.Sigma, unit),
        LogLogisticHazard logistic => Pair("log_logistic", "median", logistic.MedianDays, "shape", logistic.Shape, unit),
        GeneralisedGammaHazard gamma => OfGamma(gamma, unit),
        GompertzHazard gompertz => OfGompertz(gompertz, unit),
        PiecewiseExponentialHazard pieces => OfPieces(pieces, unit),
        CureMixtureHazard mixture => Of(mixture.Uncured, unit) is string uncured
            ? $"{{cured_probability: {Number(mixture.CuredProbability)}, uncured: {uncured}}}"
            : null,
        _ => null,
    };

    private static string? Pair(string family, string timeKey, double time, string factorKey, double factor, FitUnit unit) =>
        factor is >= SmallestFactor and <= LargestFactor && time is > 1e-9 and < LargestTime
            ? $"{{family: {family}, {timeKey}: {Number(time)}{unit.Suffix}, {factorKey}: {Number(factor)}}}"
            : null;

    private static string? OfGamma(GeneralisedGammaHazard hazard, FitUnit unit) =>
        hazard.Q == 0.0 || Math.Abs(hazard.Q) is >= SmallestQ and <= LargestQ
            ? Pair("generalised_gamma", "median", hazard.MedianDays, "sigma", hazard.Sigma, unit)?.Replace("}", $", q: {Number(hazard.Q)}}}", StringComparison.Ordinal)
            : null;

    private static string? OfGompertz(GompertzHazard hazard, FitUnit unit)
    {
        double perMonth = hazard.ShapePerDay / unit.Days * DaysPer.Month;
        return Math.Abs(perMonth) <= LargestFactor && Rate(hazard.PerDayAtStart) is string rate
            ? $"{{family: gompertz, {unit.RateKey}: {rate}, shape_per_month: {Number(perMonth)}}}"
            : null;
    }

    private static string? OfPieces(PiecewiseExponentialHazard hazard, FitUnit unit)
    {
        List<string> steps = [];
        for (int piece = 0; piece < hazard.StartDays.Length; piece++)
        {
            string? rate = hazard.PerDay[piece] == 0 ? "0" : Rate(hazard.PerDay[piece]);
            if (rate is null)
            {
                return null;
            }

            steps.Add($"{{from: {Number(hazard.StartDays[piece])}{unit.Suffix}, {unit.RateKey}: {rate}}}");
        }

        return $"{{piecewise: [{string.Join(", ", steps)}]}}";
    }

    private static string? Rate(double rate) => rate is > 1e-15 and <= LargestRate ? Number(rate) : null;

    // No exponents: a duration has none, and a person reads a rate more easily without.
    private static string Number(double value)
    {
        int decimals = value == 0 ? 0 : Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, MaxDecimals);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }
}
