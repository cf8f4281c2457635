namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>The point at which means are adjusted for covariates.</summary>
internal static class AdjustmentPoint
{
    /// <summary>A weight for each term: the mean over the rows of a number, an equal share for each level of a category.</summary>
    public static double[] Of(AnalysisData data, IReadOnlyList<CovariateTerm> terms, IReadOnlyList<int> rows)
    {
        Covariate[] categories = [.. data.Covariates.Where(covariate => covariate.Reference.Length > 0)];
        return
        [
            .. terms.Select(term => categories.FirstOrDefault(category => category.Terms.Contains(term)) is Covariate category
                ? 1.0 / (category.Terms.Count + 1)
                : rows.Count == 0 ? 0.0 : rows.Average(row => term.Values[row])),
        ];
    }
}
