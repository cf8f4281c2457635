using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>Adds up the cells of a sweep, one after another. What is in memory does not grow with their number.</summary>
/// <param name="factors">What is varied.</param>
/// <param name="count">Cells of the sweep.</param>
public sealed class SweepAccumulator(ImmutableArray<SweepFactor> factors, int count)
{
    private const int MostTests = 3;
    private const int MostCells = 1_000;

    private readonly List<SweptCell> _cells = [];
    private readonly SortedDictionary<(int Factor, int Figure, int Level), LevelMean> _levels = [];
    private readonly SortedDictionary<(int First, int Second, int Figure, int FirstLevel, int SecondLevel), (double Sum, int Cells)> _pairs = [];
    private readonly bool _isPlane = SweepSummary.IsPlaneOf(factors);
    private ImmutableArray<CharacteristicName> _figures = [];
    private ImmutableArray<OperatingCharacteristic> _first = [];
    private ulong _seed;
    private bool _isPaired = true;

    /// <summary>Takes the next cell.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="levels">The index of its level in <see cref="SweepFactor.Levels"/> of each factor; −1 where that level is not shown.</param>
    /// <param name="record">What it has shown.</param>
    public void Add(CellPlace place, ImmutableArray<int> levels, CellRecord record)
    {
        if (place.Number == 1)
        {
            Begin(record);
        }

        _isPaired &= record.Seed == _seed;
        CellFigure?[] figures = [.. _figures.Select((name, index) => FigureIn(record, name, index))];
        if (_isPlane ? levels.All(level => level >= 0) : (place.Number - 1) % (((count - 1) / MostCells) + 1) == 0)
        {
            _cells.Add(new SweptCell(place, levels, [.. figures.Select(figure => figure?.Row)]));
        }

        for (int index = 0; index < figures.Length; index++)
        {
            if (figures[index] is { Row.Value: double value } figure)
            {
                AddToLevels(levels, index, record, figure);
                AddToPairs(levels, index, value);
            }
        }
    }

    /// <summary>What a reader is shown of all cells that were taken.</summary>
    /// <param name="manifest">What was swept.</param>
    /// <param name="arms">Arms in the order of the scenario.</param>
    /// <param name="keys">The varied keys.</param>
    public SweepSummary Finish(Manifest manifest, ImmutableArray<string> arms, ImmutableArray<string> keys) => new(manifest, arms, keys, factors, _figures, _cells)
    {
        Sensitivities = [.. _levels.Select(entry => SensitivityOf(entry.Key, entry.Value))],
        Pairs = [.. _pairs.Select(entry => new FactorPairMean(entry.Key.First, entry.Key.Second, entry.Key.FirstLevel, entry.Key.SecondLevel, entry.Key.Figure, entry.Value.Sum / entry.Value.Cells, entry.Value.Cells))],
        IsPaired = _isPaired,
    };

    private void Begin(CellRecord record)
    {
        OperatingCharacteristic[] rows = [.. record.Figures.Select(figure => figure.Row)];
        string measure = rows.Any(row => row.Measure == Measures.OverallPower) ? Measures.OverallPower : Measures.Power;
        string[] tests = [.. rows.Where(row => row.Measure == measure).Select(row => row.Analysis).Distinct().Take(MostTests)];
        CharacteristicName[] names =
        [
            .. tests.Select(test => new CharacteristicName(Measures.Power, test)),
            .. tests.Select(test => new CharacteristicName(Measures.TypeIError, test)),
            new CharacteristicName(Measures.TrialPatients, ""),
            new CharacteristicName(Measures.TrialDuration, ""),
        ];
        (CharacteristicName Name, OperatingCharacteristic? Row)[] found = [.. names.Select(name => (name, name.RowIn(rows)))];
        _figures = [.. found.Where(pair => pair.Row is not null).Select(pair => pair.Name)];
        _first = [.. found.Select(pair => pair.Row).OfType<OperatingCharacteristic>()];
        _seed = record.Seed;
    }

    // Nearly always the row that the first cell has it in; looking names up anew in each of many cells would take longer than all the rest.
    private CellFigure? FigureIn(CellRecord record, CharacteristicName name, int index)
    {
        OperatingCharacteristic first = _first[index];
        return record.Figures.FirstOrDefault(figure => figure.Row.Measure == first.Measure && figure.Row.Analysis == first.Analysis && figure.Row.Look == first.Look && figure.Row.Arm == first.Arm && figure.Row.Subject == first.Subject && figure.Row.Endpoint == first.Endpoint)
            ?? (name.RowIn(record.Figures.Select(figure => figure.Row)) is OperatingCharacteristic row ? record.Figures.First(figure => ReferenceEquals(figure.Row, row)) : null);
    }

    private void AddToLevels(ImmutableArray<int> levels, int figureIndex, CellRecord record, CellFigure figure)
    {
        for (int factor = 0; factor < levels.Length; factor++)
        {
            if (levels[factor] >= 0)
            {
                if (!_levels.TryGetValue((factor, figureIndex, levels[factor]), out LevelMean? mean))
                {
                    mean = new LevelMean();
                    _levels.Add((factor, figureIndex, levels[factor]), mean);
                }

                mean.Add(record, figure);
            }
        }
    }

    private void AddToPairs(ImmutableArray<int> levels, int figure, double value)
    {
        for (int second = 1; second < levels.Length && !_isPlane; second++)
        {
            for (int first = 0; first < second; first++)
            {
                if (levels[first] >= 0 && levels[second] >= 0)
                {
                    (int, int, int, int, int) key = (first, second, figure, levels[first], levels[second]);
                    (double sum, int cells) = _pairs.GetValueOrDefault(key);
                    _pairs[key] = (sum + value, cells + 1);
                }
            }
        }
    }

    private Sensitivity SensitivityOf((int Factor, int Figure, int Level) at, LevelMean mean)
    {
        SweepFactor factor = factors[at.Factor];
        LevelMean? against = at.Level > 0 ? _levels.GetValueOrDefault((at.Factor, at.Figure, 0)) : null;
        (double? lower, double? upper) = mean.Interval(_first[at.Figure].Unit);
        return new Sensitivity(factor.Name, at.Level, factor.Levels[at.Level].Label, _first[at.Figure], mean.Cells, mean.Value, mean.Error)
        {
            Lower = lower,
            Upper = upper,
            Difference = mean.Value - against?.Value,
            DifferenceError = against is null ? null : mean.ErrorOfDifferenceFrom(against),
        };
    }
}
