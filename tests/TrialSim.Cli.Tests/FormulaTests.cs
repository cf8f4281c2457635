using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What <c>trialsim formula</c> prints, against published and recomputed figures of other programs.</summary>
public sealed class FormulaTests
{
    [Theory, Trait("Source", "AgainstR")]
    // V3: gsDesign::nEvents and Freedman's closed form.
    [InlineData("events --hazard-ratio 0.5 --power 0.8", "65.3457", "70.6399")]
    [InlineData("events --hazard-ratio 0.7", "330.3779", "337.4050")]
    [InlineData("events --hazard-ratio 0.75 --power 0.8 --ratio 2", "426.7707")]
    [InlineData("events --hazard-ratio 0.7 --events 100", "0.429916")]
    [InlineData("events --hazard-ratio 0.7 --events 331", "0.900534")]
    // V4: gsDesign's vignette SurvivalOverview.
    [InlineData(
        "survival-size --control-median 8mo --hazard-ratio 0.7 --accrual 12mo --follow-up 16mo --loss 0.001/mo",
        "421.1745", "329.0730", "422.8447", "330.3779", "431.8386", "337.4050", "406.2683", "317.4264")]
    // V10: Simon 1989, clinfun::ph2simon.
    [InlineData("simon --null 0.05 --alternative 0.25", "≤ 0/9", "> 2/17", "11.96", "0.630249", "0.046605", "0.812161", "≤ 0/12", "> 2/16", "13.84", "0.540360", "0.042678", "0.801280")]
    [InlineData("simon --null 0.3 --alternative 0.5", "≤ 5/15", "> 18/46", "23.63", "≤ 6/19", "> 16/39", "25.69", "0.803623")]
    [InlineData("simon --null 0.1 --alternative 0.3 --power 0.9", "≤ 2/18", "> 6/35", "22.53", "≤ 2/22", "> 6/33", "26.18")]
    // V12: rpact = gsDesign; lrstat; Farrington and Manning's Table 1 by gsDesign::nBinomial.
    [InlineData("proportions --control 0.2 --experimental 0.4 --power 0.8 --patients 82", "162.4485", "0.759320", "0.033878")]
    [InlineData("proportions --control 0.25 --experimental 0.45 --power 0.9", "234.8615")]
    [InlineData("proportions --control 0.4 --experimental 0.05 --null-difference -0.2 --power 0.8 --one-sided-alpha 0.05", "159.6876")]
    // V13: rpact = gsDesign, 2.2894785 and 3.0107394854 among them, whose last digit printed here depends on what follows.
    [InlineData("bounds --looks 3 --shape obrien-fleming", "3.471091", "2.454432", "2.004036", "1.016101")]
    [InlineData("bounds --looks 3 --shape pocock", "2.289478", "1.150638")]
    [InlineData("bounds --looks 3 --shape wang-tsiatis:.25", "2.741137", "2.305012", "2.082813")]
    [InlineData("bounds --looks 3", "3.710303", "2.511427", "1.993047", "0.000104", "0.006048", "0.025000", "1.011853")]
    [InlineData("bounds --looks 2 --spending pocock", "2.156999", "2.200977")]
    [InlineData("bounds --fractions .5,.75,1 --spending obrien-fleming", "2.962588", "2.359018", "2.014084")]
    [InlineData("bounds --looks 3 --spending hsd:-4", "3.010739", "2.546531", "1.999226")]
    // V27: the multivariate normal by quadrature.
    [InlineData("dunnett --arms 5", "1.959964", "2.212135", "2.348976", "2.441775", "2.511466")]
    // V30.
    [InlineData("assurance --hazard-ratio 0.7 --sd 0.2 --events 300", "0.870537", "0.713781")]
    public async Task Formula_PublishedCase_PrintsItsFigures(string options, params string[] figures)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ')]);

        Assert.Equal((0, ""), (formula.ExitCode, formula.Error));
        string[] words = formula.Out.Split([' ', '\n', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        string text = $" {string.Join(' ', words)} ";
        Assert.All(figures, figure => Assert.Contains($" {figure} ", text, StringComparison.Ordinal));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("", "Say what to do. The commands of formula are events, survival-size, bounds, proportions, simon, dunnett, assurance.")]
    [InlineData("evnts", "There is no command 'evnts'. The commands of formula are events")]
    [InlineData("events", "--hazard-ratio is missing. Add --hazard-ratio <ratio>.")]
    [InlineData("events --hazard-ratio 1", "--hazard-ratio: '1' cannot be used; write a ratio")]
    [InlineData("events --hazard-ratio 0.7 --power 0.01", "--power: 0.01 is not above the one-sided error 0.025.")]
    [InlineData("events --hazard-ratio 0.7 --power 0.9 --events 300", "--power and --events ask two things.")]
    [InlineData("survival-size --control-median 8 --hazard-ratio 0.7 --accrual 12mo --follow-up 16mo", "--control-median: '8' cannot be used; write a number and a unit")]
    [InlineData("survival-size --control-median 8mo --hazard-ratio 0.7 --accrual 12mo --follow-up 16mo --loss 10%", "--loss: '10%' cannot be used; write a hazard")]
    [InlineData("bounds --fractions 0.5,0.75", "--fractions: '0.5,0.75' cannot be used; write up to 20 ascending shares")]
    [InlineData("bounds --fractions 0.5,0.5,1", "--fractions: '0.5,0.5,1' cannot be used;")]
    [InlineData("bounds --looks 2 --fractions 0.5,1", "--looks and --fractions say the same thing twice.")]
    [InlineData("bounds --spending hsd", "--spending: 'hsd' cannot be used; write obrien-fleming, pocock, hsd:-4")]
    [InlineData("bounds --spending pocock --shape pocock", "--spending and --shape say the same thing twice.")]
    [InlineData("proportions --control 0.3 --experimental 0.3", "--experimental: the proportions differ by no more")]
    [InlineData("simon --null 0.3 --alternative 0.1", "--alternative: 0.1 is not above the null rate 0.3.")]
    [InlineData("simon --null 0.3 --alternative 0.31", "No two-stage design of up to 150 patients meets the errors.")]
    [InlineData("dunnett --arms 0", "--arms: '0' cannot be used; write a whole number from 1 to 20.")]
    [InlineData("assurance --hazard-ratio 0.7 --events 300", "--sd is missing. Add --sd <number>.")]
    public async Task Formula_BadValue_SaysWhatToWrite(string options, string message)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (formula.ExitCode, formula.Out));
        Assert.StartsWith(message, formula.Error, StringComparison.Ordinal);
    }
}
