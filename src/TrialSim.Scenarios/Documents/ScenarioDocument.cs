using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A scenario file.</summary>
[Document("a scenario")]
internal sealed record ScenarioDocument
{
    [Key("Version of the scenario language, always the first key.", IsRequired = true, Min = 1, Max = 1)]
    public int? Trialsim { get; init; }

    [Key("Name of the scenario in kebab-case; its results get a folder of this name.", IsRequired = true, IsKebabCase = true)]
    public string? Name { get; init; }

    [Key("What question the scenario answers and what to look at.", Default = "empty")]
    public string? Description { get; init; }

    [Key("A scenario file, seen from this one, whose keys hold where this one does not name them: of the blocks each key alone. Its name does not.", Default = Names.None)]
    public string? Extends { get; init; }

    [Key("What the protocol decides.", IsRequired = true)]
    public DesignDocument? Design { get; init; }

    [Key("What nature and the sites do. No analysis reads it.", IsRequired = true)]
    public TruthDocument? Truth { get; init; }

    [Key("What a run is to show: figures that studies reported or formulas give. 'trialsim check --targets' compares.", Default = Names.None, DefinesNames = true, MinItems = 0, MaxItems = Limits.NamedThings)]
    public Named<TargetDocument>? Targets { get; init; }

    [Key("Scenarios that differ from this one in some keys: 'trialsim sweep' runs them all and compares them.", Default = Names.None)]
    public OrNone<SweepDocument>? Sweep { get; init; }

    [Key("How much to simulate.", Default = "the defaults of its keys")]
    public RunDocument? Run { get; init; }
}
