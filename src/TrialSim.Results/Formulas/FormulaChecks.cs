using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Formulas;

/// <summary>Sets what formulas foretell of a trial beside what its simulation shows.</summary>
public static class FormulaChecks
{
    /// <summary>A row for each forecast, in its order; then one for each thing without a formula.</summary>
    /// <param name="design">The design of the trial.</param>
    /// <param name="forecast">What formulas foretell.</param>
    /// <param name="simulated">What the simulation shows.</param>
    public static IReadOnlyList<FormulaCheck> Of(TrialDesign design, TrialForecast forecast, IReadOnlyList<OperatingCharacteristic> simulated) =>
        [.. Figures(design, forecast, simulated), .. forecast.Gaps.Select(gap => Of(design, gap))];

    // By tables: there are many figures, and several times as many rows.
    private static IEnumerable<FormulaCheck> Figures(TrialDesign design, TrialForecast forecast, IReadOnlyList<OperatingCharacteristic> simulated)
    {
        Dictionary<(string Look, string Endpoint, string Analysis, string Arm, string Measure), OperatingCharacteristic> rows = [];
        foreach (OperatingCharacteristic row in simulated)
        {
            rows.TryAdd((row.Look, row.Endpoint, row.Analysis, row.Arm, row.Measure), row);
        }

        HashSet<string> partlyReached = [.. simulated.Where(row => row.Measure == Measures.LookReached && row.Value < 1.0).Select(row => row.Look)];
        return forecast.Figures.Where(figure => figure.Method != ForecastMethod.LachinFoulkes).Select(figure => Of(design, figure, rows, partlyReached));
    }

    private static FormulaCheck Of(
        TrialDesign design, Forecast figure, Dictionary<(string Look, string Endpoint, string Analysis, string Arm, string Measure), OperatingCharacteristic> rows, HashSet<string> partlyReached)
    {
        (string measure, string unit) = NameOf(figure.Measure);
        double formula = unit == "months" ? figure.Value / DaysPer.Month : figure.Value;
        string look = design.Looks[figure.Look].Name;
        string endpoint = NameAt(figure.Endpoint, index => design.Endpoints[index].Name);
        string analysis = NameAt(figure.Analysis, index => design.Analyses[index].Name);
        string arm = figure.Control == Forecast.None
            ? NameAt(figure.Arm, index => design.Arms[index].Name)
            : RowNames.Of(design, new RowKey(figure.Look, figure.Endpoint, figure.Analysis, figure.Arm, figure.Control, default)).Arms;
        OperatingCharacteristic row = rows.GetValueOrDefault((look, endpoint, analysis, arm, measure))
            ?? new OperatingCharacteristic(look, endpoint, analysis, arm, measure, unit, null, null, null, null, 0, 0);

        // The time of a look and the power by then hold all the same, and so do events that a look waits for.
        bool isPartlyReached = figure.Measure is not (ForecastMeasure.LookTime or ForecastMeasure.CumulativePower)
            && !(figure.Measure == ForecastMeasure.Events && row.MonteCarloStandardError == 0.0)
            && partlyReached.Contains(look);
        string[] notes = [figure.Note, isPartlyReached ? $"Not every replicate reaches {look}, which the formula does not know." : ""];
        return new FormulaCheck(
            look, endpoint, analysis, arm, measure, unit, SnakeCase.Of(figure.Method.ToString()), formula, row, DistanceOf(row, formula),
            string.Join(' ', notes.Where(note => note.Length > 0)));
    }

    private static FormulaCheck Of(TrialDesign design, ForecastGap gap)
    {
        string look = NameAt(gap.Look, index => design.Looks[index].Name);
        string endpoint = NameAt(gap.Endpoint, index => design.Endpoints[index].Name);
        string analysis = NameAt(gap.Analysis, index => design.Analyses[index].Name);
        string arm = NameAt(gap.Arm, index => design.Arms[index].Name);
        OperatingCharacteristic nothing = new(look, endpoint, analysis, arm, "", "", null, null, null, null, 0, 0);
        return new FormulaCheck(look, endpoint, analysis, arm, "", "", FormulaCheck.NoFormula, null, nothing, null, gap.Why);
    }

    /// <summary>
    /// A share near 0 or 1 shows too small an error, or none, when it happens to be nearer still; the error that the formula's own value implies is then the larger.
    /// </summary>
    private static double? DistanceOf(OperatingCharacteristic row, double formula)
    {
        double implied = row.Measure is Measures.Power or Measures.CumulativePower && row.Replicates > 0 ? Math.Sqrt(formula * (1.0 - formula) / row.Replicates) : 0.0;
        return row.Value is double value && row.MonteCarloStandardError is double error && Math.Max(error, implied) is > 0.0 and double larger
            ? (value - formula) / larger
            : null;
    }

    private static string NameAt(int index, Func<int, string> name) => index == Forecast.None ? "" : name(index);

    private static (string Measure, string Unit) NameOf(ForecastMeasure measure) => measure switch
    {
        ForecastMeasure.LookTime => (Measures.LookTime, "months"),
        ForecastMeasure.Events => (Measures.Events, "events"),
        ForecastMeasure.Power => (Measures.Power, "probability"),
        ForecastMeasure.CumulativePower => (Measures.CumulativePower, "probability"),
        ForecastMeasure.MeanZ => (Measures.MeanZ, "z"),
        ForecastMeasure.HazardRatio => (Measures.HazardRatio, "ratio"),

        // The true median is where half of the trials report more; the mean over trials lies beyond it, because long medians are further off than short ones.
        ForecastMeasure.Median => (Measures.QuantileOf(Measures.MedianSurvival, 0.5), "months"),
        ForecastMeasure.MilestoneSurvival => (Measures.MilestoneSurvival, "probability"),
        ForecastMeasure.MilestoneDifference => (Measures.MilestoneDifference, "probability"),
        ForecastMeasure.RestrictedMean => (Measures.RestrictedMean, "months"),
        ForecastMeasure.RestrictedMeanDifference => (Measures.RestrictedMeanDifference, "months"),
        ForecastMeasure.RestrictedMeanRatio => (Measures.RestrictedMeanRatio, "ratio"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };
}
