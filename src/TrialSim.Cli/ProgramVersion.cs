using System.Reflection;

namespace TrialSim.Cli;

/// <summary>The version that results folders and reports record.</summary>
internal static class ProgramVersion
{
    /// <summary>Version and commit, as the build stamped them.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
