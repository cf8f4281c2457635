namespace TrialSim.Cli.Analysis;

/// <summary>A method of <c>trialsim analyze</c>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Shape">The data that it takes.</param>
/// <param name="Run">Applies it to data of that shape that lack nothing.</param>
/// <param name="Requirement">What data of that shape must bring besides: a sentence that says what to write, or nothing.</param>
internal sealed record AnalysisMethod(string Name, AnalysisShape Shape, Func<AnalysisData, MethodOutput> Run, Func<AnalysisData, string> Requirement)
{
    /// <summary>Fewest arms that it compares.</summary>
    public int Arms { get; init; } = 1;

    /// <summary>Whether it is applied where the user names no method.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>A method for the data of one shape.</summary>
    public static AnalysisMethod Of<TData>(string name, AnalysisShape shape, Func<TData, MethodOutput> run, Func<TData, string> requirement)
        where TData : AnalysisData =>
        new(name, shape, data => run((TData)data), data => requirement((TData)data));

    /// <summary>Why the method cannot be applied and what to write; empty where it can.</summary>
    public string Lacks(AnalysisData data)
    {
        AnalysisRequest request = data.Request;
        string sentence = request.Endpoint.Shape != Shape ? $"takes {Shape.Name}, not {request.Endpoint.Shape.Name}. Name columns with {Shape.Columns}, or another method"
            : data.Arms.Count < Arms && request.Arm.Length == 0 ? "compares arms. Name their column with --arm"
            : data.Arms.Count < Arms ? $"compares {Arms} arms or more, and {request.Arm} has {data.Arms.Count}. Name another column with --arm"
            : Requirement(data);
        return sentence.Length == 0 ? "" : $"--method {Name}: {Name} {sentence}.";
    }
}
