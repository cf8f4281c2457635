namespace TrialSim.Cli.Tests;

/// <summary>Tests that change something of the whole process.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
