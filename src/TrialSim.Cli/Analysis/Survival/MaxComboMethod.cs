using System.Globalization;
using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The largest of several weighted log-rank tests of each arm against the control.</summary>
internal static class MaxComboMethod
{
    private const string Name = "max_combo";
    private static readonly (double Rho, double Gamma)[] Usual = [(0, 0), (0, 1), (1, 0), (1, 1)];

    public static MethodOutput Run(SurvivalData data)
    {
        IReadOnlyList<(double Rho, double Gamma)> pairs = data.Endpoint.Weights.Count > 0 ? data.Endpoint.Weights : Usual;
        RankWeight[] weights = [.. pairs.Select(pair => RankWeight.FlemingHarrington(pair.Rho, pair.Gamma))];
        bool isStratified = data.Strata.Count > 0;
        SurvivalRows sample = isStratified ? data.Sample.WithStrata() : data.Sample;
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            ArmRows rows = ArmRows.Of(sample, arm, isStratified ? data.Strata.Count : 0);
            MaxComboResult result = MaxCombo.Test(rows.Rows, rows.Ends, weights);
            AnalysisFigure figure = new(Name, data.Comparison(arm), "max_combo") { Patients = rows.Patients, Events = rows.Events, Status = AnalysisText.Status(result.Reason) };
            if (!result.IsEstimable)
            {
                notes.Add($"{data.Comparison(arm)}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
                figures.Add(figure);
                continue;
            }

            cells.Add(
            [
                data.Comparison(arm),
                .. result.ZByWeight.Select(AnalysisText.Number),
                AnalysisText.PValue(result.OneSidedPValue),
                AnalysisText.PValue(result.TwoSidedPValue),
            ]);
            figures.Add(figure with { Value = result.Z, Statistic = result.Z, PValue = result.TwoSidedPValue });
            figures.Add(figure with { Measure = "max_combo_one_sided", Value = result.Z, Statistic = result.Z, PValue = result.OneSidedPValue });
        }

        notes.Add("Z by Fleming and Harrington's weights (rho, gamma), positive when the first arm named does better; p-values of the largest Z from its joint normal distribution, as in simtrial's maxcombo (one-sided).");
        string[] headings = [.. pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"Z ({pair.Rho}, {pair.Gamma})"))];
        return new MethodOutput(
            isStratified ? "MaxCombo test, stratified" : "MaxCombo test",
            [new MethodTable("MaxCombo", 1, new ChartTable(["Comparison", .. headings, "p (one-sided)", "p (two-sided)"], cells))],
            notes,
            figures);
    }
}
