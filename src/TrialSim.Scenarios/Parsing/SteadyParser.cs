using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TrialSim.Scenarios.Parsing;

/// <summary>A YAML parser that answers any text it cannot read with a <see cref="YamlException"/>.</summary>
internal sealed class SteadyParser(TextReader text) : IParser
{
    private readonly Parser _parser = new(text);

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is not YamlException and not OutOfMemoryException)
        {
            // YamlDotNet's scanner meets some texts, such as a bracket that is never closed, with whatever its data structures throw.
            Mark mark = _parser.Current?.End ?? Mark.Empty;
            throw new YamlException(mark, mark, "what follows cannot be read; a bracket, a brace or a quotation mark may be open", e);
        }
    }
}
