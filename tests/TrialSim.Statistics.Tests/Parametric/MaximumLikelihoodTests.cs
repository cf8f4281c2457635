using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Parametric;

public sealed class MaximumLikelihoodTests
{
    private static readonly Dictionary<string, (double[] Lower, double[] Upper)> Sets = ReferenceRow.ReadAll("parametric_samples.csv")
        .GroupBy(row => row["set"])
        .ToDictionary(g => g.Key, g => (g.Select(r => r.Number("lower")).ToArray(), g.Select(r => Upper(r)).ToArray()));

    private static readonly Dictionary<string, ParametricModel> Models = new()
    {
        ["exponential"] = new ExponentialModel(),
        ["weibull"] = new WeibullModel(),
        ["gompertz"] = new GompertzModel(),
        ["lognormal"] = new LogNormalModel(),
        ["loglogistic"] = new LogLogisticModel(),
        ["gengamma"] = new GeneralisedGammaModel(),
        ["cure_weibull"] = new CureMixtureModel(new WeibullModel()),
        ["cure_lognormal"] = new CureMixtureModel(new LogNormalModel()),
        ["cure_exponential"] = new CureMixtureModel(new ExponentialModel()),
    };

    // Reference/parametric_fits.R: each likelihood written out and maximised by Newton's steps on numDeriv's derivatives, and
    // logLik(survreg(…, rel.tolerance = 1e-14)) where survreg has the family.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_DataSets_MatchesSurvregAndTheLikelihoodInR()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("parametric_fits.csv")];

        Assert.True(rows.Length > 80);
        Assert.All(rows, row =>
        {
            ParametricFit fit = FitOf(row["set"], Models[row["model"]]);

            // Far out on the logit scale R's steps end where nobody is cured.
            if (row["model"].StartsWith("cure", StringComparison.Ordinal) && row.Number("p1") < -12.0)
            {
                Assert.Equal(NotEstimable.OnBoundary, fit.Reason);
                Close.Relative(row.Number("loglik"), fit.LogLikelihood, 1e-9);
                return;
            }

            string found = $"{row["set"]} {row["model"]}: {fit.Reason}, {fit.LogLikelihood:R} for {row["loglik"]}";
            Assert.True(fit.Reason == NotEstimable.None, found);
            Assert.True(Math.Abs(fit.LogLikelihood - row.Number("loglik")) < 1e-9 * (1.0 + Math.Abs(fit.LogLikelihood)), found);
            if (row["survreg"] != "NA")
            {
                Close.Relative(row.Number("survreg"), fit.LogLikelihood, 1e-10);
            }

            // numDeriv's derivatives hold to about a millionth.
            for (int k = 0; k < fit.Parameters.Length; k++)
            {
                Close.Relative(row.Number($"p{k + 1}"), fit.Parameters[k].Transformed, 1e-7, 1e-6 * row.Number($"s{k + 1}"));
                Close.Relative(row.Number($"s{k + 1}"), fit.Parameters[k].StandardError, 2e-5);
            }

            Close.Relative(fit.LogLikelihood, Sum(fit.Hazard, row["set"]), 1e-9);
        });
    }

    // Three events in 10 + 20 + 30 + 40 days: 0.03 per day, log likelihood 3 ln 0.03 − 3, AIC 2 more than minus twice that.
    [Fact, Trait("Source", "ByHand")]
    public void Fit_Exponential_IsEventsOverExposure()
    {
        ParametricFit fit = MaximumLikelihood.Fit(new ExponentialModel(), [10, 20, 30, 40], [true, true, true, false]);

        Close.Relative(0.03, ((ExponentialHazard)fit.Hazard).PerDay, 1e-12);
        Close.Relative((3.0 * Math.Log(0.03)) - 3.0, fit.LogLikelihood, 1e-13);
        Close.Relative((-2.0 * fit.LogLikelihood) + 2.0, fit.Aic, 1e-14);
        Close.Relative((-2.0 * fit.LogLikelihood) + Math.Log(4.0), fit.Bic, 1e-14);
        Close.Relative(1.0 / Math.Sqrt(3.0), fit.Parameters[0].StandardError, 1e-9);
    }

    // Days 0–15: one event in 10 + 3 · 15 = 55 days; 15–35: two in 5 + 15 + 20 = 40 days; after 35: nobody has the event.
    [Fact, Trait("Source", "ByHand")]
    public void Fit_Piecewise_IsEventsOverExposurePieceByPiece()
    {
        ParametricFit fit = MaximumLikelihood.Fit(new PiecewiseExponentialModel([15, 35]), [10, 20, 30, 40], [true, true, true, false]);
        PiecewiseExponentialHazard hazard = (PiecewiseExponentialHazard)fit.Hazard;

        Close.Relative(1.0 / 55.0, hazard.PerDay[0], 1e-13);
        Close.Relative(2.0 / 40.0, hazard.PerDay[1], 1e-13);
        Assert.Equal(0.0, hazard.PerDay[2]);
        Assert.Equal(2, fit.Parameters.Length);
    }

    // An event on the cut belongs to the piece that ends there.
    [Fact, Trait("Source", "ByHand")]
    public void Fit_PiecewiseEventOnCut_CountsBefore()
    {
        ParametricFit fit = MaximumLikelihood.Fit(new PiecewiseExponentialModel([20]), [10, 20, 30], [true, true, true]);
        PiecewiseExponentialHazard hazard = (PiecewiseExponentialHazard)fit.Hazard;

        Close.Relative(2.0 / 50.0, hazard.PerDay[0], 1e-13);
        Close.Relative(1.0 / 10.0, hazard.PerDay[1], 1e-13);
    }

    // With visits at the cuts, each piece's hazard is −ln(share surviving it)/length: 10 at risk, 4 events; 6 at risk, 3 events.
    [Fact, Trait("Source", "Theory")]
    public void Fit_PiecewiseWithVisitsAtTheCuts_IsTheLifeTable()
    {
        double[] lower = [0, 0, 0, 0, 30, 30, 30, 60, 60, 60];
        double[] upper = [30, 30, 30, 30, 60, 60, 60, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity];
        ParametricFit fit = MaximumLikelihood.Fit(new PiecewiseExponentialModel([30]), new IntervalSample(lower, upper));
        PiecewiseExponentialHazard hazard = (PiecewiseExponentialHazard)fit.Hazard;

        Close.Relative(-Math.Log(0.6) / 30.0, hazard.PerDay[0], 1e-9);
        Close.Relative(-Math.Log(0.5) / 30.0, hazard.PerDay[1], 1e-9);
    }

    [Fact, Trait("Source", "Property")]
    public void Fit_GeneralisedGamma_IsNoWorseThanItsSpecialCases() =>
        Assert.All(Sets.Keys, set =>
        {
            ParametricFit full = FitOf(set, new GeneralisedGammaModel());
            Assert.True(!full.IsEstimable || full.LogLikelihood >= FitOf(set, new WeibullModel()).LogLikelihood - 1e-9);
            Assert.True(!full.IsEstimable || full.LogLikelihood >= FitOf(set, new LogNormalModel()).LogLikelihood - 1e-9);
        });

    // Days in another unit change nothing but the unit.
    [Fact, Trait("Source", "Property")]
    public void Fit_OtherUnitOfTime_GivesTheSameCurve() =>
        Assert.All(Models.Where(m => !m.Key.StartsWith("cure", StringComparison.Ordinal)), model =>
        {
            (double[] lower, double[] upper) = Sets["veteran"];
            ParametricFit days = FitOf("veteran", model.Value);
            ParametricFit scaled = MaximumLikelihood.Fit(
                model.Value, new IntervalSample([.. lower.Select(d => d / 1e4)], [.. upper.Select(d => d / 1e4)]));

            Close.Relative(days.Hazard.MedianDays / 1e4, scaled.Hazard.MedianDays, 1e-8);
        });

    [Fact, Trait("Source", "ByHand")]
    public void Fit_DegenerateData_GivesTheReason()
    {
        Assert.All(Models.Values, model =>
        {
            Assert.Equal(NotEstimable.NoPatients, MaximumLikelihood.Fit(model, [], []).Reason);
            Assert.Equal(NotEstimable.NoEvents, MaximumLikelihood.Fit(model, [1, 2], [false, false]).Reason);

            // One patient, everybody at once, one event: numbers or a reason.
            foreach (ParametricFit fit in (ParametricFit[])
                [
                    MaximumLikelihood.Fit(model, [5], [true]),
                    MaximumLikelihood.Fit(model, [5, 5, 5], [true, true, true]),
                    MaximumLikelihood.Fit(model, [5, 6, 7], [true, false, false]),
                    MaximumLikelihood.Fit(model, new IntervalSample([0, 0], [4, 4])),
                ])
            {
                Assert.True(double.IsFinite(fit.LogLikelihood) && double.IsFinite(fit.Aic));
                Assert.All(fit.Parameters, p => Assert.True(double.IsFinite(p.Transformed) && double.IsFinite(p.StandardError)));
            }
        });
        Assert.Equal(NotEstimable.EventAtStart, MaximumLikelihood.Fit(new WeibullModel(), [0, 2], [true, true]).Reason);
        Assert.Equal(NotEstimable.None, MaximumLikelihood.Fit(new ExponentialModel(), [0, 2], [true, true]).Reason);
        Assert.Equal(NotEstimable.Diverges, MaximumLikelihood.Fit(new WeibullModel(), [5, 5, 5], [true, true, true]).Reason);
    }

    // Everybody has the event by an exponential's quantiles: no room for a cured share.
    [Fact, Trait("Source", "Theory")]
    public void Fit_NobodyCured_LiesOnTheBoundary()
    {
        double[] days = [.. Enumerable.Range(1, 50).Select(i => -100.0 * Math.Log(1.0 - ((i - 0.5) / 50.0)))];
        ParametricFit fit = MaximumLikelihood.Fit(new CureMixtureModel(new WeibullModel()), days, [.. days.Select(_ => true)]);

        Assert.Equal(NotEstimable.OnBoundary, fit.Reason);
        Assert.Equal(0.0, ((CureMixtureHazard)fit.Hazard).CuredProbability);
        Assert.True(fit.LogLikelihood < 0.0);
    }

    // A quarter of a million exact quantiles of a Weibull with shape 1.4 and scale 200 give these back.
    [Fact, Trait("Source", "Theory")]
    public void Fit_ManyPatients_FindsTheTruth()
    {
        const int Count = 250_000;
        double[] days = new double[Count];
        WeibullHazard truth = new(1.4, 200.0);
        for (int i = 0; i < Count; i++)
        {
            days[i] = truth.DayOf(-Math.Log((i + 0.5) / Count));
        }

        WeibullHazard found = (WeibullHazard)MaximumLikelihood.Fit(new WeibullModel(), days, [.. days.Select(_ => true)]).Hazard;

        Close.Relative(1.4, found.Shape, 1e-4);
        Close.Relative(200.0, found.ScaleDays, 1e-4);
    }

    private static double Upper(ReferenceRow row) => row["upper"] == "Inf" ? double.PositiveInfinity : row.Number("upper");

    private static ParametricFit FitOf(string set, ParametricModel model) =>
        MaximumLikelihood.Fit(model, new IntervalSample(Sets[set].Lower, Sets[set].Upper));

    // The likelihood from the returned hazard, patient by patient.
    private static double Sum(Hazard hazard, string set) => Sets[set].Lower.Zip(Sets[set].Upper).Sum(pair =>
        pair.First == pair.Second ? Math.Log(hazard.At(pair.First) * hazard.Survival(pair.First))
            : Math.Log(hazard.Survival(pair.First) - (double.IsPositiveInfinity(pair.Second) ? 0.0 : hazard.Survival(pair.Second))));
}
