using TrialSim.Results.Data;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The exact test of each arm's proportion against that of a null hypothesis.</summary>
internal static class BinomialMethod
{
    private const string Name = "binomial";

    public static MethodOutput Run(BinaryData data)
    {
        double hypothesis = data.Endpoint.NullProbability!.Value;
        Findings findings = new("Exact binomial test", 1, "Arm", "Patients", "Responses", "Proportion", "p (higher)", "p (lower)", "p (two-sided)");
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            (int responders, int patients) = data.ArmCounts(arm);
            ExactBinomialTest test = ExactBinomialTest.Of(responders, patients, hypothesis);
            AnalysisFigure figure = new(Name, data.Arms[arm], Name) { Patients = patients, Events = responders };
            if (!test.IsEstimable)
            {
                findings.AddMissing([data.Arms[arm], $"{patients}", $"{responders}"], figure, test.Reason);
                continue;
            }

            double share = (double)responders / patients;
            findings.Add(
                [data.Arms[arm], $"{patients}", $"{responders}", AnalysisText.Number(share), AnalysisText.PValue(test.OneSidedPValue), AnalysisText.PValue(test.OtherOneSidedPValue), AnalysisText.PValue(test.TwoSidedPValue)],
                figure with { Value = share, PValue = test.TwoSidedPValue },
                figure with { Measure = $"{Name}_higher", Value = share, PValue = test.OneSidedPValue });
        }

        return Findings.Output($"Exact binomial test against {AnalysisText.Number(hypothesis)}", ["As R's binom.test; higher and lower are one-sided."], findings);
    }
}
