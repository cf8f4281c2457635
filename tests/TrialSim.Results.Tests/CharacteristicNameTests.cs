namespace TrialSim.Results.Tests;

/// <summary>Names of characteristics find the row that a person means.</summary>
public sealed class CharacteristicNameTests
{
    private static readonly OperatingCharacteristic[] Rows =
    [
        Row("interim", "os", "os_test", "power", 0.2),
        Row("final", "os", "os_test", "power", 0.7),
        Row("final", "pfs", "pfs_test", "power", 0.9),
        Row("", "os", "os_test", "overall_power", 0.8),
        Row("", "", "", "trial_duration", 40),
        Row("final", "os", "os_median", "median", 16) with { Arm = "control" },
        Row("final", "os", "os_median", "median", 20) with { Arm = "treated" },
        Row("interim", "", "", "decision_probability", 0.3) with { Subject = "stop" },
    ];

    [Theory, Trait("Source", "ByHand")]
    [InlineData("power", 0.8)]
    [InlineData("power:os_test", 0.8)]
    [InlineData("power:os", 0.8)]
    [InlineData("power:os_test:interim", 0.2)]
    [InlineData("power:pfs_test", 0.9)]
    [InlineData("trial_duration", 40)]
    [InlineData("median", 16)]
    [InlineData("median:os_median:treated", 20)]
    [InlineData("median:treated", 20)]
    [InlineData("decision_probability:stop", 0.3)]
    public void RowIn_Name_IsTheRowMeant(string name, double value)
    {
        CharacteristicName parsed = CharacteristicName.Parse(name);

        Assert.Equal(value, parsed.RowIn(Rows)?.Value);
        Assert.Equal(name, parsed.ToString());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("power:orr_test")]
    [InlineData("median:os_test")]
    [InlineData("size")]
    public void RowIn_NameOfNothing_IsNull(string name) => Assert.Null(CharacteristicName.Parse(name).RowIn(Rows));

    private static OperatingCharacteristic Row(string look, string endpoint, string analysis, string measure, double value) =>
        new(look, endpoint, analysis, "", measure, "", value, 0.01, null, null, 100, 0);
}
