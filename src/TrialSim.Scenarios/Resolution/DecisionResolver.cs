using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What looks may change.</summary>
internal sealed class DecisionResolver
{
    private readonly ResolutionContext _context;
    private readonly DecisionSubjects _subjects;
    private readonly NameTable _names;

    /// <summary>For the decisions of a design.</summary>
    /// <param name="context">The names.</param>
    /// <param name="subjects">What decisions are about.</param>
    /// <param name="names">Names of the decisions, in order.</param>
    public DecisionResolver(ResolutionContext context, DecisionSubjects subjects, IEnumerable<string> names)
    {
        _context = context;
        _subjects = subjects;
        _names = new NameTable("a decision of this scenario", "Decisions", names, context.Problems);
    }

    /// <summary>All decisions, as far as they could be understood.</summary>
    /// <param name="decisions">As written.</param>
    /// <param name="path">Their place.</param>
    public ImmutableArray<ResolvedDecision> ResolveAll(Named<DecisionDocument> decisions, DocumentPath path)
    {
        ImmutableArray<ResolvedDecision>.Builder resolved = ImmutableArray.CreateBuilder<ResolvedDecision>();
        for (int index = 0; index < decisions.Entries.Length; index++)
        {
            (string name, DecisionDocument? document) = decisions.Entries[index];
            DocumentPath place = path.Key(name);
            if (_context.Analyses.All.Any(analysis => analysis.Name == name) || _context.Looks.All.Any(look => look.Name == name))
            {
                _context.Problems.Error(place, $"'{name}' is an analysis or a look too, and results name both. Write another name.");
            }

            if (document is not null && Resolve(name, index, document, place) is { } decision)
            {
                resolved.Add(decision);
            }
        }

        DecisionCheck.Report(resolved.ToImmutable(), path, _subjects, _context);
        return resolved.ToImmutable();
    }

    private ResolvedDecision? Resolve(string name, int index, DecisionDocument document, DocumentPath path)
    {
        ImmutableArray<Reference> looks = document.At is null ? [.. _context.Looks.All.SkipLast(1)] : _context.Looks.FindAll(document.At, path.Key("at"));
        if (looks.IsEmpty && document.At is null && !_context.Looks.All.IsEmpty)
        {
            _context.Problems.Error(path, "The trial has one look, after which there is nothing to decide. Write an earlier look, or remove the decision.");
        }

        DecisionConditionResolver conditions = new(_context, _subjects, looks, [.. _names.All.Take(index)], _names);
        DecisionCondition condition = conditions.Resolve(document.If, path.Key("if"));
        DecisionConditionDocument written = document.If ?? DecisionConditionDocument.Always;
        if (document.Then is not { } then || new DecisionActionResolver(_context, _subjects, looks).Resolve(then, path.Key("then")) is not { } action)
        {
            return null;
        }

        return new ResolvedDecision(
            new DecisionDocument { At = new([.. looks.Select(look => look.Name)]), If = written, Then = action.Written },
            new Decision(name, [.. looks.Select(look => look.Index)], condition, action.Compiled));
    }
}
