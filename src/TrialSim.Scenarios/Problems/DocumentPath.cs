namespace TrialSim.Scenarios.Problems;

/// <summary>Keys and indices that lead from the root of a document to one of its values.</summary>
/// <param name="Text">Written out: <c>truth.effects[0].on</c>; empty for the root.</param>
internal readonly record struct DocumentPath(string Text)
{
    /// <summary>The whole document.</summary>
    public static DocumentPath Root => new(string.Empty);

    /// <summary>The path of the mapping or list that holds this value; the root holds itself.</summary>
    public DocumentPath Parent
    {
        get
        {
            int end = Text.AsSpan().LastIndexOfAny('.', '[');
            return end < 0 ? Root : new DocumentPath(Text[..end]);
        }
    }

    /// <summary>The item of a list.</summary>
    public DocumentPath this[int index] => new($"{Text}[{index}]");

    /// <summary>The value of a key.</summary>
    public DocumentPath Key(string key) => new(Text.Length == 0 ? key : $"{Text}.{key}");

    /// <summary>Whether this is <paramref name="ancestor"/> or lies in it.</summary>
    public bool IsWithin(DocumentPath ancestor) =>
        Text.StartsWith(ancestor.Text, StringComparison.Ordinal)
        && (ancestor.Text.Length == 0 || Text.Length == ancestor.Text.Length || Text[ancestor.Text.Length] is '.' or '[');

    /// <inheritdoc/>
    public override string ToString() => Text;
}
