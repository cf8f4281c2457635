using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>The log-rank test of interval-censored times, of all arms and of each against the control.</summary>
internal static class IntervalLogRankMethod
{
    private const string Name = "interval_log_rank";

    public static MethodOutput Run(IntervalData data)
    {
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        if (data.Arms.Count > 2)
        {
            Add(data, "all arms", _ => true);
        }

        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            int own = arm;
            Add(data, data.Comparison(arm), row => data.ArmOfRow[row] == 0 || data.ArmOfRow[row] == own);
        }

        notes.Add(
            "Z is positive when the first arm named does better. Sun's scores from the pooled curve, with the permutation variance, as R's interval::ictest: "
            + "it holds where the arms were visited on the same schedule.");
        return new MethodOutput(
            "Log-rank test of interval-censored times",
            [new MethodTable("Tests", 1, new ChartTable(["Comparison", "Rows", "Z", "χ²", "df", "p (two-sided)"], cells))],
            notes,
            figures);

        void Add(IntervalData data, string comparison, Func<int, bool> counts)
        {
            int[] rows = [.. Enumerable.Range(0, data.Lower.Length).Where(counts)];
            double[] lower = [.. rows.Select(row => data.Lower[row])];
            double[] upper = [.. rows.Select(row => data.Upper[row])];
            byte[] arms = [.. rows.Select(row => data.ArmOfRow[row])];
            IntervalLogRankResult result = IntervalLogRank.Test(new IntervalSample(lower, upper), arms);
            AnalysisFigure figure = new(Name, comparison, "log_rank") { Patients = rows.Length, Events = upper.Count(double.IsFinite), Status = AnalysisText.Status(result.Reason) };
            if (!result.IsEstimable)
            {
                notes.Add($"{comparison}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
                figures.Add(figure);
                return;
            }

            double? z = result.DegreesOfFreedom == 1 ? result.Z : null;
            cells.Add(
            [
                comparison, $"{rows.Length}", z is double number ? AnalysisText.Number(number) : AnalysisText.Blank, AnalysisText.Number(result.ChiSquare),
                $"{result.DegreesOfFreedom}", AnalysisText.PValue(result.PValue),
            ]);
            figures.Add(figure with { Value = z, Statistic = result.ChiSquare, DegreesOfFreedom = result.DegreesOfFreedom, PValue = result.PValue });
        }
    }
}
