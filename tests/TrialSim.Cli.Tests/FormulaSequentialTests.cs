using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What the group-sequential commands of <c>trialsim formula</c> print, against packages and the multivariate normal.</summary>
public sealed class FormulaSequentialTests
{
    [Theory, Trait("Source", "AgainstR")]
    // V14: gsDesign(), and what it prints of stopping; V13's futility at 0, binding and not.
    [InlineData(
        "bounds --looks 3 --spending hsd:-4 --beta-spending hsd:-2",
        "3.010739", "2.546531", "1.999226", "−0.238724", "0.941067", "1.069883", "0.141196", "0.440274", "0.318530", "0.014834", "0.028892", "0.056274", "0.405660", "0.429004", "0.142031", "0.624859", "0.791277")]
    [InlineData("bounds --looks 3 --futility z:0,0 --binding", "3.710303", "2.510358", "1.968276")]
    [InlineData("bounds --looks 3 --futility z:0,0", "3.710303", "2.511427", "1.993047")]
    // V15: rpact's survival design.
    [InlineData("bounds --fractions .66,1 --power .8 --hazard-ratio .74", "231.3469", "350.5255", "2.524189", "1.991560", "0.407387", "301.9737")]
    // Jennison and Turnbull 2000, table 2.1: 2.289 two-sided.
    [InlineData("bounds --looks 3 --shape pocock --two-sided", "2.289478")]
    // What follows: uniroot() over pmvnorm(algorithm = Miwa(1024)), mvtnorm 1.1-3, look by look, on designs of our own.
    [InlineData("bounds --fractions .4,.7,1 --spending pocock --two-sided", "2.223875", "2.305080", "2.309751")]
    [InlineData("bounds --fractions .3,.55,1 --spending kim-demets:2 --futility conditional-power:.15,.25 --binding --power .85", "2.840804", "2.500618", "2.026255", "−1.788138", "0.268376", "3.055023")]
    [InlineData("bounds --fractions .3,.55,1 --spending kim-demets:2 --futility conditional-power:.15,.25 --power .85", "2.033634", "−1.783636", "0.274067", "3.062041")]
    [InlineData("bounds --fractions .5,.8,1 --hazard-ratio .65 --ratio 2 --events 240 --futility hazard-ratio:1.05,.9 --binding", "2.962588", "2.266133", "2.025016", "−0.251951", "0.688212", "0.874884")]
    [InlineData("bounds --looks 2 --observed .42,1.1", "3.267206", "1.963628")]
    [InlineData("bounds --fractions .35,.6,.8,1 --beta-spending kim-demets:1.5 --futility-looks 2,3 --power .8", "3.612789", "2.673239", "2.289196", "2.030850", "0.980690", "1.468358", "2.973787")]
    // The same total as V13's O'Brien-Fleming spending, typed in: its bounds again.
    [InlineData("bounds --looks 3 --spending given:0.0001035057,0.0060483891,0.025", "2.511427", "1.993047")]
    // Everything is spent at the first look, and its bound is the quantile of 0.975.
    [InlineData("bounds --spending given:0.025,0.025", "1.959964", "none")]
    // V29: 300 events, a look at 150 with Z = 1, no early claim.
    [InlineData("conditional-power --look 1 --z 1 --efficacy-looks 2 --hazard-ratio .7 --events 300", "0.659966", "0.220114", "0.038213", "0.292619")]
    // rpact::getAnalysisResults, see InferenceTests of the statistics; ten times its effects.
    [InlineData("inference --look 2 --z 2.6 --fractions .4,.7,1", "0.004828", "3.101751", "0.754029", "5.446348", "0.185808", "6.029381", "0.018091.")]
    // Two-sided: uniroot() over pmvnorm, bounds 2.22387496 and 2.30507961.
    [InlineData("inference --look 2 --z 2.5 --fractions .4,.7,1 --spending pocock --two-sided", "0.033054", "2.805102", "0.239718", "5.223214")]
    // V29: lrstat's adaptDesign example; its patients, 158, 315 and 473, make the fractions.
    [InlineData("redesign --look 1 --z .9141676 --fractions .3340381,.6659619,1 --new-fractions .5,1 --new-spending pocock --effect-share .6667", "0.037787", "1.987520", "2.017781")]
    [InlineData("combine --p .04,.03 --information 200,150", "0.755929", "0.654654", "0.005315")]
    // gsDesign(k = 3, test.type = 3, alpha = .025, beta = .15, timing = c(.37, .62, 1), sfu = sfHSD, sfupar = -3.2, sfl = sfPower, sflpar = 1.7), n.fix by Schoenfeld at 2:1.
    [InlineData(
        "bounds --fractions .37,.62,1 --spending hsd:-3.2 --beta-spending kim-demets:1.7 --power .85 --binding --hazard-ratio .72 --ratio 2",
        "2.818982", "2.559989", "−0.039624", "0.835340", "0.484196", "0.325805", "0.164999", "0.172985", "0.288261", "396.8702")]
    // gsDesign(k = 3, test.type = 2, beta = .1, sfu = "Pocock"), and pmvnorm over what is left of its looks after Z 0.8, lower bounds too.
    [InlineData("conditional-power --look 1 --z .8 --looks 3 --shape pocock --two-sided --effect-share .5", "0.739197", "0.225478", "3.477104")]
    public async Task Formula_SequentialCase_PrintsItsFigures(string options, params string[] figures)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ')]);

        Assert.Equal((0, ""), (formula.ExitCode, formula.Error));
        string[] words = formula.Out.Split([' ', '\n', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        string text = $" {string.Join(' ', words)} ";
        Assert.All(figures, figure => Assert.Contains($" {figure} ", text, StringComparison.Ordinal));
    }

    // V15's design again: rpact's 350.5255 events at the last look, 1.012251 times Schoenfeld's of one look; the patients follow in the same proportion.
    [Fact, Trait("Source", "Published")]
    public async Task Formula_InflationThatBoundsPrint_SizesTheTrialInOneStep()
    {
        string[] size = ["formula", "survival-size", "--hazard-ratio", ".74", "--power", ".8", "--control-median", "12mo", "--accrual", "18mo", "--follow-up", "12mo"];

        CommandLine bounds = await CommandLine.RunAsync("formula", "bounds", "--fractions", ".66,1", "--power", ".8", "--hazard-ratio", ".74");
        CommandLine inflated = await CommandLine.RunAsync([.. size, "--inflation", "1.012251"]);
        CommandLine oneLook = await CommandLine.RunAsync(size);
        CommandLine both = await CommandLine.RunAsync([.. size[..4], "--inflation", "1.012251", "--patients", "500"]);

        Assert.Contains("Patients: trialsim formula survival-size --hazard-ratio 0.74 --alpha 0.025 --power 0.8 --inflation 1.012251", bounds.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        (double patients, double events) = Schoenfeld(inflated.Out);
        Assert.Equal(350.5255, events, 2e-4);
        Assert.Equal(1.012251 * Schoenfeld(oneLook.Out).Patients, patients, 2e-4);
        Assert.Equal(2, both.ExitCode);
        Assert.Contains("--inflation and --patients ask two things.", both.Error, StringComparison.Ordinal);

        static (double Patients, double Events) Schoenfeld(string text)
        {
            string[] words = text.Split('\n').First(line => line.TrimStart().StartsWith("Schoenfeld", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (double.Parse(words[^3], CultureInfo.InvariantCulture), double.Parse(words[^1], CultureInfo.InvariantCulture));
        }
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--looks 3", true)]
    [InlineData("--looks 3 --efficacy-looks 3", false)]
    [InlineData("--looks 2", false)]
    public async Task Formula_ConditionalPower_SaysThatLooksInBetweenCount(string options, bool isSaid)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", "conditional-power", "--look", "1", "--z", "-.5", .. options.Split(' ')]);

        Assert.Contains("after Z −0.5 at look 1", formula.Out, StringComparison.Ordinal);
        Assert.Equal(isSaid, formula.Out.Contains("A claim at any look still to come counts.", StringComparison.Ordinal));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("inference --look 1 --z 1 --confidence .9", "A repeated interval goes with the bounds, and so with --confidence 0.95.")]
    [InlineData("inference --look 1 --z 1", "Repeated confidence interval")]
    [InlineData("dunnett --arms 2", "1 patient in each experimental arm for each control patient")]
    public async Task Formula_WhatFiguresRestOn_IsSaid(string options, string words)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ')]);

        Assert.Equal((0, ""), (formula.ExitCode, formula.Error));
        Assert.Contains(words, formula.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("bounds --looks 3 --futility z:0", "--futility: 1 bounds for 3 looks. Write one, or none, for each look but the last: 2.")]
    [InlineData("bounds --futility 0", "--futility: '0' cannot be used; write a scale, a colon")]
    [InlineData("bounds --futility z:3.5", "--futility: at look 1 it lies at or above the efficacy bound 2.962588")]
    [InlineData("bounds --futility hazard-ratio:1", "--futility on the hazard ratio needs the planned one.")]
    [InlineData("bounds --futility z:0 --beta-spending pocock", "--beta-spending and --futility say the same thing twice.")]
    [InlineData("bounds --two-sided --futility z:0", "--two-sided and --futility do not go together")]
    [InlineData("bounds --binding", "--binding: there is no futility bound to bind.")]
    [InlineData("bounds --futility-looks 1", "--futility-looks goes with --beta-spending")]
    [InlineData("bounds --efficacy-looks 1", "--efficacy-looks: the trial has 2 looks.")]
    [InlineData("bounds --events 300", "--events needs the hazard ratio of the plan.")]
    [InlineData("bounds --events 300 --hazard-ratio .7 --power .9", "--power and --events ask two things.")]
    [InlineData("bounds --spending given:0.01,0.02,0.025", "given:0.01,0.02,0.025 does not fit: the number of errors is 3, that of looks 2. Write one error for each look.")]
    [InlineData("bounds --spending given:0.01,0.02 --one-sided-alpha 0.025", "--one-sided-alpha 0.025 and errors given up to 0.02 contradict each other.")]
    [InlineData("bounds --shape pocock --observed .4,1", "--shape and --observed do not go together")]
    [InlineData("bounds --looks 3 --observed .4,1.2", "--observed: 2 looks up to 1.2 do not fit a plan of 3 looks")]
    [InlineData("bounds --looks 2 --observed .4,.9,1", "--observed: 3 looks up to 1 do not fit a plan of 2 looks")]
    [InlineData("conditional-power --look 2 --z 1", "--look: 2 is the last of 2 looks, or beyond it")]
    [InlineData("conditional-power --z 1", "--look is missing. Add --look <number>.")]
    [InlineData("conditional-power --look 1 --z 1 --prior-sd 0.2", "--prior-hazard-ratio, --prior-sd and --hazard-ratio go together.")]
    [InlineData("inference --look 3 --z 1", "--look: the trial has 2 looks. Write a number up to 2.")]
    [InlineData("redesign --look 1 --z -8", "After this Z the conditional error is")]
    [InlineData("combine --p 0.1,0.2 --information 1", "--information: 1 numbers for 2 stages.")]
    [InlineData("combine --p 0,0.2", "--p: '0,0.2' cannot be used; write p-values strictly between 0 and 1")]
    public async Task Formula_BadSequentialValue_SaysWhatToWrite(string options, string message)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ')]);

        Assert.Equal((2, ""), (formula.ExitCode, formula.Out));
        Assert.StartsWith(message, formula.Error, StringComparison.Ordinal);
    }
}
