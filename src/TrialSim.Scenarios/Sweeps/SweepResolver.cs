using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;
using TrialSim.Statistics.Sampling;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>Finds what a sweep varies, with every value written out. Whether the values can stand where they are put shows when a cell is read.</summary>
/// <param name="root">The scenario that is varied.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SweepResolver(MappingNode root, ProblemList problems)
{
    // How much is simulated is not varied: all cells share it, and it is what makes them comparable.
    private static readonly string[] Blocks = ["design", "truth"];

    private readonly List<string> _taken = [];

    /// <summary>The sweep, as far as it could be understood.</summary>
    public ResolvedSweep Resolve(SweepDocument document)
    {
        DocumentPath path = DocumentPath.Root.Key("sweep");
        if (document is { Vary: null, Paired: null, Sobol: null } && !problems.HasErrorIn(path))
        {
            problems.Error(path, "Nothing is varied here. Write vary, paired or sobol, such as sweep: {vary: {design.patients: [100, 150, 200]}}.");
        }

        ImmutableArray<SweepDimension> varied = [.. (document.Vary?.Entries ?? []).Select(entry => OfKey(entry.Key, entry.Value, path.Key("vary").Key(entry.Key))).OfType<SweepDimension>()];
        ImmutableArray<SweepDimension> paired =
            [.. (document.Paired?.Items ?? []).Select((group, index) => OfGroup(group, path.Key("paired")[index])).OfType<SweepDimension>()];
        ImmutableArray<SweepDimension> sampled = document.Sobol is { } sobol && OfSample(sobol, path.Key("sobol")) is { } sample ? [sample] : [];
        ImmutableArray<SweepDimension> all = [.. varied, .. paired, .. sampled];
        double cells = all.Aggregate(1.0, (product, dimension) => product * dimension.Levels.Length);
        if (cells > Limits.SweepCells)
        {
            problems.Error(path, $"The sweep has {cells:N0} cells. Write at most {Limits.SweepCells:N0}: fewer values, or a sample with sobol.");
        }

        SweepDocument written = new()
        {
            Vary = varied.IsEmpty ? null : new([.. varied.Select(dimension => KeyValuePair.Create<string, LevelsDocument?>(dimension.Keys[0], new LevelsDocument { Values = ListOf(dimension, 0) }))]),
            Paired = paired.IsEmpty ? null : new([.. paired.Select(dimension => new Named<Listed<AnyValue>>([.. dimension.Keys.Select((key, index) => KeyValuePair.Create<string, Listed<AnyValue>?>(key, ListOf(dimension, index)))]))]),
            Sobol = document.Sobol is { } resolved ? resolved with { Over = WithScales(resolved.Over) } : null,
        };
        return new ResolvedSweep(all, written);
    }

    private static Listed<AnyValue> ListOf(SweepDimension dimension, int key) => new([.. dimension.Levels.Select(level => new AnyValue(level[key]))]);

    private static Named<SpanDocument>? WithScales(Named<SpanDocument>? over) => over is null ? null
        : new([.. over.Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is { } span ? span with { Scale = span.Scale ?? Defaults.LevelScale } : null))]);

    private SweepDimension? OfKey(string key, LevelsDocument? levels, DocumentPath path)
    {
        if (!Take(key, path) || levels is null || problems.HasErrorIn(path))
        {
            return null;
        }

        if (levels.Values is { } values)
        {
            if (values.Items.OfType<AnyValue>().GroupBy(value => YamlWriter.Line(value.Node)).FirstOrDefault(same => same.Count() > 1) is { Key: string twice })
            {
                problems.Error(path, $"{Advice.Quote(twice)} is given twice. Write each value once.");
                return null;
            }

            return new SweepDimension([key], [.. values.Items.OfType<AnyValue>().Select(value => ImmutableArray.Create(value.Node))], LevelOrder.Sequence);
        }

        if (levels is not { From: { } from, To: { } to, Steps: int steps })
        {
            problems.Error(path, "Write the values as a list, [100, 150, 200], or from, to and steps, {from: 0.6, to: 0.9, steps: 4}.");
            return null;
        }

        if (ValuesBetween(from, to, levels.Scale, key, path) is not { } between)
        {
            return null;
        }

        TextMark mark = problems.Source.MarkOf(path.Key("from"));
        ImmutableArray<YamlNode> nodes = [.. Enumerable.Range(0, steps).Select(step => between.At(step / (steps - 1.0), mark))];
        if (nodes.Distinct().Count() < steps)
        {
            problems.Error(path, $"{steps} steps give some values twice. Write fewer steps, or ends that lie further apart.");
            return null;
        }

        return new SweepDimension([key], [.. nodes.Select(ImmutableArray.Create)], LevelOrder.Sequence);
    }

    private SweepDimension? OfGroup(Named<Listed<AnyValue>>? group, DocumentPath path)
    {
        bool areFree = (group?.Entries ?? []).Select(entry => Take(entry.Key, path.Key(entry.Key))).ToArray().All(isFree => isFree);
        if (group is null || !areFree || problems.HasErrorIn(path))
        {
            return null;
        }

        ImmutableArray<(string Key, ImmutableArray<AnyValue?> Values)> lists = [.. group.Entries.Select(entry => (entry.Key, entry.Value!.Items))];
        if (lists.FirstOrDefault(list => list.Values.Length != lists[0].Values.Length) is { Key: string other, Values.Length: int length })
        {
            problems.Error(path.Key(other), $"{lists[0].Key} has {lists[0].Values.Length} values and {other} has {length}. Keys that move together have lists of equal length.");
            return null;
        }

        return new SweepDimension(
            [.. lists.Select(list => list.Key)],
            [.. Enumerable.Range(0, lists[0].Values.Length).Select(level => lists.Select(list => list.Values[level]!.Node).ToImmutableArray())],
            LevelOrder.Sequence);
    }

    private SweepDimension? OfSample(SobolDocument sobol, DocumentPath path)
    {
        List<(string Key, LevelValues Values, TextMark Mark)> spans = [];
        foreach ((string key, SpanDocument? span) in sobol.Over?.Entries ?? [])
        {
            DocumentPath place = path.Key("over").Key(key);
            if (Take(key, place) && span is { From: { } from, To: { } to } && ValuesBetween(from, to, span.Scale, key, place) is { } values)
            {
                spans.Add((key, values, problems.Source.MarkOf(place.Key("from"))));
            }
        }

        if (sobol.Points is not int points || problems.HasErrorIn(path))
        {
            return null;
        }

        return new SweepDimension(
            [.. spans.Select(span => span.Key)],
            [.. Enumerable.Range(0, points).Select(point => spans.Select((span, index) => (YamlNode)span.Values.At(SobolSequence.At((uint)point, index), span.Mark)).ToImmutableArray())],
            LevelOrder.Sample);
    }

    private LevelValues? ValuesBetween(Amount from, Amount to, LevelScale? scale, string key, DocumentPath path)
    {
        string fault = !LevelValues.AreAlike(from, to) ? "One end is a number and the other a duration. Write two of one kind."
            : from.Figure == to.Figure ? "Both ends are the same. Write two that differ."
            : scale == LevelScale.Log && (from.Figure <= 0 || to.Figure <= 0) ? "Equal ratios need ends above 0. Write such ends, or scale: linear."
            : "";
        if (fault.Length > 0)
        {
            problems.Error(path, fault);
            return null;
        }

        Type? type = TreeSettings.TypeAt(root, key);
        bool isWhole = type == typeof(int) || type == typeof(long) || type == typeof(ulong);
        return new LevelValues(from, to, scale ?? Defaults.LevelScale, isWhole ? LevelRounding.Whole : LevelRounding.None);
    }

    // Whether a key can be varied, and is not yet.
    private bool Take(string key, DocumentPath path)
    {
        string[] names = key.Split('.');
        string? clash = _taken.FirstOrDefault(taken => taken == key || taken.StartsWith(key + ".", StringComparison.Ordinal) || key.StartsWith(taken + ".", StringComparison.Ordinal));
        string fault = names.Contains("") || names.Length < 2 || !Blocks.Contains(names[0])
            ? $"{Advice.Quote(key)} cannot be varied. Write a key of {Advice.List(Blocks)}, with dots, such as design.patients or truth.effects.0.hazard_ratio."
            : clash == key ? $"{Advice.Quote(key)} is varied twice. Write all its values in one place."
            : clash is not null ? $"{Advice.Quote(key)} and {Advice.Quote(clash)} are both varied, and one holds the other. Vary one of them."
            : "";
        _taken.Add(key);
        if (fault.Length > 0)
        {
            problems.Error(path, fault);
        }

        return fault.Length == 0;
    }
}
