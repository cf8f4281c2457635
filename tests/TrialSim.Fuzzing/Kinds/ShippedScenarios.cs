using System.Collections.Immutable;
using System.Text;
using TrialSim.Scenarios.Extension;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>The scenarios that ship with the program: where mutations start.</summary>
internal sealed class ShippedScenarios : IScenarioFiles
{
    private readonly ImmutableSortedDictionary<string, string> _byName;

    private ShippedScenarios(ImmutableSortedDictionary<string, string> byName) => (_byName, Texts) = (byName, [.. byName.Values]);

    /// <summary>Their texts, in the order of their files' names.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Those of a folder and the folders in it.</summary>
    public static ShippedScenarios In(string folder) => new(Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file), StringComparer.Ordinal));

    /// <inheritdoc/>
    public BaseFile Read(string extending, string named) => _byName.TryGetValue(Path.GetFileName(named), out string? text)
        ? BaseFile.Found(Path.GetFileName(named), Encoding.UTF8.GetBytes(text))
        : BaseFile.Missing(named, "There is no such file.");

    /// <inheritdoc/>
    public bool AreSame(string one, string other) => one == other;
}
