using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Hazards;
using Xunit;

namespace TrialSim.Statistics.Tests.Hazards;

public sealed class HazardPropertyTests
{
    private static readonly Gen<double> Unit = Gen.Choose(0, 1_000_000).Select(i => i / 1_000_000.0);

    // Evenly spread on the log scale, so that every order of magnitude is tried.
    private static readonly Gen<double> Thresholds = Between(Math.Log(1e-9), Math.Log(50.0)).Select(Math.Exp);

    private static readonly Gen<double> Medians = Between(Math.Log(1.0), Math.Log(5000.0)).Select(Math.Exp);

    private static readonly Gen<double> Shapes = Between(Math.Log(0.2), Math.Log(8.0)).Select(Math.Exp);

    private static readonly Gen<Hazard> Smooth = Gen.OneOf(
        from median in Medians select (Hazard)ExponentialHazard.FromMedian(median),
        from median in Medians from shape in Shapes select (Hazard)WeibullHazard.FromMedian(median, shape),
        from median in Medians from bend in Between(-0.6, 3.0) select (Hazard)GompertzHazard.FromMedian(median, bend / median),
        from median in Medians from sigma in Between(0.1, 3.0) select (Hazard)new LogNormalHazard(median, sigma),
        from median in Medians from shape in Shapes select (Hazard)new LogLogisticHazard(median, shape),
        from median in Medians
        from sigma in Between(0.2, 2.0)
        from q in Between(-3.0, 3.0)
        select (Hazard)GeneralisedGammaHazard.FromMedian(median, sigma, Math.Abs(q) < 0.01 ? 0.0 : q));

    private static readonly Gen<Hazard> Piecewise =
        from count in Gen.Choose(1, 6)
        from lengths in Gen.ArrayOf(Between(1.0, 400.0), count)
        from rates in Gen.ArrayOf(Gen.Frequency((4, Between(1e-5, 0.05)), (1, Gen.Constant(0.0))), count)
        select (Hazard)new PiecewiseExponentialHazard(StartsOf(lengths), rates);

    private static readonly Gen<Hazard> Hazards = Gen.Frequency(
        (6, Smooth),
        (1, Piecewise),
        (2, from cured in Between(0.0, 0.9) from uncured in Smooth select (Hazard)new CureMixtureHazard(cured, uncured)));

    [Fact, Trait("Source", "Property")]
    public void DayOf_AnyHazardAndThreshold_IsUndoneByCumulative() =>
        Prop.ForAll(
            Arb.From(Hazards),
            Arb.From(Thresholds),
            (hazard, threshold) =>
            {
                double day = hazard.DayOf(threshold);

                // After a first piece without hazard a tiny threshold lies within the last place of the day itself.
                double lastPlace = hazard is PiecewiseExponentialHazard ? Math.BitIncrement(day) - day : 0.0;
                return double.IsPositiveInfinity(day)
                    ? hazard.Cumulative(double.PositiveInfinity) <= threshold * (1.0 + 1e-9)
                    : Math.Abs(hazard.Cumulative(day) - threshold) <= Math.Max(1e-9 * threshold, 2.0 * lastPlace * hazard.At(day));
            }).Check(Cases.Of(5_000));

    [Fact, Trait("Source", "Property")]
    public void Cumulative_AnyTwoDays_NeverFalls() =>
        Prop.ForAll(
            Arb.From(Hazards),
            Arb.From(Medians),
            Arb.From(Medians),
            (hazard, a, b) => hazard.Cumulative(Math.Min(a, b)) <= hazard.Cumulative(Math.Max(a, b)) * (1.0 + 1e-12))
            .Check(Cases.Of(2_000));

    // The mean of the hazard over a thousandth of the day, by a central difference, against the hazard itself.
    [Fact, Trait("Source", "Property")]
    public void At_AnySmoothHazard_IsTheSlopeOfCumulative() =>
        Prop.ForAll(
            Arb.From(Gen.OneOf(Smooth, from cured in Between(0.0, 0.9) from uncured in Smooth select (Hazard)new CureMixtureHazard(cured, uncured))),
            Arb.From(Between(0.05, 3.0)),
            (hazard, threshold) =>
            {
                double day = hazard.DayOf(threshold);
                double step = 1e-5 * day;
                double slope = (hazard.Cumulative(day + step) - hazard.Cumulative(day - step)) / (2.0 * step);
                return double.IsPositiveInfinity(day) || RelativeError(slope, hazard.At(day)) <= 1e-5 || Math.Abs(slope - hazard.At(day)) * day < 1e-9;
            }).Check(Cases.Of(2_000));

    [Fact, Trait("Source", "Property")]
    public void Through_TwoPointsOfAFamily_PassesBoth() =>
        Prop.ForAll(
            Arb.From(Between(10.0, 500.0)),
            Arb.From(Between(1.2, 6.0)),
            Arb.From(from high in Between(0.3, 0.95) from share in Between(0.1, 0.9) select (High: high, Low: high * share)),
            (day, stretch, survival) =>
            {
                SurvivalPoint earlier = new(day, survival.High);
                SurvivalPoint later = new(day * stretch, survival.Low);
                Hazard[] fitted =
                [
                    WeibullHazard.Through(earlier, later),
                    GompertzHazard.Through(earlier, later),
                    LogNormalHazard.Through(earlier, later),
                    LogLogisticHazard.Through(earlier, later),
                    PiecewiseExponentialHazard.Through([earlier, later]),
                ];
                return fitted.All(h =>
                    Math.Abs(h.Survival(earlier.Days) - earlier.Survival) < 1e-9 && Math.Abs(h.Survival(later.Days) - later.Survival) < 1e-9);
            }).Check(Cases.Of(1_000));

    private static Gen<double> Between(double low, double high) => Unit.Select(u => low + (u * (high - low)));

    private static double RelativeError(double expected, double actual) => Math.Abs(actual - expected) / Math.Abs(expected);

    private static double[] StartsOf(double[] lengths)
    {
        double[] starts = new double[lengths.Length];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + lengths[i - 1];
        }

        return starts;
    }
}
