using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>A sample of tests/fuzz: scenarios, data files, command lines, results folders and validation cases, changed at random and some made by hand.</summary>
[Collection(nameof(RunsAlone))]
public sealed class FuzzTests
{
    private const int Inputs = 200;

    [Fact, Trait("Source", "Property")]
    public async Task AnyInput_WhateverItHolds_IsRefusedWithAMessageOrGivesNumbers()
    {
        using TemporaryFolder folder = new();
        string fuzzing = Path.Combine(AppContext.BaseDirectory, "TrialSim.Fuzzing.dll");

        using Program campaign = Program.StartOther([], ["dotnet", fuzzing, Repository.PathOf(), folder.PathOf("finds"), "20261129", "0", Inputs.ToString(CultureInfo.InvariantCulture)]);
        CommandLine result = await campaign.ResultAsync();

        Assert.True(result.ExitCode == 0, $"{result.Out}\n{result.Error}\ntests/fuzz --only <index> repeats one of them.");
        Assert.Contains($"{Inputs} inputs from index 0 with seed 20261129: 0 finds", result.Out, StringComparison.Ordinal);
    }
}
