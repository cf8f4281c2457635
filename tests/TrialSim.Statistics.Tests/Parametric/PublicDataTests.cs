using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Parametric;

/// <summary>Ten public data sets against R with many starts (Reference/parametric_public.R): the greatest maximum must be found, or none named.</summary>
public sealed class PublicDataTests
{
    private static readonly Dictionary<string, (double[] Days, bool[] HasEvent)> Sets = ReferenceRow.ReadAll("parametric_public.csv")
        .GroupBy(row => row["set"])
        .ToDictionary(set => set.Key, set => (set.Select(row => row.Number("time")).ToArray(), set.Select(row => row["status"] == "1").ToArray()));

    // The generalised gamma of these has no maximum: see the next test.
    private static readonly string[] WithoutMaximum = ["rats", "aml2", "g6MP"];

    /// <summary>A model by R's name for it.</summary>
    internal static ParametricModel Model(string name) => name switch
    {
        "exponential" => new ExponentialModel(),
        "weibull" => new WeibullModel(),
        "gompertz" => new GompertzModel(),
        "lognormal" => new LogNormalModel(),
        "loglogistic" => new LogLogisticModel(),
        "gengamma" => new GeneralisedGammaModel(),
        "cure_weibull" => new CureMixtureModel(new WeibullModel()),
        "cure_exponential" => new CureMixtureModel(new ExponentialModel()),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a model of the reference."),
    };

    [Fact, Trait("Source", "AgainstR")]
    public void Fit_PublicData_FindsTheGreatestMaximum()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("parametric_public_fits.csv").Where(row => row["model"] != "gengamma" || !WithoutMaximum.Contains(row["set"]))];

        Assert.Equal(77, rows.Length);
        Assert.All(rows, row =>
        {
            ParametricFit fit = MaximumLikelihood.Fit(Model(row["model"]), Sets[row["set"]].Days, Sets[row["set"]].HasEvent);
            Assert.True(
                Math.Abs(fit.LogLikelihood - row.Number("loglik")) < 1e-6,
                $"{row["set"]} {row["model"]}: {fit.Reason}, {fit.LogLikelihood:R} for {row["loglik"]}");
        });
    }

    // 6-MP, profile of the log likelihood over q in R (optim over mu and sigma for each q, parametric_public.R's density): q 1 −41.6587, 0 −40.6802,
    // −1 −39.9533, −2 −39.3601, −5 −38.0554, −10 −37.2028, −20 −36.7879, −30 −36.6892: it rises to the Pareto's that starts with the first event, day 6:
    // 9 ln a − Σ ln t − 9 = −36.5532 with a = 9/Σ ln(t/6) = 0.4930 over all patients. rats and aml2 rise likewise, with q → +∞, to a power of time.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_GeneralisedGammaThatRisesToALimit_SaysThatThereIsNoMaximum() =>
        Assert.All(WithoutMaximum, set =>
            Assert.Equal(NotEstimable.NoMaximum, MaximumLikelihood.Fit(new GeneralisedGammaModel(), Sets[set].Days, Sets[set].HasEvent).Reason));
}
