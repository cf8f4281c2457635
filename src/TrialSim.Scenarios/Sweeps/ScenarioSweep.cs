using System.Collections.Immutable;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>The scenarios that a scenario's <c>sweep:</c> asks for. The file was parsed once; each of them is read from its tree, as if it had been written out.</summary>
public sealed class ScenarioSweep
{
    private readonly string _file;
    private readonly MappingNode _root;
    private readonly ScenarioOverrides _overrides;
    private readonly ImmutableArray<SweepDimension> _dimensions;
    private readonly Lazy<string> _resolved;

    internal ScenarioSweep(string file, MappingNode root, ScenarioOverrides overrides, ImmutableArray<SweepDimension> dimensions, Lazy<string> resolved)
    {
        _file = file;
        _root = root;
        _overrides = overrides;
        _dimensions = dimensions;
        _resolved = resolved;
        Keys = [.. dimensions.SelectMany(dimension => dimension.Keys)];
        Count = dimensions.Aggregate(1, (product, dimension) => product * dimension.Levels.Length);
    }

    /// <summary>The keys that are varied; none without a sweep.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>What varies, the last fastest; none without a sweep.</summary>
    public ImmutableArray<SweepAxis> Axes => [.. _dimensions.Select(dimension => new SweepAxis(dimension.Keys, dimension.Levels.Length, dimension.Order))];

    /// <summary>Cells, 1…100,000; one, the scenario itself, without a sweep.</summary>
    public int Count { get; }

    /// <summary>The scenario with every default filled in, and the sweep with every value written out.</summary>
    public string ResolvedYaml => _resolved.Value;

    /// <summary>The level of a cell on each of <see cref="Axes"/>, from 0.</summary>
    /// <param name="number">From 1 to <see cref="Count"/>.</param>
    public ImmutableArray<int> LevelsOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Count);
        int[] levels = new int[_dimensions.Length];
        int rest = number - 1;
        for (int index = _dimensions.Length - 1; index >= 0; index--)
        {
            rest = Math.DivRem(rest, _dimensions[index].Levels.Length, out levels[index]);
        }

        return [.. levels];
    }

    /// <summary>What a cell is.</summary>
    /// <param name="number">From 1 to <see cref="Count"/>.</param>
    public SweepCell CellOf(int number)
    {
        ImmutableArray<int> levels = LevelsOf(number);
        ImmutableArray<SweepNeighbour>.Builder before = ImmutableArray.CreateBuilder<SweepNeighbour>();
        int stride = Count;
        for (int index = 0; index < _dimensions.Length; index++)
        {
            SweepDimension dimension = _dimensions[index];
            stride /= dimension.Levels.Length;
            if (levels[index] > 0 && dimension.Order == LevelOrder.Sequence)
            {
                before.Add(new SweepNeighbour(string.Join(", ", dimension.Keys), number - stride));
            }
        }

        return new SweepCell(number, Keys, [.. ValuesOf(levels).Select(value => YamlWriter.Line(value.Node))], before.ToImmutable());
    }

    /// <summary>The scenario of a cell, or everything that is wrong with it; its problems name the cell.</summary>
    /// <param name="number">From 1 to <see cref="Count"/>.</param>
    /// <param name="seed">Key of its draws; null for the scenario's.</param>
    public ScenarioReading Read(int number, ulong? seed)
    {
        ProblemList problems = new(_file);
        TreeSettings settings = new(problems);
        MappingNode root = _root;
        foreach ((string key, YamlNode value) in ValuesOf(LevelsOf(number)))
        {
            root = settings.Put(root, key, value, value.Mark);
        }

        ScenarioReading reading = ScenarioReader.Read(root, _overrides with { Seed = seed ?? _overrides.Seed }, problems);
        return Keys.IsEmpty ? reading : reading with { Problems = [.. reading.Problems.Select(Named)], Warnings = [.. reading.Warnings.Select(Named)] };

        ScenarioProblem Named(ScenarioProblem problem) => problem with { Message = $"In cell {number} of the sweep ({CellOf(number)}): {problem.Message}" };
    }

    /// <summary>The scenario itself with further values in the place of its own, or everything that is wrong with it.</summary>
    internal ScenarioReading Read(ImmutableArray<Setting> settings)
    {
        ProblemList problems = new(_file);
        return ScenarioReader.Read(new TreeSettings(problems).Apply(_root, settings), _overrides, problems);
    }

    private IEnumerable<(string Key, YamlNode Node)> ValuesOf(ImmutableArray<int> levels) =>
        _dimensions.SelectMany((dimension, index) => dimension.Keys.Select((key, place) => (key, dimension.Levels[levels[index]][place])));
}
