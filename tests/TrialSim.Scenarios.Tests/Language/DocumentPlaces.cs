using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Tests.Language;

/// <summary>Where in a scenario each type of document is written.</summary>
internal sealed class DocumentPlaces
{
    private readonly Dictionary<Type, List<DocumentPlace>> _places = [];
    private readonly List<Type> _order = [];

    /// <summary>The places in a whole scenario.</summary>
    public DocumentPlaces() => Visit(typeof(ScenarioDocument));

    /// <summary>The types of documents, each behind the first one that holds it.</summary>
    public IReadOnlyList<Type> Types => _order;

    /// <summary>Where a document of this type is written, in the order of the language.</summary>
    public IReadOnlyList<DocumentPlace> Of(Type type) => _places.GetValueOrDefault(type, []);

    /// <summary>The keys of the file (design, truth, run, …) in which a document of this type is written.</summary>
    public IReadOnlySet<string> BlocksOf(Type type) => BlocksOf(type, []);

    /// <summary>A document, a list or names of documents, or something else: the document and what is added to the path of its key.</summary>
    public static (Type? Document, string Suffix) Within(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsGenericType)
        {
            return (DocumentShape.IsDocument(type) ? type : null, string.Empty);
        }

        (Type? document, string suffix) = Within(type.GetGenericArguments()[0]);
        return (document, type.GetGenericTypeDefinition() == typeof(OrNone<>) ? suffix : $".*{suffix}");
    }

    private HashSet<string> BlocksOf(Type type, HashSet<Type> seen)
    {
        HashSet<string> blocks = new(StringComparer.Ordinal);
        if (seen.Add(type))
        {
            foreach (DocumentPlace place in Of(type))
            {
                blocks.UnionWith(place.Parent == typeof(ScenarioDocument) ? [place.Key.Name] : BlocksOf(place.Parent, seen));
            }
        }

        return blocks;
    }

    private void Visit(Type type)
    {
        _order.Add(type);
        DocumentShape shape = DocumentShape.Of(type);
        foreach (DocumentKey key in shape.Keys.Concat(shape.Shorthand).Concat(shape.OtherKeys))
        {
            (Type? document, string suffix) = Within(key.Property.PropertyType);
            if (document is null)
            {
                continue;
            }

            bool isNew = !_places.TryGetValue(document, out List<DocumentPlace>? places);
            if (isNew)
            {
                _places[document] = places = [];
            }

            bool isNamed = shape.Keys.Contains(key);
            places!.Add(new DocumentPlace(type, key, (isNamed ? $".{key.Name}" : string.Empty) + suffix));
            if (isNew && document != typeof(ScenarioDocument))
            {
                Visit(document);
            }
        }
    }
}
