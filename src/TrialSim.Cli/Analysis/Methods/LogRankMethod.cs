using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Methods;

/// <summary>Log-rank tests of each arm against the control, stratified as well where strata are named.</summary>
internal static class LogRankMethod
{
    private const string Name = "log_rank";

    public static MethodOutput Run(AnalysisData data)
    {
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            Add(data, data.Sample, arm, [], figures, cells, notes);
            if (data.Strata.Count > 0)
            {
                Add(data, data.Sample.WithStrata(), arm, data.Strata, figures, cells, notes);
            }
        }

        notes.Add("Z is positive when the experimental arm does better; variance is hypergeometric, as in R's survdiff.");
        ChartTable table = new(["Comparison", "Test", "Patients", "Observed", "Expected", "Z", "χ² (1 df)", "p (two-sided)"], cells);
        return new MethodOutput("Log-rank test", [new MethodTable("Tests", 2, table)], notes, figures);
    }

    private static void Add(
        AnalysisData data,
        AnalysisSample sample,
        int arm,
        IReadOnlyList<string> strata,
        List<AnalysisFigure> figures,
        List<IReadOnlyList<string>> cells,
        List<string> notes)
    {
        bool isStratified = strata.Count > 0;
        string test = isStratified ? "stratified" : "log-rank";
        string measure = isStratified ? "stratified_log_rank" : "log_rank";
        RiskRow[] rows = RiskRowsOf(sample, arm, strata.Count);
        int patients = sample.Arms.Count(own => own == 0 || own == arm);
        int observed = rows.Sum(row => row.EventsExperimental);
        LogRankResult result = LogRank.Test(rows);
        if (!result.IsEstimable)
        {
            cells.Add([data.Comparison(arm), test, $"{patients}", $"{observed}", .. Enumerable.Repeat(AnalysisText.Blank, 4)]);
            notes.Add($"{data.Comparison(arm)}, {test}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
            figures.Add(new AnalysisFigure(Name, data.Comparison(arm), measure) { Patients = patients, Events = rows.Sum(row => row.Events), Status = AnalysisText.Status(result.Reason) });
            return;
        }

        cells.Add(
        [
            data.Comparison(arm),
            test,
            $"{patients}",
            $"{observed}",
            AnalysisText.Number(observed + result.Score),
            AnalysisText.Number(result.Z),
            AnalysisText.Number(result.ChiSquare),
            AnalysisText.PValue(result.TwoSidedPValue),
        ]);
        figures.Add(new AnalysisFigure(Name, data.Comparison(arm), measure)
        {
            Value = result.Z,
            Statistic = result.ChiSquare,
            DegreesOfFreedom = 1,
            PValue = result.TwoSidedPValue,
            Patients = patients,
            Events = rows.Sum(row => row.Events),
        });
        figures.Add(new AnalysisFigure(Name, data.Comparison(arm), measure + "_expected") { Value = observed + result.Score, Patients = patients });
    }

    /// <summary>The risk table of an arm and the control, of all strata where there are any.</summary>
    internal static RiskRow[] RiskRowsOf(AnalysisSample sample, int arm, int strata)
    {
        SurvivalSample sorted = sample.Sorted();
        RiskRow[] rows = new RiskRow[sorted.Length];
        int count = strata == 0
            ? RiskTable.Fill(sorted, 0, (byte)arm, rows)
            : RiskTable.FillStratified(sorted, 0, (byte)arm, rows, new int[strata]);
        return rows[..count];
    }
}
