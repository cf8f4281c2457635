using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// The generalised gamma: its likelihood may have several maxima, or none. So mu and sigma are fitted along a path of q, from the log-normal
/// outwards on both sides; each peak of that profile starts a search of all three. Where the profile rises to the end there is no maximum:
/// with q → −∞ the family tends to a Pareto that starts with the first event, with q → +∞ to a power of time that ends with the last.
/// </summary>
internal static class GeneralisedGammaFit
{
    // A profile that has fallen so far below its best does not come back with data that a model is fitted to.
    private const double FarBelow = 20.0;

    // Of log likelihood: less is no difference.
    private const double Flat = 1e-4;

    private static readonly double[] Path = [0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0, 13.0, 20.0, 30.0];

    internal static ParametricFit Of(GeneralisedGammaModel model, double perDay, IntervalCounts counts)
    {
        Maximum logNormal = LikelihoodMaximum.Find(new LogNormalModel(), perDay, counts);
        Step centre = new(0.0, logNormal.LogLikelihood, logNormal.Transformed);
        double best = centre.LogLikelihood;
        Step[] below = Walk(centre, -1.0, perDay, counts, ref best);
        Step[] above = Walk(centre, 1.0, perDay, counts, ref best);
        Step[] profile = [.. below.Reverse(), centre, .. above];
        List<double[]> starts = [];
        for (int i = 0; i < profile.Length; i++)
        {
            bool isPeak = (i == 0 || profile[i - 1].LogLikelihood <= profile[i].LogLikelihood)
                && (i + 1 == profile.Length || profile[i + 1].LogLikelihood <= profile[i].LogLikelihood);
            if (isPeak && Math.Abs(profile[i].Q) < Path[^1])
            {
                // Off the log-normal, where the likelihood is a parabola by construction.
                starts.Add([profile[i].Transformed[0], profile[i].Transformed[1], profile[i].Q == 0.0 ? 0.05 : profile[i].Q]);
            }
        }

        ParametricFit fit = starts.Count == 0
            ? ParametricFit.Without(NotEstimable.Diverges, (int)counts.Patients)
            : MaximumLikelihood.Describe(model, LikelihoodMaximum.Best(model, perDay, counts, starts), counts);

        // Where the path ends as high as anything found, what was found is a plateau that leads to the limit.
        double found = fit.IsEstimable ? fit.LogLikelihood : double.NegativeInfinity;
        return EndsHigh(below) || EndsHigh(above) ? ParametricFit.Without(NotEstimable.NoMaximum, (int)counts.Patients) : fit;

        bool EndsHigh(Step[] side) => side.Length == Path.Length && side[^1].LogLikelihood > found - Flat
            && side[^1].LogLikelihood > side[^2].LogLikelihood - Flat;
    }

    private static Step[] Walk(Step from, double sign, double perDay, IntervalCounts counts, ref double best)
    {
        List<Step> steps = [];
        foreach (double q in Path)
        {
            FixedQ model = new(sign * q);
            Maximum found = LikelihoodMaximum.Best(model, perDay, counts, [(steps.Count == 0 ? from : steps[^1]).Transformed]);
            if (!double.IsFinite(found.LogLikelihood))
            {
                break;
            }

            steps.Add(new Step(sign * q, found.LogLikelihood, found.Transformed));
            best = Math.Max(best, found.LogLikelihood);
            if (found.LogLikelihood < best - FarBelow)
            {
                break;
            }
        }

        return [.. steps];
    }

    private readonly record struct Step(double Q, double LogLikelihood, double[] Transformed);

    /// <summary>The family of one q.</summary>
    private sealed record FixedQ(double Q) : ParametricModel
    {
        public override IReadOnlyList<string> ParameterNames => ["mu", "sigma"];

        public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Identity, ParameterScale.Log];

        internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
            new GeneralisedGammaHazard(transformed[0], Math.Exp(transformed[1]), Q);

        internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) => [[-Math.Log(perDay), 0.0]];
    }
}
