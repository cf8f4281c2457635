namespace TrialSim.Fuzzing.Kinds;

/// <summary>Results of a small trial, made once and copied for each input that breaks them.</summary>
internal sealed class SampleFolders
{
    /// <summary>A trial that takes no time, with a look that stops.</summary>
    public static string Scenario { get; } = SmallScenario.With("final: {when", "interim: {when: {events: {endpoint: os, count: 8}}}\n    final: {when")
        .Replace("method: log_rank}", "method: log_rank, at: [interim, final]}", StringComparison.Ordinal)
        .Replace("method: kaplan_meier_median}", "method: kaplan_meier_median, at: [final]}", StringComparison.Ordinal)
        .Replace("replicates: 200", "replicates: 30", StringComparison.Ordinal);

    private readonly string _folder;

    private SampleFolders(string folder) => _folder = folder;

    /// <summary>The names of the folders: a run, a sweep, shards of each, a search, and a comparison.</summary>
    public static IReadOnlyList<string> Names { get; } = ["run", "sweep", "shards", "sweep-shards", "search", "comparison"];

    /// <summary>The command line of a search for the size of the trial, which takes no time, without its folder.</summary>
    public static string[] SearchOf(string scenario) =>
        ["size", scenario, "--at-least", "power:os_test=0.5", "--between", "40:120", "--accuracy", "0.3", "--replicates", "10000", "--threads", "1"];

    /// <summary>Makes them all.</summary>
    /// <param name="folder">Where.</param>
    public static SampleFolders MakeIn(string folder)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "trial.yaml");
        File.WriteAllText(file, Scenario);
        string[] sweep = ["sweep", file, "--vary", "design.patients=20,30", "-n", "20", "--threads", "1"];
        Run(["run", file, "--threads", "1", "--keep-log", "--with-null", "--out", PathOf("run")]);
        Run(["run", file, "--threads", "1", "--seed", "8", "--out", PathOf("other")]);
        Run([.. sweep, "--keep-log", "--out", PathOf("sweep")]);
        foreach (string shard in new[] { "1/2", "2/2" })
        {
            Run(["run", file, "--threads", "1", "--shard", shard, "--out", PathOf("shards")]);
            Run([.. sweep, "--shard", shard, "--out", PathOf("sweep-shards")]);
        }

        Run([.. SearchOf(file), "--out", PathOf("search")]);
        Run(["compare", PathOf("run"), PathOf("other"), "--out", PathOf("comparison")]);
        return new SampleFolders(folder);

        string PathOf(string name) => Path.Combine(folder, name);
    }

    /// <summary>Copies one of them, without its report.</summary>
    public void CopyTo(string target, string name)
    {
        string source = Path.Combine(_folder, name);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".html"))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void Run(IReadOnlyList<string> args)
    {
        ProgramRun run = ProgramRun.Of(args);
        if (run.Code != 0)
        {
            throw new InvalidOperationException($"trialsim {string.Join(' ', args)}: {run.Error}");
        }
    }
}
