namespace TrialSim.Statistics.Hazards;

/// <summary>
/// A share of patients never has the event; the others have it by another hazard:
/// survival = cured + (1 − cured) · uncured survival.
/// </summary>
/// <param name="CuredProbability">Share that never has the event, from 0 (nobody) to below 1.</param>
/// <param name="Uncured">The hazard of those who are not cured.</param>
public sealed record CureMixtureHazard(double CuredProbability, Hazard Uncured) : Hazard
{
    private readonly double _logCured = Math.Log(CuredProbability);
    private readonly double _logUncured = Elementary.LogOnePlus(-CuredProbability);

    /// <summary>Share that never has the event.</summary>
    public double CuredProbability { get; } = CuredProbability == 0.0 ? 0.0 : Require.InsideUnitInterval(CuredProbability);

    /// <summary>The hazard of those who are not cured.</summary>
    public Hazard Uncured { get; } = Uncured;

    /// <summary>
    /// Where the curve of the uncured must pass when the curve of all patients passes <paramref name="overall"/>: give it to a
    /// <c>Through</c> of another hazard to get <see cref="Uncured"/>.
    /// </summary>
    /// <param name="overall">A point of the survival curve of all patients, cured and uncured.</param>
    /// <param name="curedProbability">Below the survival of the point: nobody cured is ever lost.</param>
    /// <exception cref="ArgumentOutOfRangeException">As many are cured as survive, or more.</exception>
    public static SurvivalPoint UncuredPoint(SurvivalPoint overall, double curedProbability) =>
        Require.Probability(curedProbability) < overall.Survival
            ? new SurvivalPoint(overall.Days, (overall.Survival - curedProbability) / (1.0 - curedProbability))
            : throw new ArgumentOutOfRangeException(
                nameof(curedProbability),
                curedProbability,
                $"Survival falls to {overall.Survival} at day {overall.Days}, so the cured share must be smaller than that.");

    /// <inheritdoc/>
    public override double Cumulative(double days)
    {
        double uncured = Uncured.Cumulative(days);
        return CuredProbability == 0.0 ? uncured
            : uncured < Elementary.Ln2 ? -Elementary.LogOnePlus((1.0 - CuredProbability) * Elementary.ExpMinusOne(-uncured))
            : -Math.Log(CuredProbability + ((1.0 - CuredProbability) * Math.Exp(-uncured)));
    }

    /// <inheritdoc/>
    public override double DayOf(double cumulative)
    {
        if (cumulative >= -_logCured)
        {
            return double.PositiveInfinity;
        }

        // Both give the uncured cumulative hazard; the first keeps its digits near 0, the second in the tail.
        double uncured = cumulative < Elementary.Ln2
            ? -Elementary.LogOnePlus(Elementary.ExpMinusOne(-cumulative) / (1.0 - CuredProbability))
            : cumulative + _logUncured - Elementary.LogOnePlus(-Math.Exp(cumulative + _logCured));
        return Uncured.DayOf(uncured);
    }

    /// <inheritdoc/>
    public override double At(double days)
    {
        double curedOdds = CuredProbability / (1.0 - CuredProbability);
        return CuredProbability == 0.0
            ? Uncured.At(days)
            : Uncured.At(days) / (1.0 + (curedOdds * Math.Exp(Uncured.Cumulative(days))));
    }
}
