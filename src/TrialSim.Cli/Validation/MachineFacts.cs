using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using TrialSim.Results.Validation;

namespace TrialSim.Cli.Validation;

/// <summary>What a file of a validation tells of the machine.</summary>
internal static class MachineFacts
{
    private const string Unknown = "not told by the operating system";
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string ProcessorLine = "model name";

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_NUMERIC", "LANG"];

    /// <summary>This machine.</summary>
    public static ValidatedMachine OfThis() => new(
        Environment.MachineName,
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()})",
        Processor(),
        Environment.ProcessorCount,
        InstructionSets() is { Length: > 0 } sets ? string.Join(", ", sets) : "the base set alone",
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        TimeZoneInfo.Local.Id,
        Locale());

    private static string Processor()
    {
        try
        {
            string line = File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith(ProcessorLine, StringComparison.Ordinal), "") : "";
            return line.Length > 0 ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? Unknown;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    private static string[] InstructionSets()
    {
        (string Name, bool IsThere)[] sets =
        [
            ("SSE4.2", Sse42.IsSupported), ("AVX", Avx.IsSupported), ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported), ("BMI2", Bmi2.IsSupported), ("AVX-512F", Avx512F.IsSupported),
            ("AVX-512DQ", Avx512DQ.IsSupported), ("AdvSimd", AdvSimd.IsSupported),
            ("vectors of 128 bits", Vector128.IsHardwareAccelerated), ("of 256", Vector256.IsHardwareAccelerated), ("of 512", Vector512.IsHardwareAccelerated),
        ];
        return [.. sets.Where(set => set.IsThere).Select(set => set.Name)];
    }

    private static string Locale() =>
        LocaleVariables.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).FirstOrDefault(variable => !string.IsNullOrEmpty(variable.Value)) is { Value: string value } found
            ? $"{found.Name}={value}"
            : "none set";
}
