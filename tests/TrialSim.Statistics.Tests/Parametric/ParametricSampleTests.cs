using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Parametric;

public sealed class ParametricSampleTests
{
    private static readonly ParametricModel[] Families =
    [
        new ExponentialModel(), new WeibullModel(), new GompertzModel(), new LogNormalModel(), new LogLogisticModel(), new GeneralisedGammaModel(),
        new CureMixtureModel(new WeibullModel()), new PiecewiseExponentialModel([5, 20]),
    ];

    // Reference/parametric_late_entry.R: optim on the sum of log densities, log survival and log probabilities of intervals, less log survival at entry.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("exponential", -262.35897652)]
    [InlineData("weibull", -254.29932759)]
    [InlineData("gompertz", -255.88919726)]
    [InlineData("lognormal", -255.83470292)]
    [InlineData("loglogistic", -255.14504354)]
    [InlineData("gengamma", -254.21254449)]
    public void Fit_LateEntryAndIntervals_MatchesTheLikelihoodInR(string family, double logLikelihood)
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("parametric_late_entry.csv")];
        double[] upper = [.. rows.Select(row => row["upper"] == "Inf" ? double.PositiveInfinity : row.Number("upper"))];
        IntervalSample sample = new([.. rows.Select(row => row.Number("lower"))], upper);

        ParametricFit fit = MaximumLikelihood.Fit(PublicDataTests.Model(family), ParametricSample.Of(sample, [.. rows.Select(row => row.Number("start"))]));

        Assert.Equal(NotEstimable.None, fit.Reason);
        Assert.Equal(120, fit.Patients);
        Assert.Equal(logLikelihood, fit.LogLikelihood, 2e-8);
    }

    // An exponential forgets: entering late is the same as starting the clock then.
    [Fact, Trait("Source", "Theory")]
    public void Fit_ExponentialWithLateEntry_IsEventsOverExposure()
    {
        ParametricFit fit = MaximumLikelihood.Fit(
            new ExponentialModel(), ParametricSample.Of(IntervalSample.OfRightCensored([10, 20, 30], [true, false, true]), [4, 0, 6]));

        Close.Relative(2.0 / (6.0 + 20.0 + 24.0), ((ExponentialHazard)fit.Hazard).PerDay, 1e-12);
    }

    // 30,000 distinct times, every third censored, every fifth entered late: the sum over nodes is the sum over patients, whatever the family.
    [Fact, Trait("Source", "Theory")]
    public void Fit_ManyPatients_MaximisesTheSumOverAllOfThem()
    {
        const int Count = 30_000;
        double[] days = new double[Count];
        double[] entry = new double[Count];
        bool[] hasEvent = new bool[Count];
        CureMixtureHazard truth = new(0.15, new LogNormalHazard(12.0, 0.8));
        for (int i = 0; i < Count; i++)
        {
            // A golden-ratio sequence in place of chance.
            double share = i * 0.6180339887498949 % 1.0;
            double day = truth.DayOf(-Math.Log(1.0 - ((i + 0.5) / Count)));
            double end = 10.0 + (40.0 * share);
            hasEvent[i] = day <= end;
            days[i] = Math.Min(day, end);
            entry[i] = i % 5 == 0 ? 0.3 * days[i] : 0.0;
        }

        ParametricSample sample = ParametricSample.Of(IntervalSample.OfRightCensored(days, hasEvent), entry);
        Assert.All(Families, family =>
        {
            ParametricFit fit = MaximumLikelihood.Fit(family, sample);
            Assert.Equal(NotEstimable.None, fit.Reason);
            double sum = 0.0;
            for (int i = 0; i < Count; i++)
            {
                sum += (hasEvent[i] ? Math.Log(fit.Hazard.At(days[i])) : 0.0) - fit.Hazard.Cumulative(days[i]) + fit.Hazard.Cumulative(entry[i]);
            }

            Close.Relative(sum, fit.LogLikelihood, 1e-12);
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_EntryAfterTheLowerEnd_Throws()
    {
        Assert.Throws<ArgumentException>(() => ParametricSample.Of(new IntervalSample([3], [5]), [4]));
        Assert.Throws<ArgumentException>(() => ParametricSample.Of(new IntervalSample([3], [5]), [1, 2]));
        Assert.Equal(1, ParametricSample.Of(new IntervalSample([3], [5]), [3]).Patients);
    }
}
