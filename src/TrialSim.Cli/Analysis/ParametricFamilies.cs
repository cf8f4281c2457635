using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis;

/// <summary>The parametric families that are fitted to patients, by <c>analyze</c> and by <c>fit</c>.</summary>
internal static class ParametricFamilies
{
    private const string Cure = "cure_";

    /// <summary>Every family, under the name that tables and files give it.</summary>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for no such family.</param>
    public static IEnumerable<(string Name, ParametricModel Model)> Of(IReadOnlyList<double> cuts)
    {
        yield return ("exponential", new ExponentialModel());
        yield return ("weibull", new WeibullModel());
        yield return ("gompertz", new GompertzModel());
        yield return ("log_normal", new LogNormalModel());
        yield return ("log_logistic", new LogLogisticModel());
        yield return ("generalised_gamma", new GeneralisedGammaModel());
        yield return (Cure + "exponential", new CureMixtureModel(new ExponentialModel()));
        yield return (Cure + "weibull", new CureMixtureModel(new WeibullModel()));
        if (cuts.Count > 0)
        {
            yield return ("piecewise_exponential", new PiecewiseExponentialModel([.. cuts]));
        }
    }

    /// <summary>The family of those who are not cured.</summary>
    /// <param name="family">Name of a family with cured patients.</param>
    public static string UncuredOf(string family) => family[Cure.Length..];
}
