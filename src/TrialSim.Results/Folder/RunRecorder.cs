using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Folder;

/// <summary>Takes a run's batches in order: writes <c>replicates.csv</c> as they come and adds up the summary.</summary>
public sealed class RunRecorder : IReplicateSink, IDisposable
{
    private readonly ResultsDraft _draft;
    private readonly ReplicateRecords _records;
    private readonly RunAccumulator _sum;
    private readonly CsvTable<ReplicateRecord> _table;

    /// <summary>Starts <c>replicates.csv</c> in a draft.</summary>
    public RunRecorder(ResultsDraft draft, Trial trial, CurvePlan curvePlan)
    {
        _draft = draft;
        _records = new ReplicateRecords(trial.Design);
        _sum = new RunAccumulator(trial, curvePlan);
        _table = draft.CreateTable(ResultsFiles.Replicates, ReplicateColumns.All);
    }

    /// <summary>Replicates recorded so far.</summary>
    public long Replicates => _sum.Replicates;

    /// <summary>The operating characteristics of what has been recorded so far.</summary>
    public IReadOnlyList<OperatingCharacteristic> Characteristics() => _sum.Characteristics();

    /// <summary>Writes the rows of a batch into it, which threads may do for several batches at the same time.</summary>
    public void Prepare(ReplicateBatch batch) => _records.Prepare(batch);

    /// <summary>Records the next batch, which was prepared.</summary>
    public void Add(ReplicateBatch batch) => _draft.Guarded(() =>
    {
        _sum.Add(batch);
        _table.WriteRows(batch.Prepared.WrittenSpan);
    });

    /// <summary>Closes <c>replicates.csv</c>, writes the manifest and the summary tables, and returns the summary.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="forecast">What design formulas foretell of it.</param>
    /// <param name="errors">Type I errors of the tests, from a run under the null hypothesis; none without one.</param>
    public RunSummary Finish(Manifest manifest, TrialForecast forecast, IReadOnlyList<OperatingCharacteristic> errors)
    {
        Dispose();
        RunSummary summary = _sum.Summarise(manifest, forecast);
        summary = summary with { OperatingCharacteristics = [.. summary.OperatingCharacteristics, .. errors] };
        _draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(manifest));
        _draft.WriteText(ResultsFiles.OperatingCharacteristicsJson, ResultsJson.Of(summary.OperatingCharacteristics));
        _draft.WriteTable(ResultsFiles.OperatingCharacteristics, OperatingCharacteristicColumns.All, summary.OperatingCharacteristics);
        _draft.WriteTable(ResultsFiles.Formulas, FormulaColumns.All, summary.Formulas);
        _draft.WriteTable(ResultsFiles.Curves, CurveColumns.All, summary.Curves);
        WriteUnlessEmpty(ResultsFiles.Distributions, DistributionColumns.All, summary.Distributions);
        WriteUnlessEmpty(ResultsFiles.Paths, SequentialPathColumns.All, summary.Paths);
        WriteUnlessEmpty(ResultsFiles.Examples, ExampleColumns.All, summary.Examples);
        return summary;
    }

    /// <summary>Closes <c>replicates.csv</c> if the run ended before <see cref="Finish"/>.</summary>
    public void Dispose() => _draft.Guarded(_table.Dispose);

    private void WriteUnlessEmpty<TRow>(string name, IEnumerable<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > 0)
        {
            _draft.WriteTable(name, columns, rows);
        }
    }
}
