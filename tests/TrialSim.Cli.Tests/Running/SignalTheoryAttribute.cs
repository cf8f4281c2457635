using System.Globalization;

namespace TrialSim.Cli.Tests.Running;

/// <summary>A test that sends signals to a process.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignalTheoryAttribute : TheoryAttribute
{
    private const string LinuxStatus = "/proc/self/status";
    private const string Ignored = "SigIgn:";
    private const ulong InterruptBit = 1 << 1;

    public SignalTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals to send.";
        }
        else if (IsInterruptIgnored())
        {
            Skip = "The tests were started with SIGINT ignored, as a shell's background jobs are, and their children inherit that.";
        }
    }

    private static bool IsInterruptIgnored() => File.Exists(LinuxStatus)
        && File.ReadLines(LinuxStatus).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is string line
        && (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
}
