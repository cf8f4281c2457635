using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TrialSim.Cli.Analysis;
using TrialSim.Engine;
using TrialSim.Results.Validation;

namespace TrialSim.Cli.Validation;

/// <summary>What a file of a validation tells of the program.</summary>
internal static class ProgramFacts
{
    /// <summary>This program.</summary>
    public static ValidatedProgram OfThis() => new(ProgramVersion.Text, EventKernel.Name, Runtime(), [.. Files().Order(StringComparer.Ordinal).Select(path => new ValidatedFile(Path.GetFileName(path), FileDigest.Of(path)))]);

    // A program compiled ahead is one file; otherwise it is the assemblies beside it, and what says which of them and which runtime it takes.
    private static string[] Files()
    {
        string[] assemblies = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"), .. Directory.EnumerateFiles(AppContext.BaseDirectory, "trialsim.*.json")];
        return RuntimeFeature.IsDynamicCodeCompiled || Environment.ProcessPath is not string executable ? assemblies : [executable];
    }

    private static string Runtime() =>
        $"{RuntimeInformation.FrameworkDescription}, {(RuntimeFeature.IsDynamicCodeCompiled ? "byte code that is compiled as it runs" : "machine code compiled ahead (native AOT)")}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
}
