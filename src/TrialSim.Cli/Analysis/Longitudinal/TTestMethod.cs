using TrialSim.Results.Data;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Welch's and Student's t test of each arm against the control.</summary>
internal static class TTestMethod
{
    public static MethodOutput Run(ContinuousData data)
    {
        double confidence = data.Request.Confidence;
        Findings findings = new(
            "Tests", 3, "Comparison", "Variable", "Test", "Patients", $"Difference ({AnalysisText.Percent(confidence)} interval)", "Standard error", "t", "df", "p (two-sided)");
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            foreach ((string name, Func<int, double> of) in data.Variables)
            {
                double[] control = data.In(0, of);
                double[] experimental = data.In(arm, of);
                int patients = control.Length + experimental.Length;
                foreach ((string test, VarianceForm form) in new[] { ("Welch", VarianceForm.Welch), ("Student", VarianceForm.Pooled) })
                {
                    AnalysisFigure figure = new("t_test", data.Comparison(arm), $"{test.ToLowerInvariant()}_{name}") { Patients = patients };
                    ContrastRow.Add(findings, [data.Comparison(arm), name, test, $"{patients}"], figure, TwoSampleT.Test(control, experimental, form), confidence);
                }
            }
        }

        return Findings.Output("t tests", ["The first arm named less the second, as R's t.test with a variance for each arm (Welch) and with one (Student)."], findings);
    }
}
