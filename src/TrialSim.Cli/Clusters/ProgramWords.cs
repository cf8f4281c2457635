namespace TrialSim.Cli.Clusters;

/// <summary>The words that start this program again, from wherever it was started.</summary>
internal static class ProgramWords
{
    /// <summary>The program, by its whole path; where it runs on the shared runtime, the runtime and the program.</summary>
    public static IReadOnlyList<string> OfThis()
    {
        string process = Environment.ProcessPath ?? throw new InvalidOperationException("The operating system does not say what runs this program.");
        string library = Path.Combine(AppContext.BaseDirectory, "trialsim.dll");
        return Path.GetFileNameWithoutExtension(process) == "trialsim" ? [process] : [process, library];
    }
}
