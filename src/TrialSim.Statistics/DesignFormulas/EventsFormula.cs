using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// Events a log-rank test needs under proportional hazards. Packages differ for unequal allocation: Schoenfeld's is the one of gsDesign's
/// <c>nEvents</c>, rpact's default and lrstat's.
/// </summary>
public static class EventsFormula
{
    /// <summary>
    /// Schoenfeld (Biometrika 68, 1981): (z_α + z_β)²/(p(1 − p)·ln² HR) events in both arms together.
    /// </summary>
    /// <param name="hazardRatio">Experimental over control, above 0, not 1; above 1 the same as its inverse.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1; ⅔ for 2:1.</param>
    public static double Schoenfeld(double hazardRatio, TestError error, double experimentalShare)
    {
        double effect = LogEffect(hazardRatio);
        return error.Drift * error.Drift / (Require.InsideUnitInterval(experimentalShare) * (1.0 - experimentalShare) * effect * effect);
    }

    /// <summary>Power with this many events, the inverse of <see cref="Schoenfeld"/>; one-sided, in favour of the experimental arm.</summary>
    /// <param name="hazardRatio">Experimental over control, above 0; 1 gives the error.</param>
    /// <param name="events">In both arms, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1.</param>
    public static double SchoenfeldPower(double hazardRatio, double events, double oneSidedAlpha, double experimentalShare)
    {
        double information = Require.PositiveFinite(events) * Require.InsideUnitInterval(experimentalShare) * (1.0 - experimentalShare);
        double drift = -Math.Log(Require.PositiveFinite(hazardRatio)) * Math.Sqrt(information);
        return Normal.UpperTail(-Normal.Quantile(Require.InsideUnitInterval(oneSidedAlpha)) - drift);
    }

    /// <summary>
    /// Freedman (Statistics in Medicine 1, 1982): (z_α + z_β)²(1 + r·HR)²/(r(1 − HR)²) with r patients in the experimental arm for each in the control arm.
    /// </summary>
    /// <param name="hazardRatio">Experimental over control, above 0, not 1.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1.</param>
    public static double Freedman(double hazardRatio, TestError error, double experimentalShare)
    {
        LogEffect(hazardRatio);
        double ratio = Require.InsideUnitInterval(experimentalShare) / (1.0 - experimentalShare);
        double root = error.Drift * (1.0 + (ratio * hazardRatio)) / (1.0 - hazardRatio);
        return root * root / ratio;
    }

    /// <summary>Power with this many events, the inverse of <see cref="Freedman"/>.</summary>
    /// <param name="hazardRatio">Experimental over control, above 0, not 1.</param>
    /// <param name="events">In both arms, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="experimentalShare">Share of patients in the experimental arm, strictly between 0 and 1.</param>
    public static double FreedmanPower(double hazardRatio, double events, double oneSidedAlpha, double experimentalShare)
    {
        LogEffect(hazardRatio);
        double ratio = Require.InsideUnitInterval(experimentalShare) / (1.0 - experimentalShare);
        double drift = Math.Abs(1.0 - hazardRatio) * Math.Sqrt(ratio * Require.PositiveFinite(events)) / (1.0 + (ratio * hazardRatio));
        return Normal.UpperTail(-Normal.Quantile(Require.InsideUnitInterval(oneSidedAlpha)) - drift);
    }

    internal static double LogEffect(double hazardRatio) =>
        Require.PositiveFinite(hazardRatio) != 1.0
            ? Math.Log(hazardRatio)
            : throw new ArgumentOutOfRangeException(nameof(hazardRatio), hazardRatio, "A hazard ratio of 1 is no effect, and no number of events shows it.");
}
