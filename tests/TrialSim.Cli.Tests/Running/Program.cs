using System.Diagnostics;
using System.Globalization;

namespace TrialSim.Cli.Tests.Running;

/// <summary>The built program as a process of its own.</summary>
internal sealed class Program : IDisposable
{
    // Far more than any of these tests needs, so that only a program that hangs fails.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private Program(Process process) => _process = process;

    /// <summary>Standard output, to read or to close.</summary>
    public StreamReader Out => _process.StandardOutput;

    /// <summary>Standard error.</summary>
    public StreamReader Error => _process.StandardError;

    /// <summary>Starts it.</summary>
    public static Program Start(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "trialsim.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new Program(Process.Start(start)!);
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
