using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Survival;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.IntervalCensored;

public sealed class TurnbullTests
{
    private const double Never = double.PositiveInfinity;

    // Intervals (0, 2], (1, 3], (2, ∞): innermost (1, 2] and (2, 3] — or beyond 3 for the last. The likelihood p₁(p₁ + p₂)(p₂ + p₃) has
    // its maximum at p₁ = p₂ = ½: derivative of p(1 − p) is 0 there.
    [Fact, Trait("Source", "ByHand")]
    public void Estimate_ThreeIntervals_HasHalfInEach()
    {
        TurnbullCurve curve = Turnbull.Estimate(new IntervalSample([0, 1, 2], [2, 3, Never]));

        Assert.Equal(NotEstimable.None, curve.Reason);
        Assert.Equal(2, curve.Steps.Length);
        Assert.Equal((1.0, 2.0), (curve.Steps[0].LowerDays, curve.Steps[0].UpperDays));
        Close.Relative(0.5, curve.Steps[0].Probability, 1e-10);
        Assert.Equal((2.0, 3.0), (curve.Steps[1].LowerDays, curve.Steps[1].UpperDays));
        Close.Relative(Math.Log(0.25), curve.LogLikelihood, 1e-10);
        Assert.Equal(new Interval(1.0, 2.0), curve.Quantile(0.5));
        Close.Relative(0.5, curve.Survival(1.5).Lower, 1e-10);
        Assert.Equal(1.0, curve.Survival(1.5).Upper);
    }

    // Reference/turnbull_curves.R: npsurv::npsurv(cbind(lower, upper), tol = 1e-15), 24 random samples.
    [Fact, Trait("Source", "AgainstR")]
    public void Estimate_RandomSamples_MatchesNpsurv()
    {
        Dictionary<string, TurnbullCurve> curves = ReferenceRow.ReadAll("turnbull_samples.csv").GroupBy(row => row["sample"]).ToDictionary(
            g => g.Key,
            g => Turnbull.Estimate(new IntervalSample(
                [.. g.Select(r => r.Number("lower"))],
                [.. g.Select(r => r["upper"] == "Inf" ? Never : r.Number("upper"))])));

        Assert.All(curves.Values, curve => Assert.Equal(NotEstimable.None, curve.Reason));
        Assert.All(ReferenceRow.ReadAll("turnbull_curves.csv"), row =>
        {
            TurnbullCurve curve = curves[row["sample"]];
            Close.Relative(row.Number("ll"), curve.LogLikelihood, 1e-10);
            Close.Relative(row.Number("survival"), curve.Survival(row.Number("day")).Upper, 1e-8, 1e-9);
        });
    }

    [Fact, Trait("Source", "Property")]
    public void Estimate_ExactTimes_IsKaplanMeier() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                SurvivalSample sorted = new SurvivalOrder(40).Sort(new SurvivalSample(sample.Days, sample.HasEvent, []));
                KaplanMeierCurve kaplanMeier = KaplanMeier.FillPooled(sorted, new KaplanMeierRow[40]);
                TurnbullCurve curve = Turnbull.Estimate(IntervalSample.OfRightCensored(sample.Days, sample.HasEvent));
                bool isSame = true;
                foreach (KaplanMeierRow row in kaplanMeier.Rows)
                {
                    isSame &= Math.Abs(curve.Survival(row.Days).Upper - row.Survival) < 1e-13;
                }

                return isSame && curve.IsEstimable;
            }).Check(Cases.Of(1_000));

    // The search and the closed form agree: one wide interval that covers everything adds nothing to the likelihood.
    [Fact, Trait("Source", "Property")]
    public void Estimate_WithAnIntervalThatTellsNothing_StaysTheSame() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                double[] upper = [.. sample.Days.Zip(sample.HasEvent, (day, hasEvent) => hasEvent ? day : Never), 1000.0];
                TurnbullCurve exact = Turnbull.Estimate(IntervalSample.OfRightCensored(sample.Days, sample.HasEvent));
                TurnbullCurve searched = Turnbull.Estimate(new IntervalSample([.. sample.Days, 0.0], upper));
                bool endsInside = sample.Days.Zip(sample.HasEvent).OrderBy(p => p.First).ThenBy(p => !p.Second).Last().Second;
                return !endsInside
                    || (searched.IsEstimable && sample.Days.All(day => Math.Abs(exact.Survival(day).Upper - searched.Survival(day).Upper) < 1e-7));
            }).Check(Cases.Of(300));

    [Fact, Trait("Source", "ByHand")]
    public void Estimate_DegenerateData_GivesAResultOrTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, Turnbull.Estimate(new IntervalSample([], [])).Reason);

        TurnbullCurve censored = Turnbull.Estimate(new IntervalSample([5, 3], [Never, Never]));
        Assert.Equal(1.0, censored.Survival(4.0).Upper);
        Assert.Equal(Never, censored.Quantile(0.5).Lower);

        TurnbullCurve one = Turnbull.Estimate(new IntervalSample([2], [4]));
        Assert.Equal(new Interval(2.0, 4.0), one.Quantile(0.5));
        Assert.Equal(0.0, one.LogLikelihood);

        TurnbullCurve atOnce = Turnbull.Estimate(new IntervalSample([0, 0, 0], [0, 0, 0]));
        Assert.Equal(0.0, atOnce.Survival(0.0).Upper);
        Assert.Throws<ArgumentException>(() => new IntervalSample([3], [2]));
    }

    // Visits every 30 days, ten of them, 100,000 in each gap: the life table.
    [Fact, Trait("Source", "Theory")]
    public void Estimate_MillionPatients_IsTheLifeTable()
    {
        double[] lower = [.. Enumerable.Range(0, 1_000_000).Select(i => 30.0 * (i % 10))];
        TurnbullCurve curve = Turnbull.Estimate(new IntervalSample(lower, [.. lower.Select(l => l + 30.0)]));

        Assert.Equal(10, curve.Steps.Length);
        Close.Relative(0.7, curve.Survival(90.0).Upper, 1e-10);
    }
}
