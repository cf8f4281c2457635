using TrialSim.Results.Data;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>A linear model of the value, or of the change from baseline, on the arm, the baseline and the covariates.</summary>
internal static class AncovaMethod
{
    public static MethodOutput Run(ContinuousData data)
    {
        bool isChange = data.Baselines.Length > 0;
        CovariateTerm[] terms = [.. isChange ? [new CovariateTerm(data.Endpoint.Baseline, data.Baselines)] : Array.Empty<CovariateTerm>(), .. data.Cohort.Terms];
        return Fit(data, "ancova", isChange ? "Analysis of covariance of the change from baseline" : "Analysis of covariance", isChange ? data.Variables[1].Of : data.Variables[0].Of, terms);
    }

    public static MethodOutput RunWithoutCovariates(ContinuousData data) => Fit(data, "anova", "Analysis of variance", data.Variables[0].Of, []);

    private static MethodOutput Fit(ContinuousData data, string method, string heading, Func<int, double> response, CovariateTerm[] terms)
    {
        double confidence = data.Request.Confidence;
        string limits = $"({AnalysisText.Percent(confidence)} interval)";
        int arms = data.Arms.Count;
        int[] rows = [.. data.Rows.Where(row => !double.IsNaN(response(row)) && terms.All(term => !double.IsNaN(term.Values[row])))];
        int columns = arms + terms.Length;

        // A mean for each arm in place of a constant, so that adjusted means and their differences are plain weights.
        double[] design = new double[rows.Length * columns];
        for (int index = 0; index < rows.Length; index++)
        {
            design[(index * columns) + data.Cohort.ArmOfRow[rows[index]]] = 1.0;
            for (int term = 0; term < terms.Length; term++)
            {
                design[(index * columns) + arms + term] = terms[term].Values[rows[index]];
            }
        }

        LinearModel model = LinearModel.Fit(design, columns, [.. rows.Select(response)]);
        double[] typical = AdjustmentPoint.Of(data, terms, rows);
        Findings means = new("Adjusted means", 1, "Arm", "Patients", $"Adjusted mean {limits}", "Standard error", "t", "df", "p (two-sided)");
        Findings differences = new("Differences", 1, "Comparison", "Patients", $"Difference {limits}", "Standard error", "t", "df", "p (two-sided)");
        Findings slopes = new("Covariates", 1, "Term", "Patients", $"Slope {limits}", "Standard error", "t", "df", "p (two-sided)");
        for (int arm = 0; arm < arms; arm++)
        {
            int patients = rows.Count(row => data.Cohort.ArmOfRow[row] == arm);
            double[] weights = [.. Enumerable.Range(0, arms).Select(own => own == arm ? 1.0 : 0.0), .. typical];
            ContrastRow.Add(means, [data.Arms[arm], $"{patients}"], new AnalysisFigure(method, data.Arms[arm], "adjusted_mean") { Patients = patients }, model.Contrast(weights), confidence);
            if (arm > 0)
            {
                AnalysisFigure figure = new(method, data.Comparison(arm), "difference") { Patients = rows.Length };
                ContrastRow.Add(differences, [data.Comparison(arm), $"{rows.Length}"], figure, model.Contrast(Difference(arm, columns)), confidence);
            }
        }

        for (int term = 0; term < terms.Length; term++)
        {
            double[] weights = new double[columns];
            weights[arms + term] = 1.0;
            ContrastRow.Add(slopes, [terms[term].Name, $"{rows.Length}"], new AnalysisFigure(method, terms[term].Name, "slope") { Patients = rows.Length }, model.Contrast(weights), confidence);
        }

        Findings tests = new("Test of all arms", 1, "Effect", "F", "df", "df of error", "p");
        ContrastRow.Add(
            tests, ["all arms"], new AnalysisFigure(method, "all arms", "arms") { Patients = rows.Length }, model.Test([.. Enumerable.Range(1, arms - 1).SelectMany(arm => Difference(arm, columns))], arms - 1));
        string residual = model.IsEstimable ? $" Residual standard deviation {AnalysisText.Number(Math.Sqrt(model.ResidualVariance))}." : "";
        return Findings.Output(
            heading,
            [
                $"{Description.Counted(rows.Length, "row")}. As R's lm; adjusted means as emmeans: numbers at their mean over these rows, the levels of a category weighted equally.{residual}"
                + (method == "ancova" && data.Baselines.Length > 0 ? " The value in place of the change would give the same differences." : ""),
            ],
            [means, differences, .. terms.Length > 0 ? [slopes] : Array.Empty<Findings>(), .. arms > 2 ? [tests] : Array.Empty<Findings>()]);
    }

    private static double[] Difference(int arm, int columns)
    {
        double[] weights = new double[columns];
        weights[0] = -1.0;
        weights[arm] = 1.0;
        return weights;
    }
}
