using System.ComponentModel;
using System.Diagnostics;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Clusters;

/// <summary>Slurm's command that submits a job.</summary>
internal static class Sbatch
{
    private const string Name = "sbatch";

    /// <summary>What says that a script may be used once a job has ended well, and not at all where it has not.</summary>
    public static IReadOnlyList<string> After(string job) => [$"--dependency=afterok:{job}", "--kill-on-invalid-dep=yes"];

    /// <summary>The command line that submits a script, and prints no more than the number of its job.</summary>
    public static string TextOf(IEnumerable<string> options, string script) => string.Join(' ', ((IEnumerable<string>)[Name, "--parsable", .. options, script]).Select(CommandText.Quoted));

    /// <summary>Makes sure that there is a Slurm here, before anything is written for it.</summary>
    /// <exception cref="UserInputException">There is none.</exception>
    public static void Require()
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Name))))
        {
            throw new UserInputException($"There is no {Name} here. Submit where the commands of Slurm are, such as on the cluster's login node. For another scheduler, --dry-run shows what its jobs must run.");
        }
    }

    /// <summary>Submits a script.</summary>
    /// <returns>The number of its job.</returns>
    /// <exception cref="UserInputException">There is no Slurm here, or it refuses the job.</exception>
    public static string Submit(IEnumerable<string> options, string script)
    {
        ProcessStartInfo start = new(Name, ["--parsable", .. options, script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Start(start);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // The number of the job, and after a semicolon the name of its cluster where there are several.
        string job = output.Trim().Split(';')[0];
        return process.ExitCode == 0 && job.Length > 0 && job.All(char.IsAsciiDigit)
            ? job
            : throw new UserInputException($"{Name} has not taken {script}; it says: {string.Join(' ', (error.Result + output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new UserInputException($"{Name} cannot be started: {cause.Message}");
        }
    }
}
