using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What days can be counted from: <c>randomisation</c>, <c>rfa</c>, <c>first tace</c>, <c>each tace</c>.</summary>
internal sealed class AnchorResolver(NameTable treatments, Named<TreatmentDocument>? documents, ProblemList problems)
{
    private const string Each = "each ";
    private const string First = "first ";

    /// <summary>The anchor as it is written in full; null, with the reason reported, when it is none.</summary>
    public Anchor? Resolve(string? text, DocumentPath path)
    {
        if (text is null or Names.Randomisation)
        {
            return new AtRandomisation();
        }

        bool isEach = text.StartsWith(Each, StringComparison.Ordinal);
        bool isFirst = text.StartsWith(First, StringComparison.Ordinal);
        string name = (isEach ? text[Each.Length..] : isFirst ? text[First.Length..] : text).Trim();
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
        _ => Names.Randomisation,
    };

    /// <summary>Whether a treatment is a procedure; true where that could not be understood, so that nothing is reported twice.</summary>
    public bool IsProcedure(Reference treatment) => documents?.Entries[treatment.Index].Value?.Kind != TreatmentKind.Drug;

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
            && treatments.All.FirstOrDefault(other => other.Name == after[Each.Length..].Trim()) is { Name: not null } other
            && HasSeveralSessions(other, steps - 1);
        return document.Repeat?.Value is not null || followsEach;
    }
}
