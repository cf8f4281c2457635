using System.Globalization;
using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Log-rank tests of all arms and of each against the control: plain, weighted as asked for, and stratified where strata are named.</summary>
internal static class LogRankMethod
{
    private const string Name = "log_rank";

    public static MethodOutput Run(SurvivalData data)
    {
        Findings findings = new();
        (string Name, RankWeight Weight)[] weights = WeightsOf(data.Endpoint);
        LogRankOfArmsResult plain = LogRankOfArms.Test(data.Sample.Sorted(), RankWeight.Constant);
        foreach (LogRankGroup group in plain.Groups)
        {
            findings.Arms.Add([data.Arms[group.Arm], $"{group.Patients}", AnalysisText.Time(group.Observed), AnalysisText.Number(group.Expected)]);
            findings.Figures.Add(new AnalysisFigure(Name, data.Arms[group.Arm], "expected_events")
            {
                Value = group.Expected,
                Patients = group.Patients,
                Events = (int)group.Observed,
            });
        }

        foreach ((string name, RankWeight weight) in weights)
        {
            AddTests(data, data.Sample, name, weight, 0, findings);
            if (data.Strata.Count > 0)
            {
                AddTests(data, data.Sample.WithStrata(), $"{name}, stratified", weight, data.Strata.Count, findings);
            }
        }

        findings.Notes.Add(
            "Z is positive when the first arm named does better. Variance is hypergeometric and weights come from the pooled curve just before each event, as in R's survdiff"
            + (data.Endpoint.Delay.Count > 0 ? "; modest weights as in simtrial's mb." : "."));
        return new MethodOutput(
            "Log-rank test",
            [
                new MethodTable("Observed and expected events", 1, new ChartTable(["Arm", "Patients", "Observed", "Expected"], findings.Arms)),
                new MethodTable("Tests", 2, new ChartTable(["Comparison", "Test", "Rows", "Z", "χ²", "df", "p (two-sided)"], findings.Tests)),
            ],
            findings.Notes,
            findings.Figures);
    }

    /// <summary>The weights of the tests that a request asks for, the plain one first.</summary>
    internal static (string Name, RankWeight Weight)[] WeightsOf(SurvivalEndpoint endpoint) =>
    [
        ("log-rank", RankWeight.Constant),
        .. endpoint.Weights.Select(pair => (
            string.Create(CultureInfo.InvariantCulture, $"Fleming–Harrington ({pair.Rho}, {pair.Gamma})"),
            RankWeight.FlemingHarrington(pair.Rho, pair.Gamma))),
        .. endpoint.Delay.Count == 0
            ? Array.Empty<(string, RankWeight)>()
            :
            [
                (string.Create(CultureInfo.InvariantCulture, $"modestly weighted ({string.Join(", ", endpoint.Delay)})"),
                    RankWeight.ModestByDelay(endpoint.Delay[0], endpoint.Delay.Count > 1 ? endpoint.Delay[1] : double.PositiveInfinity)),
            ],
    ];

    private static void AddTests(SurvivalData data, SurvivalRows sample, string test, RankWeight weight, int strata, Findings findings)
    {
        if (data.Arms.Count > 2)
        {
            SurvivalSample sorted = sample.Sorted();
            LogRankOfArmsResult all = strata > 0 ? LogRankOfArms.TestStratified(sorted, weight) : LogRankOfArms.Test(sorted, weight);
            Add("all arms", test, sample.Rows, sample.Events, null, all.ChiSquare, all.DegreesOfFreedom, all.PValue, all.Reason, findings);
        }

        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            ArmRows rows = ArmRows.Of(sample, arm, strata);
            LogRankResult result = WeightedLogRank.Test(rows.Rows, rows.Ends, weight);
            Add(data.Comparison(arm), test, rows.Patients, rows.Events, result.Z, result.ChiSquare, 1, result.TwoSidedPValue, result.Reason, findings);
        }
    }

    private static void Add(
        string comparison, string test, int patients, int events, double? z, double chiSquare, int degrees, double p, NotEstimable reason, Findings findings)
    {
        string measure = new([.. test.Replace("–", "_").ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '_')]);
        AnalysisFigure figure = new(Name, comparison, string.Join('_', measure.Split('_', StringSplitOptions.RemoveEmptyEntries)))
        {
            Patients = patients,
            Events = events,
            Status = AnalysisText.Status(reason),
        };
        if (reason != NotEstimable.None)
        {
            findings.Tests.Add([comparison, test, $"{patients}", .. Enumerable.Repeat(AnalysisText.Blank, 4)]);
            findings.Notes.Add($"{comparison}, {test}: not estimable, because {AnalysisText.Reason(reason)}.");
            findings.Figures.Add(figure);
            return;
        }

        findings.Tests.Add(
        [
            comparison,
            test,
            $"{patients}",
            z is double number ? AnalysisText.Number(number) : AnalysisText.Blank,
            AnalysisText.Number(chiSquare),
            $"{degrees}",
            AnalysisText.PValue(p),
        ]);
        findings.Figures.Add(figure with { Value = z, Statistic = chiSquare, DegreesOfFreedom = degrees, PValue = p });
    }

    private sealed class Findings
    {
        public List<IReadOnlyList<string>> Arms { get; } = [];

        public List<IReadOnlyList<string>> Tests { get; } = [];

        public List<string> Notes { get; } = [];

        public List<AnalysisFigure> Figures { get; } = [];
    }
}
