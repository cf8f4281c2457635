using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TrialSim.Scenarios.Parsing;

/// <summary>
/// YAML text to a tree of nodes with places. Anchors, aliases, tags, merge keys and further documents are refused: a scenario says
/// everything where it stands. Nesting is limited, so that a hostile file cannot exhaust the stack.
/// </summary>
internal sealed class YamlTreeReader
{
    private readonly SteadyParser _parser;
    private readonly ProblemList _problems;
    private readonly TextMark? _place;
    private readonly string? _file;

    private YamlTreeReader(string text, ProblemList problems, TextMark? place = null, string? file = null)
    {
        _parser = new SteadyParser(new StringReader(text));
        _problems = problems;
        _place = place;
        _file = file;
    }

    /// <summary>A value that stands somewhere else than in the file; false, with the reason reported, when it is no YAML.</summary>
    /// <param name="text">The value.</param>
    /// <param name="place">The place of all that is in it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="value">The value.</param>
    public static bool TryReadValue(string text, TextMark place, ProblemList problems, out YamlNode value)
    {
        value = new RefusedNode(place);
        try
        {
            int before = problems.ErrorCount;
            value = new YamlTreeReader(text, problems, place).ReadDocument();
            return problems.ErrorCount == before;
        }
        catch (YamlException e)
        {
            problems.Error(DocumentPath.Root, place, YamlFault.MessageOf(e, text));
        }
        catch (RefusedYamlException e)
        {
            problems.Error(e.Path, place, e.Message);
        }

        return false;
    }

    /// <summary>The mapping at the top of the file; false, with everything wrong reported, when there is none.</summary>
    public static bool TryRead(string text, ProblemList problems, out MappingNode root) => TryRead(text, file: null, problems, out root);

    /// <summary>The same of a file that another one extends.</summary>
    /// <param name="text">What is in the file.</param>
    /// <param name="file">The name that stands in the place of all that is in it; null for the scenario's own file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="root">The mapping.</param>
    public static bool TryRead(string text, string? file, ProblemList problems, out MappingNode root)
    {
        root = new MappingNode([], TextMark.Start with { Origin = file });
        try
        {
            switch (new YamlTreeReader(text, problems, place: null, file).ReadDocument())
            {
                case MappingNode mapping:
                    root = mapping;
                    return true;
                case SequenceNode sequence:
                    problems.Error(DocumentPath.Root, sequence.Mark, "The file is a list; a scenario is a mapping of keys. Begin with 'trialsim: 1'.");
                    return false;
                case ScalarNode { IsEmpty: false } scalar:
                    problems.Error(
                        DocumentPath.Root,
                        scalar.Mark,
                        $"The file is the text {Advice.Quote(scalar.Text)}; a scenario is a mapping of keys. Begin with 'trialsim: 1'.");
                    return false;
                default:
                    problems.Error(DocumentPath.Root, "The file is empty. Begin with 'trialsim: 1'; 'trialsim init' writes a scenario to start from.");
                    return false;
            }
        }
        catch (YamlException e)
        {
            problems.Error(DocumentPath.Root, YamlFault.MarkOf(e, text), YamlFault.MessageOf(e, text));
            return false;
        }
        catch (RefusedYamlException e)
        {
            problems.Error(e.Path, e.Mark, e.Message);
            return false;
        }
    }

    private TextMark MarkOf(Mark mark) => _place ?? new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column), _file);

    private YamlNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new ScalarNode(string.Empty, ScalarStyle.Plain, _place ?? TextMark.Start);
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = ReadNode(DocumentPath.Root, depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            _problems.Error(
                DocumentPath.Root,
                MarkOf(second.Start),
                "A second document begins here ('---'); a file holds one scenario. Put it into a file of its own.");
        }

        return root;
    }

    private YamlNode ReadNode(DocumentPath path, int depth)
    {
        if (depth > Limits.Depth)
        {
            throw new RefusedYamlException(
                path,
                MarkOf(_parser.Current?.Start ?? Mark.Empty),
                $"This is nested more than {Limits.Depth} levels deep. No scenario needs that: write it flatter.");
        }

        if (_parser.Current is AnchorAlias alias)
        {
            _parser.MoveNext();
            TextMark mark = MarkOf(alias.Start);
            _problems.Error(path, mark, $"'*{alias.Value}' is an alias; aliases are not part of the scenario language. Write the value out here.");
            return new RefusedNode(mark);
        }

        if (_parser.Current is NodeEvent start)
        {
            RefuseAnchorAndTag(path, start);
        }

        if (_parser.Current is Scalar scalar)
        {
            _parser.MoveNext();
            ScalarStyle style = scalar.Style == YamlDotNet.Core.ScalarStyle.Plain ? ScalarStyle.Plain : ScalarStyle.Quoted;
            return new ScalarNode(scalar.Value, style, MarkOf(scalar.Start));
        }

        return _parser.Current is SequenceStart ? ReadSequence(path, depth) : ReadMapping(path, depth);
    }

    private void RefuseAnchorAndTag(DocumentPath path, NodeEvent start)
    {
        if (!start.Anchor.IsEmpty)
        {
            _problems.Error(path, MarkOf(start.Start), $"'&{start.Anchor}' is an anchor; anchors are not part of the scenario language. Remove it.");
        }

        // "!" alone is what the parser gives a quoted scalar that has no tag.
        if (!start.Tag.IsEmpty && start.Tag.Value is not ("?" or "!"))
        {
            _problems.Error(
                path,
                MarkOf(start.Start),
                $"{Advice.Quote(start.Tag.Value)} is a tag; tags are not part of the scenario language. Remove it.");
        }
    }

    private SequenceNode ReadSequence(DocumentPath path, int depth)
    {
        TextMark mark = MarkOf(_parser.Consume<SequenceStart>().Start);
        ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(path[items.Count], depth + 1));
        }

        return new SequenceNode(items.ToImmutable(), mark);
    }

    private MappingNode ReadMapping(DocumentPath path, int depth)
    {
        TextMark mark = MarkOf(_parser.Consume<MappingStart>().Start);
        ImmutableArray<MappingEntry>.Builder entries = ImmutableArray.CreateBuilder<MappingEntry>();
        Dictionary<string, TextMark> seen = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = ReadNode(path, depth + 1);
            if (key is not ScalarNode { Text: string name })
            {
                _problems.Error(path, key.Mark, "A mapping or list stands where a key should. Write 'key: value'.");
                ReadNode(path, depth + 1);
                continue;
            }

            DocumentPath valuePath = path.Key(name.Length > Limits.PathLength ? name[..Limits.NameLength] + "…" : name);
            YamlNode value = ReadNode(valuePath, depth + 1);
            if (Accept(valuePath, key.Mark, name, seen))
            {
                entries.Add(new MappingEntry(name, key.Mark, value));
            }
        }

        return new MappingNode(entries.ToImmutable(), mark);
    }

    private bool Accept(DocumentPath path, TextMark mark, string name, Dictionary<string, TextMark> seen)
    {
        if (name == "<<")
        {
            _problems.Error(path, mark, "'<<' merges another mapping; merge keys are not part of the scenario language. Write the keys out here.");
            return false;
        }

        // Names are shorter; but here it is not known yet what is a name, and what keys joined by dots, as a sweep names them.
        if (name.Length > Limits.PathLength)
        {
            _problems.Error(path, mark, $"This key has {name.Length} characters. Write at most {Limits.PathLength}.");
            return false;
        }

        if (!seen.TryAdd(name, mark))
        {
            TextMark first = seen[name];
            _problems.Error(
                path,
                mark,
                $"{Advice.Quote(name)} is written twice; it first stands at line {first.Line}, column {first.Column}. Remove one of the two.");
            return false;
        }

        return true;
    }
}
