namespace TrialSim.Charts.Tests;

public sealed class ArmPaletteTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Colours_EightArms_AreAllDifferent()
    {
        ArmPalette palette = new([.. Enumerable.Range(0, 8).Select(index => $"arm{index}")]);

        Assert.Equal(8, palette.Colours.Distinct().Count());
    }

    [Fact, Trait("Source", "ByHand")]
    public void ColourOf_Comparison_IsThatOfTheExperimentalArm()
    {
        ArmPalette palette = new(["control", "treated"]);

        Assert.Equal(palette.Colours[1], palette.ColourOf("treated v control"));
        Assert.Equal(palette.Colours[0], palette.ColourOf("control"));
        Assert.Equal(ArmPalette.Neutral, palette.ColourOf(""));
    }
}
