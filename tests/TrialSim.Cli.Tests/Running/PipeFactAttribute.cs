using System.Diagnostics;

namespace TrialSim.Cli.Tests.Running;

/// <summary>A test with a named pipe, for which the system has to have them as files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PipeFactAttribute : FactAttribute
{
    public PipeFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no named pipes among its files.";
        }
    }

    /// <summary>Makes one.</summary>
    public static void Make(string path)
    {
        using Process make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
    }
}
