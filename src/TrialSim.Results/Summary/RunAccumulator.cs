using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Formulas;
using TrialSim.Results.Summary.Trials;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary;

/// <summary>Adds batches up, in replicate order, into operating characteristics and curves.</summary>
public sealed class RunAccumulator
{
    private readonly TrialDesign _design;
    private readonly ReplicateRecords _records;
    private readonly ImmutableArray<RowKey> _keys;
    private readonly RowAccumulator[] _rows;
    private readonly LookAccumulator[] _looks;
    private readonly Dictionary<int, TotalEventsAccumulator> _totals = [];
    private readonly TrialAccumulator _trials;
    private readonly CurveAccumulator _curves;
    private readonly ExampleAccumulator _examples;
    private readonly PathAccumulator _paths;

    /// <summary>An empty sum for a trial.</summary>
    public RunAccumulator(Trial trial, CurvePlan curvePlan)
    {
        TrialDesign design = trial.Design;
        _design = design;
        _trials = new TrialAccumulator(trial);
        _records = new ReplicateRecords(design);
        _keys = _records.Keys;
        _rows = [.. _keys.Select((key, index) => new RowAccumulator(_records.Names[index], key.Measure))];
        for (int row = 0; row < _keys.Length; row++)
        {
            if (_keys[row].Measure == RowMeasure.Count && _keys[row].Arm == design.Arms.Length - 1)
            {
                _totals.Add(row, new TotalEventsAccumulator(_records.Names[row])); // After the counts of each arm.
            }
        }

        _looks = [.. design.Looks.Select(look => new LookAccumulator(look.Name))];
        _curves = new CurveAccumulator(design, curvePlan);
        _examples = new ExampleAccumulator(design);
        _paths = new PathAccumulator(design);
    }

    /// <summary>Replicates added so far.</summary>
    public long Replicates { get; private set; }

    /// <summary>Adds a batch.</summary>
    /// <param name="batch">The next batch.</param>
    public void Add(ReplicateBatch batch) => Add(batch, static _ => { });

    /// <summary>Adds a batch and passes each of its rows on, in the order of <c>replicates.csv</c>.</summary>
    /// <param name="batch">The next batch.</param>
    /// <param name="write">Called once a row.</param>
    public void Add(ReplicateBatch batch, Action<ReplicateRecord> write)
    {
        for (int index = 0; index < batch.Count; index++)
        {
            Add(batch, index, write);
        }
    }

    /// <summary>Adds a single replicate of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="index">Place of the replicate in it, from 0.</param>
    internal void Add(ReplicateBatch batch, int index) => Add(batch, index, static _ => { });

    private void Add(ReplicateBatch batch, int index, Action<ReplicateRecord> write)
    {
        ReadOnlySpan<TrialDay> lookDays = batch.LookDaysOf(index);
        ReadOnlySpan<ResultRow> rows = batch.RowsOf(index);
        ReplicateResult result = ReplicateResult.Of(batch, index);
        _trials.Add(result);
        for (int look = 0; look < _looks.Length; look++)
        {
            _looks[look].Add(lookDays[look]);
        }

        for (int row = 0; row < rows.Length; row++)
        {
            ReplicateRecord record = _records.Of(batch, index, result, row);
            _rows[row].Add(record.Row, record.IsReached);
            if (_totals.TryGetValue(row, out TotalEventsAccumulator? total))
            {
                total.Add(rows.Slice(row + 1 - _design.Arms.Length, _design.Arms.Length), record.IsReached);
            }

            write(record);
        }

        _curves.Add(batch.CurvesOf(index));
        _examples.Add(batch.First + (uint)index, result);
        _paths.Add(batch.First + (uint)index, result, batch.StagesOf(index));
        Replicates++;
    }

    /// <summary>What the rows that every run of a design has are about: its operating characteristics without values.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="nullTests">Indices of the analyses of which a run under the null hypothesis tells the type I error; none where there is no such run.</param>
    public static IReadOnlyList<OperatingCharacteristic> Blank(Trial trial, ImmutableArray<int> nullTests)
    {
        RunAccumulator empty = new(trial, CurvePlan.None);
        return [.. empty.Characteristics(), .. empty.UnderNull(nullTests)];
    }

    /// <summary>The errors of the tests, and size, duration and stops of the trials, where what has been added is a run in which nothing that is on trial changes what is compared.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    public IReadOnlyList<OperatingCharacteristic> UnderNull(ImmutableArray<int> tests) => [.. _trials.UnderNull(tests, Characteristics().Where(row => row.Measure == Measures.Power))];

    /// <summary>The operating characteristics of what has been added, in the order of looks, endpoints, analyses and arms.</summary>
    public IReadOnlyList<OperatingCharacteristic> Characteristics()
    {
        List<OperatingCharacteristic> characteristics = [];
        for (int look = 0; look < _looks.Length; look++)
        {
            characteristics.AddRange(_looks[look].Summarise());
            for (int row = 0; row < _rows.Length; row++)
            {
                if (_keys[row].Look == look)
                {
                    characteristics.AddRange(_rows[row].Summarise().Where(characteristic => MayReject(row) || characteristic.Measure is not (Measures.Power or Measures.PowerForBenefit)));
                    if (_totals.TryGetValue(row, out TotalEventsAccumulator? total))
                    {
                        characteristics.Add(total.Summarise());
                    }
                }
            }

            characteristics.AddRange(_trials.AtLook(look));
        }

        characteristics.AddRange(_trials.OverTrial());
        return characteristics;
    }

    // After the first of two stages a trial gives up or goes on.
    private bool MayReject(int row) => !_design.Testing.TwoStage.Any(test => test.Analysis == _keys[row].Analysis && test.FirstLook == _keys[row].Look);

    /// <summary>The summary of what has been added.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="forecast">What design formulas foretell of it.</param>
    public RunSummary Summarise(Manifest manifest, TrialForecast forecast)
    {
        IReadOnlyList<OperatingCharacteristic> characteristics = Characteristics();
        return new RunSummary(
            manifest,
            [.. _design.Arms.Select(arm => arm.Name)],
            characteristics,
            _curves.Summarise(),
            _curves.Replicates,
            FormulaChecks.Of(_design, forecast, characteristics))
        {
            Examples = _examples.Summarise(),
            Distributions = [.. _rows.SelectMany(row => row.Distribution()), .. _trials.Distributions()],
            Paths = _paths.Summarise(),
        };
    }
}
