using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model.Design;
using TrialSim.Results.Summary.Trials;

namespace TrialSim.Results.Tables;

/// <summary>What each row of a replicate is about: the same, in the same order, in every replicate of a design.</summary>
internal sealed class ReplicateRecords
{
    private static readonly Column<ReplicateRecord>[] Columns = [.. ReplicateColumns.All];

    /// <summary>The rows of a design.</summary>
    public ReplicateRecords(TrialDesign design)
    {
        Keys = new ResultLayout(design).Rows;
        Names = [.. Keys.Select(key => RowNames.Of(design, key))];
    }

    /// <summary>What the rows are about.</summary>
    public ImmutableArray<RowKey> Keys { get; }

    /// <summary>The names of what they are about.</summary>
    public ImmutableArray<RowNames> Names { get; }

    /// <summary>A row of a replicate of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="index">Place of the replicate in it, from 0.</param>
    /// <param name="result">What the replicate has shown.</param>
    /// <param name="row">Index of the row.</param>
    public ReplicateRecord Of(ReplicateBatch batch, int index, ReplicateResult result, int row) =>
        new(batch.First + (long)index, result.DayOf(Keys[row].Look), Names[row], Keys[row], result.Rows[row]) { IsStopped = result.IsStopped(Keys[row].Look) };

    /// <summary>Leaves the rows of <c>replicates.csv</c> with a batch. It keeps no state, so that threads can do it at the same time, each with its own batch.</summary>
    public void Prepare(ReplicateBatch batch)
    {
        for (int index = 0; index < batch.Count; index++)
        {
            ReplicateResult result = ReplicateResult.Of(batch, index);
            for (int row = 0; row < Keys.Length; row++)
            {
                CsvText.AppendRow(batch.Prepared, Columns, Of(batch, index, result, row));
            }
        }
    }
}
