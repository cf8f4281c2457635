using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace TrialSim.Scenarios.Documents;

/// <summary>The keys of a document type, read from its attributes.</summary>
internal sealed class DocumentShape
{
    private static readonly ConcurrentDictionary<Type, DocumentShape> Shapes = new();

    private DocumentShape(Type type)
    {
        DocumentAttribute attribute = type.GetCustomAttribute<DocumentAttribute>()!;
        Noun = attribute.Noun;
        HasOneKey = attribute.HasOneKey;
        ImmutableArray<DocumentKey> all =
        [
            .. type.GetProperties()
                .Where(property => property.IsDefined(typeof(KeyAttribute)))
                .Select(property => new DocumentKey(Words.Of(property.Name), property, property.GetCustomAttribute<KeyAttribute>()!))
                .OrderBy(key => key.Attribute.Line),
        ];
        Keys = [.. all.Where(key => !IsUnnamed(key.Property))];
        Shorthand = [.. all.Where(key => key.Property.IsDefined(typeof(ShorthandAttribute)))];
        OtherKeys = [.. all.Where(key => key.Property.IsDefined(typeof(OtherKeysAttribute)))];
    }

    /// <summary>What a document of this type is, with its article.</summary>
    public string Noun { get; }

    /// <summary>Whether exactly one key is written.</summary>
    public bool HasOneKey { get; }

    /// <summary>The keys in the order of their declaration.</summary>
    public ImmutableArray<DocumentKey> Keys { get; }

    /// <summary>What a single value and what a list stands for: at most one of each.</summary>
    public ImmutableArray<DocumentKey> Shorthand { get; }

    /// <summary>What takes keys of any other name: none or one.</summary>
    public ImmutableArray<DocumentKey> OtherKeys { get; }

    /// <summary>Whether a type is a document.</summary>
    public static bool IsDocument(Type type) => type.IsDefined(typeof(DocumentAttribute), inherit: false);

    /// <summary>The shape of a document type.</summary>
    public static DocumentShape Of(Type type) => Shapes.GetOrAdd(type, static t => new DocumentShape(t));

    private static bool IsUnnamed(PropertyInfo property) =>
        property.IsDefined(typeof(ShorthandAttribute)) || property.IsDefined(typeof(OtherKeysAttribute));
}
