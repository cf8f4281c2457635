using System.Collections.Immutable;

namespace TrialSim.Scenarios.Problems;

/// <summary>Collects what is wrong with one file, so that everything is reported together.</summary>
internal sealed class ProblemList(string file)
{
    private const int MaxErrors = 1_000;

    private readonly List<(DocumentPath Path, ScenarioProblem Problem)> _errors = [];
    private readonly List<ScenarioProblem> _warnings = [];

    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Where the values of the document were written.</summary>
    public SourceMap Source { get; } = new();

    /// <summary>How many errors were reported so far.</summary>
    public int ErrorCount => _errors.Count;

    /// <summary>The errors in the order of the file.</summary>
    public ImmutableArray<ScenarioProblem> Errors => Sorted(_errors.Select(error => error.Problem));

    /// <summary>The warnings in the order of the file.</summary>
    public ImmutableArray<ScenarioProblem> Warnings => Sorted(_warnings);

    /// <summary>Reports an error at the place of a value.</summary>
    public void Error(DocumentPath path, string message) => Error(path, Source.MarkOf(path), message);

    /// <summary>Reports an error at a place of its own.</summary>
    public void Error(DocumentPath path, TextMark mark, string message)
    {
        // A hostile file may hold a mistake a byte.
        if (_errors.Count < MaxErrors)
        {
            _errors.Add((path, At(path, mark, message)));
        }
    }

    /// <summary>Reports something that is allowed and probably not meant.</summary>
    public void Warning(DocumentPath path, string message) => Warning(path, Source.MarkOf(path), message);

    /// <summary>Reports something that is allowed and probably not meant, at a place of its own.</summary>
    public void Warning(DocumentPath path, TextMark mark, string message) => _warnings.Add(At(path, mark, message));

    /// <summary>Takes over the errors of a file that is a part of this one.</summary>
    public void Take(ProblemList part) => _errors.AddRange(part._errors);

    /// <summary>The place of a value, without a message and without reporting anything.</summary>
    public ScenarioProblem PlaceOf(DocumentPath path) => At(path, Source.MarkOf(path), string.Empty);

    /// <summary>Whether an error was reported at a value or inside it: then what follows from it is not worth checking.</summary>
    public bool HasErrorIn(DocumentPath path) => _errors.Exists(error => error.Path.IsWithin(path));

    private ScenarioProblem At(DocumentPath path, TextMark mark, string message) => new(mark.Origin ?? file, mark.Line, mark.Column, path.Text, message);

    private ImmutableArray<ScenarioProblem> Sorted(IEnumerable<ScenarioProblem> problems) =>
    [
        .. problems
            .Distinct()
            .OrderBy(problem => problem.Line == 0 ? 0 : problem.File == file ? 1 : 2)
            .ThenBy(problem => problem.Line == 0 ? string.Empty : problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal),
    ];
}
