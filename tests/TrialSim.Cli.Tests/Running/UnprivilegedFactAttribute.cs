namespace TrialSim.Cli.Tests.Running;

/// <summary>A test of file permissions, which bind neither Windows in this form nor the superuser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no file modes.";
        }
        else if (Environment.IsPrivilegedProcess)
        {
            Skip = "The superuser may write to read-only folders.";
        }
    }
}
