using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>
/// What days can be counted from: <c>randomisation</c>, <c>rfa</c>, <c>first tace</c>, <c>each tace</c>, an event from the day it is known (<c>progression</c>),
/// <c>end of sorafenib</c>, <c>end of treatment</c>.
/// </summary>
internal sealed class AnchorResolver(NameTable treatments, Named<TreatmentDocument>? documents, NameTable events, Named<EventDocument>? eventDocuments, ProblemList problems)
{
    /// <summary>Stands for all treatments of an arm in <c>end of treatment</c>.</summary>
    public const string AllTreatments = "treatment";

    private const string Each = "each ";
    private const string First = "first ";
    private const string EndOf = "end of ";

    private readonly ImmutableArray<bool> _isFatal = EventResolver.Fatality(eventDocuments);

    /// <summary>What a treatment or visits count from; null, with the reason reported, when it is none.</summary>
    public Anchor? Resolve(string? text, DocumentPath path)
    {
        string name = NameIn(text);
        if (text is not null && text.StartsWith(EndOf, StringComparison.Ordinal))
        {
            return name == AllTreatments ? new EndOfAllTreatments() : treatments.Find(name, path) is { } over ? new EndOfTreatment(over.Index) : null;
        }

        return IsEvent(name) ? ResolveSeen(text!, name, path) : ResolveSession(text, path);
    }

    /// <summary>What effects count from: randomisation or a session; null, with the reason reported, when it is none.</summary>
    public Anchor? ResolveSession(string? text, DocumentPath path)
    {
        if (text is null or Names.Randomisation)
        {
            return new AtRandomisation();
        }

        string name = NameIn(text);
        bool isEach = text.StartsWith(Each, StringComparison.Ordinal);
        bool isFirst = text.StartsWith(First, StringComparison.Ordinal);
        if (IsEvent(name) && events.Find(name, path) is not null)
        {
            problems.Error(path, $"'{name}' is an event, and effects are counted from randomisation or a treatment. Write while: {{had: {name}}}.");
            return null;
        }

        if (treatments.Find(name, path) is not { } treatment)
        {
            return null;
        }

        if (isEach && !IsProcedure(treatment))
        {
            problems.Error(path, $"'{name}' is a drug, which has no sessions. Write '{name}' for its first dose.");
        }
        else if (!isEach && !isFirst && HasSeveralSessions(treatment, documents?.Entries.Length ?? 0))
        {
            problems.Error(path, $"'{name}' can have several sessions. Write 'each {name}' or 'first {name}'.");
        }

        return isEach && HasSeveralSessions(treatment, documents?.Entries.Length ?? 0) ? new EachSession(treatment.Index) : new FirstSession(treatment.Index);
    }

    /// <summary>How an anchor is written.</summary>
    public string TextOf(Anchor anchor) => anchor switch
    {
        EachSession each => Each + treatments.All[each.Treatment].Name,
        FirstSession first => First + treatments.All[first.Treatment].Name,
        EachSeen each => Each + events.All[each.Event].Name,
        FirstSeen first => First + events.All[first.Event].Name,
        EndOfTreatment end => EndOf + treatments.All[end.Treatment].Name,
        EndOfAllTreatments => EndOf + AllTreatments,
        AtRandomisation => Names.Randomisation,
        _ => throw new InvalidOperationException("An anchor of an unknown kind."),
    };

    /// <summary>Whether a treatment is a procedure; true where that could not be understood, so that nothing is reported twice.</summary>
    public bool IsProcedure(Reference treatment) => documents?.Entries[treatment.Index].Value?.Kind != TreatmentKind.Drug;

    private static string NameIn(string? text)
    {
        string prefix = new[] { Each, First, EndOf }.FirstOrDefault(start => text?.StartsWith(start, StringComparison.Ordinal) ?? false) ?? string.Empty;
        return (text ?? Names.Randomisation)[prefix.Length..].Trim();
    }

    // A name that is no treatment's and near to that of an event is taken for the event's, so that the message is about that.
    private bool IsEvent(string name) =>
        treatments.All.All(treatment => treatment.Name != name)
        && name != Names.Randomisation
        && (events.All.Any(one => one.Name == name)
            || (Advice.Nearest(name, events.All.Select(one => one.Name)).Length > 0 && Advice.Nearest(name, treatments.All.Select(treatment => treatment.Name)).Length == 0));

    private Anchor? ResolveSeen(string text, string name, DocumentPath path)
    {
        if (events.Find(name, path) is not { } one)
        {
            return null;
        }

        if (_isFatal[one.Index])
        {
            problems.Error(path, $"'{name}' is fatal, so nothing can follow it. Name an event that is not.");
            return null;
        }

        bool recurs = Recurs(one.Index);
        if (recurs && text == name)
        {
            problems.Error(path, $"'{name}' can happen several times. Write 'each {name}' or 'first {name}'.");
        }

        return recurs && text.StartsWith(Each, StringComparison.Ordinal) ? new EachSeen(one.Index) : new FirstSeen(one.Index);
    }

    private bool Recurs(int index) => eventDocuments?.Entries[index].Value?.Recurs == true;

    // Steps end a circle of anchors, which is reported elsewhere.
    private bool HasSeveralSessions(Reference treatment, int steps)
    {
        TreatmentDocument? document = documents?.Entries[treatment.Index].Value;
        if (document is null || document.Kind == TreatmentKind.Drug || steps == 0)
        {
            return false;
        }

        string after = document.First?.After ?? Names.Randomisation;
        bool followsEach = after.StartsWith(Each, StringComparison.Ordinal)
            && ((treatments.All.FirstOrDefault(other => other.Name == NameIn(after)) is { Name: not null } other && HasSeveralSessions(other, steps - 1))
                || (events.All.FirstOrDefault(one => one.Name == NameIn(after)) is { Name: not null } one && Recurs(one.Index)));
        return document.Repeat?.Value is not null || followsEach;
    }
}
