using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The names of one kind of thing, to find what a name refers to.</summary>
internal sealed class NameTable
{
    private const int MaxShown = 20;

    private readonly string _noun;
    private readonly string _plural;
    private readonly bool _isWritten;
    private readonly ProblemList _problems;
    private readonly ImmutableArray<(string Word, string Advice)> _lacking = [];

    /// <summary>The names that a mapping defines.</summary>
    /// <param name="noun">What they are names of, with its article.</param>
    /// <param name="plural">The same in the plural, capitalised.</param>
    /// <param name="names">The names; null when the mapping is missing, so that no name can be called wrong.</param>
    /// <param name="problems">Takes names that are not known.</param>
    public NameTable(string noun, string plural, IEnumerable<string>? names, ProblemList problems)
    {
        _noun = noun;
        _plural = plural;
        _isWritten = names is not null;
        _problems = problems;
        All = [.. (names ?? []).Select((name, index) => new Reference(index, name))];
    }

    private NameTable(NameTable names, string noun, ImmutableArray<(string Word, string Advice)> lacking)
    {
        _noun = noun;
        _lacking = lacking;
        _plural = names._plural;
        _isWritten = names._isWritten;
        _problems = names._problems;
        All = names.All;
    }

    /// <summary>The same names and one more.</summary>
    /// <param name="more">What the further name refers to.</param>
    /// <param name="noun">What they are names of together, with its article.</param>
    public NameTable With(Reference more, string noun) => new(this, noun, _lacking) { All = All.Add(more) };

    /// <summary>The same names, and a word that could be one of them in another scenario.</summary>
    /// <param name="word">The word.</param>
    /// <param name="advice">Why it is none here, and what to write.</param>
    public NameTable Lacking(string word, string advice) => new(this, _noun, _lacking.Add((word, advice)));

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<Reference> All { get; private init; }

    /// <summary>What a name refers to; null, with the reason reported, when it is not known.</summary>
    public Reference? Find(string? name, DocumentPath path)
    {
        foreach (Reference reference in All)
        {
            if (reference.Name == name)
            {
                return reference;
            }
        }

        if (name is null || !_isWritten)
        {
            return null;
        }

        string[] advice = [.. _lacking.Where(lacking => lacking.Word == name).Select(lacking => lacking.Advice)];
        if (advice.Length > 0)
        {
            _problems.Error(path, advice[0]);
        }
        else
        {
            string more = All.Length > MaxShown ? ", …" : string.Empty;
            string list = All.Length == 0
                ? $"There are no {_plural.ToLowerInvariant()}."
                : $"{_plural}: {Advice.List(All.Take(MaxShown).Select(reference => reference.Name))}{more}.";
            _problems.Error(path, $"{Advice.Quote(name)} is not {_noun}.{Advice.DidYouMean(name, All.Select(reference => reference.Name))} {list}");
        }

        return null;
    }

    /// <summary>What several names refer to, in the order written; each may stand once.</summary>
    public ImmutableArray<Reference> FindAll(Listed<string>? names, DocumentPath path)
    {
        ImmutableArray<Reference>.Builder found = ImmutableArray.CreateBuilder<Reference>();
        for (int i = 0; i < (names?.Items.Length ?? 0); i++)
        {
            if (Find(names!.Items[i], path[i]) is not { } reference)
            {
                continue;
            }

            if (found.Contains(reference))
            {
                _problems.Error(path[i], $"'{reference.Name}' is named twice. Remove one of the two.");
            }
            else
            {
                found.Add(reference);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Checks that a mapping has an entry for each name and for nothing else.</summary>
    /// <returns>For each name the place of its entry; empty when something is wrong.</returns>
    public ImmutableArray<int> MatchAll(ImmutableArray<string> keys, DocumentPath path, string advice)
    {
        int before = _problems.ErrorCount;
        foreach (string key in keys)
        {
            Find(key, path.Key(key));
        }

        // A misspelt name is reported as that, and not as missing too.
        IEnumerable<string> names = All.Select(reference => reference.Name);
        HashSet<string> meant = [.. keys.Select(key => names.Contains(key) ? key : Advice.Nearest(key, names))];
        string[] missing = [.. names.Where(name => !meant.Contains(name))];
        if (missing.Length > 0)
        {
            _problems.Error(path, $"There is no entry for {Advice.List(missing)}. {advice}");
        }

        return _problems.ErrorCount > before || !_isWritten ? [] : [.. All.Select(reference => keys.IndexOf(reference.Name))];
    }
}
