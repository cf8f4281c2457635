namespace TrialSim.Cli.Tests.Running;

/// <summary>An <c>sbatch</c> that notes what it is asked for and gives jobs the numbers 101, 102, …; the jobs are run by the test.</summary>
internal sealed class StandInSlurm(TemporaryFolder folder)
{
    private const string Script =
        """
        #!/bin/bash
        here=$(dirname "$0")
        echo "$*" >> "$here/asked.txt"
        if [ -f "$here/hinder" ]; then rm -rf "$(cat "$here/hinder")"; fi
        if [ -f "$here/refuse" ] || { [ -f "$here/refuse-merger" ] && [[ "$*" == *--dependency* ]]; }; then echo "sbatch: error: invalid partition specified: moon" >&2; exit 1; fi
        eval "$ALSO_DOES"
        echo $((100 + $(wc -l < "$here/asked.txt")))
        """;

    /// <summary>What a shell does besides, where the command runs.</summary>
    public string AlsoDoes { get; init; } = "";

    /// <summary>The folder for temporary files of the program that asks it; the usual one where empty.</summary>
    public string Temporary { get; init; } = "";

    /// <summary>What it was asked for, a line for each job.</summary>
    public string[] Asked => File.Exists(folder.PathOf("bin/asked.txt")) ? File.ReadAllLines(folder.PathOf("bin/asked.txt")) : [];

    /// <summary>Runs a command line with it on the search path, and nothing else that has its name.</summary>
    public Task<CommandLine> RunAsync(params string[] args) => ResultOf(Start(args));

    /// <summary>The same, and sends a signal once the program is at work.</summary>
    public async Task<CommandLine> RunAndStopAsync(string signal, string[] args)
    {
        using Program program = Start(args);
        await Task.Delay(TimeSpan.FromSeconds(2));
        program.Send(signal);
        return await program.ResultAsync();
    }

    private Program Start(string[] args)
    {
        Directory.CreateDirectory(folder.PathOf("bin"));
        string sbatch = folder.Write("bin/sbatch", Script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(sbatch, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return Program.StartWith([("PATH", $"{folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}"), ("ALSO_DOES", AlsoDoes), .. Temporary.Length > 0 ? [("TMPDIR", Temporary)] : Array.Empty<(string, string)>()], args);
    }

    /// <summary>Makes it refuse what comes.</summary>
    public void Refuse() => Mark("refuse", "");

    /// <summary>Makes it refuse jobs that wait for another.</summary>
    public void RefuseMerger() => Mark("refuse-merger", "");

    /// <summary>Makes a folder vanish as soon as it takes a job.</summary>
    public void Hinder(string path) => Mark("hinder", path);

    /// <summary>Runs a script as the job of a task.</summary>
    /// <param name="script">The script.</param>
    /// <param name="task">The number of the task; 0 for a job that is no array.</param>
    public static Task<CommandLine> RunJobAsync(string script, int task) =>
        ResultOf(Program.StartOther([("SLURM_ARRAY_TASK_ID", FormattableString.Invariant($"{task}")), ("SLURM_CPUS_PER_TASK", "2")], "bash", script));

    private void Mark(string name, string content)
    {
        Directory.CreateDirectory(folder.PathOf("bin"));
        folder.Write($"bin/{name}", content);
    }

    private static async Task<CommandLine> ResultOf(Program program)
    {
        using (program)
        {
            return await program.ResultAsync();
        }
    }
}
