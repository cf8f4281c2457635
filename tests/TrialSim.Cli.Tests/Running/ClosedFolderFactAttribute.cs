namespace TrialSim.Cli.Tests.Running;

/// <summary>A test of a folder that may not be written to. File modes bind neither Windows in this form nor the superuser, for whom Linux has folders of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClosedFolderFactAttribute : FactAttribute
{
    /// <summary>A folder of Linux in which not even the superuser can make another.</summary>
    public const string ClosedToAll = "/sys";

    public ClosedFolderFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no file modes.";
        }
        else if (Environment.IsPrivilegedProcess && !OperatingSystem.IsLinux())
        {
            Skip = "The superuser may write to read-only folders.";
        }
    }
}
