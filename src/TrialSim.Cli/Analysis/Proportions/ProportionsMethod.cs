using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The proportion of each arm that responded, or that is in each category, with Wilson's and Clopper and Pearson's intervals.</summary>
internal static class ProportionsMethod
{
    public static MethodOutput Run(BinaryData data)
    {
        double confidence = data.Request.Confidence;
        bool isByLevel = data.Responses.Count == 0;
        string limits = AnalysisText.Percent(confidence);
        Findings findings = new(
            "Proportions", isByLevel ? 2 : 1, ["Arm", .. isByLevel ? [data.Endpoint.Response] : Array.Empty<string>(), "Patients", isByLevel ? "Count" : "Responses", $"Proportion ({limits} Wilson interval)", $"{limits} exact interval"]);
        long[] counts = data.Counts();
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            (int responders, int patients) = data.ArmCounts(arm);
            if (!isByLevel)
            {
                Add(findings, data.Arms[arm], [data.Arms[arm]], "proportion", responders, patients, confidence);
                continue;
            }

            for (int level = 0; level < data.Levels.Count; level++)
            {
                Add(findings, data.Arms[arm], [data.Arms[arm], data.Levels[level]], $"proportion_of_{data.Levels[level]}", (int)counts[(arm * data.Levels.Count) + level], patients, confidence);
            }
        }

        return Findings.Output("Proportions", ["The exact interval is Clopper and Pearson's, as in R's binom.test; Wilson's is that of prop.test without correction."], findings);
    }

    private static void Add(Findings findings, string arm, string[] names, string measure, int count, int patients, double confidence)
    {
        AnalysisFigure figure = new("proportions", arm, measure) { Patients = patients, Events = count };
        if (patients == 0)
        {
            findings.AddMissing(names, figure, NotEstimable.NoPatients);
            return;
        }

        Interval wilson = Binomial.Wilson(count, patients, confidence);
        Interval exact = Binomial.ClopperPearson(count, patients, confidence);
        double share = (double)count / patients;
        findings.Add(
            [.. names, $"{patients}", $"{count}", AnalysisText.Number(share, wilson.Lower, wilson.Upper), $"{AnalysisText.Number(exact.Lower)}–{AnalysisText.Number(exact.Upper)}"],
            figure with { Value = share, Lower = wilson.Lower, Upper = wilson.Upper },
            figure with { Measure = $"{measure}_exact", Value = share, Lower = exact.Lower, Upper = exact.Upper });
    }
}
