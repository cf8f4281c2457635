using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TrialSim.Fuzzing.Campaigns;

/// <summary>One worker process after another: a process that dies, hangs or grows is a find and is replaced.</summary>
internal sealed class Lane(CampaignOptions options, int number) : IDisposable
{
    // The heap's limit makes the runtime fail where an input takes more; beside it the process has code and stacks.
    private const long HeapLimit = 1L << 30;
    private const long MemoryLimit = HeapLimit + (512L << 20);
    private static readonly TimeSpan ProcessorLimit = TimeSpan.FromSeconds(5);
    // In time of the clock: a machine with much else to do lets an input wait too.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private Process? _process;
    private string _place = "";

    /// <summary>The most memory that any of its processes took, in bytes.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Tries one input.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="keepFind">Is given the folder with the files of an input that is a find.</param>
    public async Task<Answer> TryAsync(long index, Action<string, Answer> keepFind)
    {
        Process process = _process ??= await StartAsync();
        await process.StandardInput.WriteLineAsync(index.ToString(CultureInfo.InvariantCulture));
        Task<string?> answered = process.StandardOutput.ReadLineAsync();
        string fault = await WatchAsync(process, answered);
        string? line = fault.Length > 0 ? null : await answered;
        Answer answer = line is null ? new Answer("?", false, fault.Length > 0 ? fault : await DeathOfAsync(process), 0) : JsonSerializer.Deserialize<Answer>(line)!;
        if (answer.Fault.Length > 0)
        {
            keepFind(Path.Combine(_place, "input"), answer);
            if (line is null)
            {
                End();
            }
            else
            {
                await process.StandardInput.WriteLineAsync();
            }
        }

        return answer;
    }

    /// <summary>Ends the process under way.</summary>
    public void Dispose() => End();

    private async Task<Process> StartAsync()
    {
        _place = Directory.CreateTempSubdirectory($"trialsim-fuzzing-{number}-").FullName;
        ProcessStartInfo start = new("dotnet", [typeof(Lane).Assembly.Location, "worker", options.Repository, options.Seed.ToString(CultureInfo.InvariantCulture), _place])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("X", CultureInfo.InvariantCulture);
        Process process = Process.Start(start)!;
        string? first = await process.StandardOutput.ReadLineAsync();
        return first == Worker.Ready ? process : throw new InvalidOperationException($"A worker did not start: {first}\n{await process.StandardError.ReadToEndAsync()}");
    }

    private async Task<string> WatchAsync(Process process, Task<string?> answered)
    {
        TimeSpan? before = null;
        long begin = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(answered, Task.Delay(BetweenLooks)) != answered)
        {
            process.Refresh();
            if (process.HasExited)
            {
                return "";
            }

            before ??= process.TotalProcessorTime;
            PeakBytes = Math.Max(PeakBytes, process.PeakWorkingSet64);
            string fault = process.TotalProcessorTime - before > ProcessorLimit ? "It takes more than 5 s of processor time."
                : Stopwatch.GetElapsedTime(begin) > Patience ? "It waits for something that never comes."
                : process.WorkingSet64 > MemoryLimit ? "It takes more than 1.5 GB."
                : "";
            if (fault.Length > 0)
            {
                return fault;
            }
        }

        return "";
    }

    private static async Task<string> DeathOfAsync(Process process)
    {
        string said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return $"The process has died with {process.ExitCode}: {said[..Math.Min(said.Length, 2_000)]}";
    }

    private void End()
    {
        if (_process is Process process)
        {
            if (!process.HasExited)
            {
                process.Refresh();
                PeakBytes = Math.Max(PeakBytes, process.PeakWorkingSet64);
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
            _process = null;
            Directory.Delete(_place, recursive: true);
        }
    }
}
