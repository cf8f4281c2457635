namespace TrialSim.Scenarios.Problems;

/// <summary>Where in the file each value of a document was written.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, TextMark> _marks = new(StringComparer.Ordinal) { [string.Empty] = TextMark.Start };

    /// <summary>Remembers the place of a value. The first mark of a path stays.</summary>
    public void Add(DocumentPath path, TextMark mark) => _marks.TryAdd(path.Text, mark);

    /// <summary>The place of the value or, where nothing was written, of the nearest thing around it that was.</summary>
    public TextMark MarkOf(DocumentPath path)
    {
        TextMark mark;
        while (!_marks.TryGetValue(path.Text, out mark))
        {
            path = path.Parent;
        }

        return mark;
    }
}
