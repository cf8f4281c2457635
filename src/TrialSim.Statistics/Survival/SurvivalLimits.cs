namespace TrialSim.Statistics.Survival;

/// <summary>Pointwise limits of a survival probability from its Greenwood sum.</summary>
internal static class SurvivalLimits
{
    /// <summary>Limits within 0 and 1; a survival of exactly 1 or 0 is its own limits, since Greenwood gives it no variance.</summary>
    internal static Interval Of(double survival, double greenwoodSum, double criticalValue, IntervalTransform transform) =>
        survival is <= 0.0 or >= 1.0
            ? new Interval(survival, survival)
            : new Interval(
                At(survival, greenwoodSum, -criticalValue, transform),
                At(survival, greenwoodSum, criticalValue, transform));

    /// <summary>The limit <paramref name="z"/> standard errors above the survival, for a survival strictly between 0 and 1.</summary>
    internal static double At(double survival, double greenwoodSum, double z, IntervalTransform transform)
    {
        double reach = z * Math.Sqrt(greenwoodSum);
        double limit = transform switch
        {
            IntervalTransform.Log => survival * Math.Exp(reach),
            IntervalTransform.LogLog => Math.Pow(survival, Math.Exp(reach / Math.Log(survival))),
            IntervalTransform.Plain => survival + (survival * reach),
            IntervalTransform.Logit => LogitLimit(survival, reach),
            IntervalTransform.ArcSine => ArcSineLimit(survival, reach),
            _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "Must be Log, LogLog, Plain, Logit or ArcSine."),
        };
        return Math.Clamp(limit, 0.0, 1.0);
    }

    // By the delta method the error of ln(S / (1 − S)) is that of ln S over 1 − S.
    private static double LogitLimit(double survival, double reach) =>
        survival / (survival + ((1.0 - survival) * Math.Exp(-reach / (1.0 - survival))));

    // Likewise the error of asin √S is half that of ln S times √(S / (1 − S)).
    private static double ArcSineLimit(double survival, double reach)
    {
        double angle = Math.Asin(Math.Sqrt(survival)) + (0.5 * reach * Math.Sqrt(survival / (1.0 - survival)));
        double sine = Math.Sin(Math.Clamp(angle, 0.0, 0.5 * Math.PI));
        return sine * sine;
    }
}
