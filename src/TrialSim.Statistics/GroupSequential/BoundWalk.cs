namespace TrialSim.Statistics.GroupSequential;

/// <summary>Bounds made look by look, each knowing what those before it have left of the trial.</summary>
/// <param name="Bounds">All of them.</param>
/// <param name="Error">Probability of a claim without an effect, by the bounds that hold it.</param>
/// <param name="Missed">Probability of crossing a lower bound at the drift that was assumed.</param>
internal readonly record struct BoundWalk(SequentialBounds Bounds, double Error, double Missed)
{
    /// <summary>Goes from look to look.</summary>
    /// <param name="information">Of each look.</param>
    /// <param name="rule">Whether the efficacy bounds take credit for the lower ones.</param>
    /// <param name="drift">Assumed under the alternative.</param>
    /// <param name="efficacyAt">The efficacy bound of a look, from the density without effect.</param>
    /// <param name="lowerAt">The lower bound of a look, from its efficacy bound and the density at the drift.</param>
    internal static BoundWalk Along(
        double[] information,
        FutilityRule rule,
        double drift,
        Func<int, SequentialDensity, double> efficacyAt,
        Func<int, double, SequentialDensity, double> lowerAt)
    {
        SequentialDensity underNull = new(0.0);
        SequentialDensity underAlternative = new(drift);
        double[] efficacy = new double[information.Length];
        double[] lower = new double[information.Length];
        double error = 0.0;
        double missed = 0.0;
        for (int look = 0; look < information.Length; look++)
        {
            efficacy[look] = efficacyAt(look, underNull);

            // A lower bound above the other leaves nobody to go on; it is the same trial with both at one place.
            lower[look] = Math.Min(efficacy[look], lowerAt(look, efficacy[look], underAlternative));
            error += underNull.Above(efficacy[look], information[look]);
            missed += underAlternative.Below(lower[look], information[look]);
            if (look < information.Length - 1)
            {
                double holding = rule == FutilityRule.Binding ? lower[look] : double.NegativeInfinity;
                underNull.Continue(holding, efficacy[look], information[look], information[look + 1]);
                underAlternative.Continue(lower[look], efficacy[look], information[look], information[look + 1]);
            }
        }

        return new BoundWalk(new SequentialBounds(information, efficacy, lower, rule), error, missed);
    }
}
