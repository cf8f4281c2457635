namespace TrialSim.Results.Data;

/// <summary>Collects what is wrong with a file of patient data, so that everything is reported together.</summary>
/// <param name="file">The file, as the user wrote it.</param>
public sealed class PatientFaults(string file)
{
    // A column that is wrong throughout says so often enough in this many lines.
    private const int MaxShown = 20;
    private const int LongestQuote = 40;

    private readonly List<string> _shown = [];
    private int _count;

    /// <summary>Adds a fault of the file as a whole.</summary>
    public void Add(string sentence) => Collect($"{file}: {sentence}");

    /// <summary>Adds a fault of a line.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    /// <param name="sentence">What is wrong and what to write.</param>
    public void Add(long line, string sentence) => Collect($"{file}:{line}  {sentence}");

    /// <summary>A piece of the file as it may appear in a message.</summary>
    public static string Quote(string text)
    {
        string shown = text.Length > LongestQuote ? text[..LongestQuote] + "…" : text;
        return $"'{string.Concat(shown.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter))}'";
    }

    /// <summary>Ends the reading where there are faults.</summary>
    /// <exception cref="PatientDataException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (_count == 0)
        {
            return;
        }

        int hidden = _count - _shown.Count;
        string rest = hidden == 0 ? "" : $"\n{file}: … and {hidden} more.";
        throw new PatientDataException(string.Join('\n', _shown) + rest);
    }

    private void Collect(string sentence)
    {
        _count++;
        if (_shown.Count < MaxShown)
        {
            _shown.Add(sentence);
        }
    }
}
