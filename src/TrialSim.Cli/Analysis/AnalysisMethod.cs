namespace TrialSim.Cli.Analysis;

/// <summary>A method of <c>trialsim analyze</c>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Run">Applies it to data that lack nothing.</param>
internal sealed record AnalysisMethod(string Name, Func<AnalysisData, MethodOutput> Run)
{
    /// <summary>Fewest arms that it compares.</summary>
    public int Arms { get; init; } = 1;

    /// <summary>Whether it is applied where the user names no method.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>Whether rows may begin later than 0.</summary>
    public bool TakesStart { get; init; }

    /// <summary>What the data must bring besides: a sentence that says what to write, or nothing.</summary>
    public Func<AnalysisData, string> Requirement { get; init; } = _ => "";

    /// <summary>Why the method cannot be applied and what to write; empty where it can.</summary>
    public string Lacks(AnalysisData data)
    {
        AnalysisRequest request = data.Request;
        string sentence = request.Start.Length > 0 && !TakesStart ? "does not take rows that begin late. Leave --start out, or name another method"
            : data.Arms.Count < Arms && request.Arm.Length == 0 ? "compares arms. Name their column with --arm"
            : data.Arms.Count < Arms ? $"compares {Arms} arms or more, and {request.Arm} has {data.Arms.Count}. Name another column with --arm"
            : Requirement(data);
        return sentence.Length == 0 ? "" : $"--method {Name}: {Name} {sentence}.";
    }
}
