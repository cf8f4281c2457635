using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>Bounds that are written on another scale, as a Z that is positive when the experimental arm does better.</summary>
public static class ZScale
{
    /// <summary>
    /// The Z at which an observed hazard ratio lies: −ln(HR)·√(d·p(1 − p)), Schoenfeld's information. Stop for futility at a hazard ratio of 1.0 is Z = 0.
    /// </summary>
    /// <param name="hazardRatio">Experimental over control, above 0.</param>
    /// <param name="events">Of both arms, above 0.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1.</param>
    public static double OfHazardRatio(double hazardRatio, double events, double experimentalShare) =>
        -Math.Log(Require.PositiveFinite(hazardRatio)) * Math.Sqrt(Information(events, experimentalShare));

    /// <summary>The hazard ratio that a Z stands for, the inverse of <see cref="OfHazardRatio"/>.</summary>
    /// <param name="z">Finite.</param>
    /// <param name="events">Of both arms, above 0.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1.</param>
    public static double ToHazardRatio(double z, double events, double experimentalShare) =>
        Math.Exp(-Require.Finite(z) / Math.Sqrt(Information(events, experimentalShare)));

    /// <summary>The Z at a look from which the last look is won with this conditional power, for an assumed drift.</summary>
    /// <param name="conditionalPower">Strictly between 0 and 1.</param>
    /// <param name="informationFraction">Of the look, above 0, below that of the last one.</param>
    /// <param name="finalFraction">Information fraction of the last look.</param>
    /// <param name="finalBound">Efficacy bound of the last look.</param>
    /// <param name="drift">Expected Z at information fraction 1.</param>
    public static double OfConditionalPower(
        double conditionalPower, double informationFraction, double finalFraction, double finalBound, double drift)
    {
        double ahead = Ahead(informationFraction, finalFraction);
        double score = (finalBound * Math.Sqrt(finalFraction)) - (drift * ahead)
            + (Normal.Quantile(Require.InsideUnitInterval(conditionalPower)) * Math.Sqrt(ahead));
        return score / Math.Sqrt(informationFraction);
    }

    /// <summary>The Z at a look from which the last look is won with this conditional power if the trend goes on, drift Z/√t.</summary>
    /// <param name="conditionalPower">Strictly between 0 and 1.</param>
    /// <param name="informationFraction">Of the look, above 0, below that of the last one.</param>
    /// <param name="finalFraction">Information fraction of the last look.</param>
    /// <param name="finalBound">Efficacy bound of the last look.</param>
    public static double OfConditionalPowerUnderTrend(
        double conditionalPower, double informationFraction, double finalFraction, double finalBound)
    {
        double ahead = Ahead(informationFraction, finalFraction);
        double score = (finalBound * Math.Sqrt(finalFraction)) + (Normal.Quantile(Require.InsideUnitInterval(conditionalPower)) * Math.Sqrt(ahead));
        return score * Math.Sqrt(informationFraction) / finalFraction;
    }

    private static double Information(double events, double experimentalShare) =>
        Require.PositiveFinite(events) * Require.InsideUnitInterval(experimentalShare) * (1.0 - experimentalShare);

    private static double Ahead(double informationFraction, double finalFraction) =>
        Require.PositiveFinite(finalFraction - Require.PositiveFinite(informationFraction), nameof(informationFraction));
}
