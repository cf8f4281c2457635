using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Sweeps;

namespace TrialSim.Charts.Sweeps;

/// <summary>The lines of a figure over what a sweep varies.</summary>
internal static class SweepLines
{
    /// <summary>Of the only factor: a line for each of some figures.</summary>
    public static IReadOnlyList<SweepLine> OverOne(SweepSummary summary, IReadOnlyList<int> figures) =>
        Lines(figures.Select((figure, index) => (NameOf(summary.Figures[figure]), ColourOf(summary, figures, index), PointsOf(summary, summary.Cells, 0, figure))));

    /// <summary>Of two factors: of one figure a line along the one for each level of the other, of many levels for some.</summary>
    public static IReadOnlyList<SweepLine> OverTwo(SweepSummary summary, int figure)
    {
        int along = summary.Along;
        int other = 1 - along;
        return Lines(summary.CurveLevels.Select((level, index) =>
            (summary.Factors[other].Levels[level].Label, OkabeIto.Of(index), PointsOf(summary, summary.Cells.Where(cell => cell.Levels[other] == level), along, figure))));
    }

    /// <summary>Of one of several factors: a line for each of some figures, of means over all else.</summary>
    public static IReadOnlyList<SweepLine> OfMeans(SweepSummary summary, int factor, IReadOnlyList<int> figures) =>
        Lines(figures.Select((figure, index) => (NameOf(summary.Figures[figure]), ColourOf(summary, figures, index), MeansOf(summary, factor, figure))));

    private static SweepLine[] Lines(IEnumerable<(string Name, string Colour, SweepLinePoint[] Points)> lines) =>
        [.. lines.Where(line => line.Points.Length > 0).Select(line => new SweepLine(line.Name, line.Colour, line.Points))];

    private static string NameOf(CharacteristicName figure) => figure.Of.Length > 0 ? figure.Of : figure.Measure.Replace('_', ' ');

    // The arm's where each figure has an arm of its own.
    private static string ColourOf(SweepSummary summary, IReadOnlyList<int> figures, int index)
    {
        ArmPalette palette = new(summary.Arms);
        string[] colours = [.. figures.Select(figure => palette.ColourOf(summary.Cells[0].Figures[figure]?.Arm ?? ""))];
        return colours.Distinct().Count() == colours.Length ? colours[index] : OkabeIto.Of(index);
    }

    private static SweepLinePoint[] PointsOf(SweepSummary summary, IEnumerable<SweptCell> cells, int factor, int figure)
    {
        double[] positions = FactorAxis.PositionsOf(summary.Factors[factor]);
        return
        [
            .. cells.Where(cell => cell.Figures[figure]?.Value is not null).Select(cell => (Cell: cell, Row: cell.Figures[figure]!)).Select(pair => new SweepLinePoint(
                positions[pair.Cell.Levels[factor]],
                summary.Factors[factor].Levels[pair.Cell.Levels[factor]].Label,
                pair.Row.Value!.Value,
                pair.Row.Lower ?? pair.Row.Value.Value,
                pair.Row.Upper ?? pair.Row.Value.Value,
                pair.Row.MonteCarloStandardError,
                [
                    KeyValuePair.Create<string, JsonNode?>("cell", pair.Cell.Place.Number), KeyValuePair.Create<string, JsonNode?>("look", pair.Row.Look), KeyValuePair.Create<string, JsonNode?>("endpoint", pair.Row.Endpoint),
                    KeyValuePair.Create<string, JsonNode?>("analysis", pair.Row.Analysis), KeyValuePair.Create<string, JsonNode?>("arm", pair.Row.Arm), KeyValuePair.Create<string, JsonNode?>("measure", pair.Row.Measure),
                ])
            {
                Formula = FormulaOf(summary, pair.Cell, pair.Row),
            }).OrderBy(point => point.Position),
        ];
    }

    private static SweepLinePoint[] MeansOf(SweepSummary summary, int factor, int figure)
    {
        double[] positions = FactorAxis.PositionsOf(summary.Factors[factor]);
        return
        [
            .. RowsOf(summary, factor, figure).Where(row => row.Value.HasValue).Select(row => new SweepLinePoint(
                positions[row.Level],
                row.Label,
                row.Value!.Value,
                row.Lower ?? row.Value.Value,
                row.Upper ?? row.Value.Value,
                row.Error,
                [
                    KeyValuePair.Create<string, JsonNode?>("factor", row.Factor), KeyValuePair.Create<string, JsonNode?>("level_value", row.Label),
                    KeyValuePair.Create<string, JsonNode?>("analysis", row.Row.Analysis), KeyValuePair.Create<string, JsonNode?>("measure", row.Row.Measure), KeyValuePair.Create<string, JsonNode?>("cells", row.Cells),
                ])).OrderBy(point => point.Position),
        ];
    }

    /// <summary>The rows of a figure at the levels of a factor.</summary>
    public static IReadOnlyList<Sensitivity> RowsOf(SweepSummary summary, int factor, int figure)
    {
        CharacteristicName name = summary.Figures[figure];
        return [.. summary.Sensitivities.Where(row => row.Factor == summary.Factors[factor].Name && name.RowIn([row.Row]) is not null)];
    }

    /// <summary>The first opinion of formulas on a figure: of power over all looks the power by the last of them.</summary>
    private static double? FormulaOf(SweepSummary summary, SweptCell cell, OperatingCharacteristic row)
    {
        IEnumerable<CellFormula> candidates = summary.Formulas.Where(formula => formula.Place.Number == cell.Place.Number && formula.Check.Analysis == row.Analysis && formula.Check.Arm == row.Arm && formula.Check.Method != Results.Formulas.FormulaCheck.SecondOpinion);
        return row.Measure switch
        {
            Measures.OverallPower => candidates.LastOrDefault(formula => formula.Check.Measure == Measures.CumulativePower)?.Check.Formula,
            Measures.Power => candidates.FirstOrDefault(formula => formula.Check.Measure == Measures.Power && formula.Check.Look == row.Look)?.Check.Formula,
            Measures.TrialDuration or Measures.LookTime => candidates.LastOrDefault(formula => formula.Check.Measure == Measures.LookTime && formula.Check.Look == row.Look)?.Check.Formula,
            _ => null,
        };
    }
}
