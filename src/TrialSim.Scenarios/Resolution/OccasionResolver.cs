using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What can be an occasion: <c>randomisation</c>, <c>first tace</c>, <c>each tace</c>, a drug, a schedule of visits, an event.</summary>
internal sealed class OccasionResolver(ResolutionContext context)
{
    private const string Each = "each ";

    /// <summary>The occasion; null, with the reason reported, when it is none.</summary>
    public Occasion? Resolve(string? text, DocumentPath path)
    {
        if (text is null)
        {
            return null;
        }

        string name = text.StartsWith(Each, StringComparison.Ordinal) ? text[Each.Length..].Trim() : text;
        bool isVisit = IsNameOf(context.Visits, name);
        bool isEvent = IsNameOf(context.Events, name);
        if (isVisit && (isEvent || IsNameOf(context.Treatments, name)))
        {
            context.Problems.Error(path, $"'{name}' is a schedule of visits and {(isEvent ? "an event" : "a treatment")} too. Give one of the two another name.");
            return null;
        }

        return isVisit ? new Occasion(OccasionKind.KeptVisit, context.Visits.Find(name, path)!.Value.Index)
            : isEvent ? new Occasion(OccasionKind.Occurrence, context.Events.Find(name, path)!.Value.Index)
            : ResolveSession(text, path);
    }

    /// <summary>How an occasion is written.</summary>
    public string TextOf(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.Randomisation => Names.Randomisation,
        OccasionKind.FirstSession => context.Anchors.TextOf(new FirstSession(occasion.Subject)),
        OccasionKind.EachSession => context.Anchors.TextOf(new EachSession(occasion.Subject)),
        OccasionKind.KeptVisit => context.Visits.All[occasion.Subject].Name,
        OccasionKind.Occurrence => context.Events.All[occasion.Subject].Name,
        _ => throw new InvalidOperationException("An occasion of an unknown kind."),
    };

    private static bool IsNameOf(NameTable table, string name) => table.All.Any(reference => reference.Name == name);

    private Occasion? ResolveSession(string text, DocumentPath path)
    {
        string name = text[(text.LastIndexOf(' ') + 1)..];
        if (name != Names.Randomisation && !IsNameOf(context.Treatments, name))
        {
            string[] names =
            [
                Names.Randomisation,
                .. context.Treatments.All.Concat(context.Visits.All).Concat(context.Events.All).Select(reference => reference.Name),
            ];
            context.Problems.Error(path, $"{Advice.Quote(text)} is not an occasion.{Advice.DidYouMean(name, names)} Occasions: {Advice.List(names)}.");
            return null;
        }

        return context.Anchors.ResolveSession(text, path) switch
        {
            AtRandomisation => new Occasion(OccasionKind.Randomisation, 0),
            FirstSession first => new Occasion(OccasionKind.FirstSession, first.Treatment),
            EachSession each => new Occasion(OccasionKind.EachSession, each.Treatment),
            _ => null,
        };
    }
}
