using System.Diagnostics;
using System.Globalization;

namespace TrialSim.Cli.Tests.Running;

/// <summary>The built program as a process of its own.</summary>
internal sealed class Program : IDisposable
{
    // Far more than any of these tests needs, so that only a program that hangs fails.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private Program(Process process) => _process = process;

    /// <summary>Standard output, to read or to close.</summary>
    public StreamReader Out => _process.StandardOutput;

    /// <summary>Standard error.</summary>
    public StreamReader Error => _process.StandardError;

    /// <summary>Starts it.</summary>
    public static Program Start(params string[] args) => StartWith([], args);

    /// <summary>Starts it with other values of some variables.</summary>
    public static Program StartWith(IEnumerable<(string Name, string Value)> environment, params string[] args) =>
        StartOther(environment, ["dotnet", Path.Combine(AppContext.BaseDirectory, "trialsim.dll"), .. args]);

    /// <summary>Starts another program.</summary>
    public static Program StartOther(IEnumerable<(string Name, string Value)> environment, params string[] words)
    {
        ProcessStartInfo start = new(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Program(Process.Start(start)!);
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits until there is a file, or until the program has ended.</summary>
    /// <param name="path">The file.</param>
    public async Task AwaitAsync(string path)
    {
        using CancellationTokenSource tooLate = new(Patience);
        while (!File.Exists(path) && !HasExited)
        {
            await Task.Delay(50, tooLate.Token);
        }
    }

    /// <summary>Waits for its end; what it gave.</summary>
    public async Task<CommandLine> ResultAsync()
    {
        Task<string> error = Error.ReadToEndAsync();
        string output = await Out.ReadToEndAsync().WaitAsync(Patience);
        return new CommandLine(await ExitCodeAsync(), output, await error);
    }

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public void Send(string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using CancellationTokenSource tooLate = new(Patience);
        await _process.WaitForExitAsync(tooLate.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
