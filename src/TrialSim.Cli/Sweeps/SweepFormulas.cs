using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Results.Formulas;
using TrialSim.Results.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>Design formulas beside the cells of a sweep that its charts show one by one.</summary>
internal static class SweepFormulas
{
    /// <summary>Rows of cells in order; none where charts show means only.</summary>
    /// <param name="subject">The sweep.</param>
    /// <param name="log">Its cells.</param>
    /// <param name="summary">What is shown of it.</param>
    public static IReadOnlyList<CellFormula> Of(SweepSubject subject, SweepLog log, SweepSummary summary)
    {
        int[] numbers = [.. summary.CellsOnCurves.Select(cell => cell.Place.Number)];
        CellFormula[][] rows = new CellFormula[numbers.Length][];
        CellWorkers.Run(numbers.Length, Environment.ProcessorCount, index => rows[index] = OfCell(subject, log, numbers[index]), CancellationToken.None);
        return [.. rows.SelectMany(some => some)];
    }

    private static CellFormula[] OfCell(SweepSubject subject, SweepLog log, int number)
    {
        Trial trial = subject.Read(number).Scenario!.Trial;
        CellRecord record = log.Read(number);
        CellPlace place = subject.PlaceOf(number);
        return [.. FormulaChecks.Of(trial.Design, TrialForecast.Of(trial), [.. record.Figures.Select(figure => figure.Row)]).Select(check => new CellFormula(place, check))];
    }
}
