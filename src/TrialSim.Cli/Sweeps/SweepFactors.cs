using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Results.Sweeps;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Sweeps;

namespace TrialSim.Cli.Sweeps;

/// <summary>What a sweep varies, and where each cell stands in it.</summary>
internal sealed partial class SweepFactors
{
    private const int MostLetters = 60;

    private readonly ScenarioSweep _sweep;
    private readonly List<(SweepFactor Factor, Func<ImmutableArray<int>, int> LevelOf)> _all = [];

    /// <summary>Those of a sweep.</summary>
    public SweepFactors(ScenarioSweep sweep)
    {
        _sweep = sweep;
        int most = sweep.Keys.Length == 1 || (sweep.Axes.Length == 1 && sweep.Axes[0].Order == LevelOrder.Sequence) ? SweepFactor.MostLevelsAlone : SweepFactor.MostLevels;
        int stride = sweep.Count;
        int firstKey = 0;
        for (int index = 0; index < sweep.Axes.Length; index++)
        {
            SweepAxis axis = sweep.Axes[index];
            stride /= axis.Levels;
            if (axis.Order == LevelOrder.Sequence)
            {
                _all.Add(OfGrid(axis, index, stride, firstKey, most));
            }
            else
            {
                _all.AddRange(Enumerable.Range(0, axis.Keys.Length).Select(key => OfSample(axis, index, stride, firstKey + key)));
            }

            firstKey += axis.Keys.Length;
        }
    }

    /// <summary>What is varied, the last fastest.</summary>
    public ImmutableArray<SweepFactor> All => [.. _all.Select(entry => entry.Factor)];

    /// <summary>The index of the level of a cell in <see cref="SweepFactor.Levels"/> of each factor; −1 where that level is not shown.</summary>
    /// <param name="number">Number of the cell, from 1.</param>
    public ImmutableArray<int> LevelsOf(int number)
    {
        ImmutableArray<int> levels = _sweep.LevelsOf(number);
        return [.. _all.Select(entry => entry.LevelOf(levels))];
    }

    private (SweepFactor, Func<ImmutableArray<int>, int>) OfGrid(SweepAxis axis, int index, int stride, int firstKey, int most)
    {
        ImmutableArray<int> chosen = SweepFactor.Chosen(axis.Levels, most);
        string[][] values = [.. chosen.Select(level => _sweep.CellOf(1 + (level * stride)).Values.AsSpan(firstKey, axis.Keys.Length).ToArray())];
        string unit = UnitOf(values.Select(value => value[0]));
        ImmutableArray<FactorLevel> levels = [.. values.Select(value => new FactorLevel(Short(string.Join(", ", value)), PositionOf(value[0], unit)))];
        return (new SweepFactor(string.Join(", ", axis.Keys), unit, FactorKind.Grid, levels, axis.Levels), all => chosen.IndexOf(all[index]));
    }

    // Groups with equally many values; their place is the mean of these.
    private (SweepFactor, Func<ImmutableArray<int>, int>) OfSample(SweepAxis axis, int index, int stride, int key)
    {
        string[] values = [.. Enumerable.Range(0, axis.Levels).Select(level => _sweep.CellOf(1 + (level * stride)).Values[key])];
        string unit = UnitOf(values);
        double[] positions = [.. values.Select(value => PositionOf(value, unit) ?? throw new InvalidOperationException("Between two ends lie numbers and durations."))];
        int[] order = [.. Enumerable.Range(0, axis.Levels).OrderBy(level => positions[level])];
        int groups = SweepFactor.GroupsOf(axis.Levels);
        int[] groupOf = new int[axis.Levels];
        for (int rank = 0; rank < order.Length; rank++)
        {
            groupOf[order[rank]] = (int)((long)rank * groups / order.Length);
        }

        ImmutableArray<FactorLevel> levels =
        [
            .. Enumerable.Range(0, groups).Select(group => order.Where(level => groupOf[level] == group).ToArray())
                .Select(members => new FactorLevel(members.Length == 1 ? values[members[0]] : $"{Rounded(positions[members[0]], unit)} to {Rounded(positions[members[^1]], unit)}", members.Average(level => positions[level]))),
        ];
        return (new SweepFactor(_sweep.Keys[key], unit, FactorKind.Sample, levels, axis.Levels), all => groupOf[all[index]]);
    }

    private static string Rounded(double position, string unit) => ((decimal)double.Parse(position.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) + unit;

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";

    // Of durations with one unit that one, of others months; none of plain numbers.
    private static string UnitOf(IEnumerable<string> values)
    {
        string[] all = [.. values];
        string[] units = [.. all.Select(value => Unit().Match(value).Value).Distinct()];
        return !all.All(value => DurationText.TryDays(value, out _)) ? "" : units.Length == 1 && units[0].Length > 0 ? units[0] : "mo";
    }

    private static double? PositionOf(string value, string unit) =>
        unit.Length > 0 ? DurationText.TryDays(value, out double days) && DurationText.TryDays($"1{unit}", out double perUnit) ? Math.Round(days / perUnit, 9) : null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : null;

    [GeneratedRegex("(h|d|w|mo|y)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
