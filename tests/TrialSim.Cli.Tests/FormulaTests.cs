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
    // The same, with durations as ISO 8601 writes them.
    [InlineData("survival-size --control-median P8M --hazard-ratio 0.7 --accrual P1Y --follow-up P1Y4M --loss 0.001/mo", "421.1745", "422.8447")]
    // V10: Simon 1989, clinfun::ph2simon.
    [InlineData("simon --null 0.05 --alternative 0.25", "≤ 0/9", "> 2/17", "11.96", "0.630249", "0.046605", "0.812161", "≤ 0/12", "> 2/16", "13.84", "0.540360", "0.042678", "0.801280")]
    [InlineData("simon --null 0.3 --alternative 0.5", "≤ 5/15", "> 18/46", "23.63", "≤ 6/19", "> 16/39", "25.69", "0.803623")]
    [InlineData("simon --null 0.1 --alternative 0.3 --power 0.9", "≤ 2/18", "> 6/35", "22.53", "≤ 2/22", "> 6/33", "26.18")]
    // The estimate and the p-value typed out in R as in ExactDesignTests, the limits by uniroot(); stopped early, binom.test(x, 13)'s, one-sided p and limits.
    [InlineData("simon --null .2 --design 3/13,12/43 --responses 14", "claim", "0.382193", "0.026785", "90 % interval", "0.217389 to 0.506375")]
    [InlineData("simon --null .2 --design 3/13,12/43 --responses 12 --confidence .95", "end it without a claim.", "0.360335", "0.082466", "0.165581 to 0.538716")]
    [InlineData("simon --null .2 --design 3/13,12/43 --responses 2", "stop it after the first stage without a claim.", "0.153846", "0.766354", "0.028053 to 0.410099")]
    [InlineData("simon --null .2 --design 3/13,12/43 --responses 0", "0.000000", "1.000000", "0.000000 to 0.205817")]
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
    // Sizes 120, 80 and 60: 1 - pmvnorm(upper = c(z, z), corr = R, algorithm = TVPACK(1e-14)), mvtnorm 1.1-3.
    [InlineData("dunnett --sizes 120,80,60 --z 2.4,1.9", "2.224475", "0.015842", "0.053747", "0.028717")]
    // p.adjust(c(.012, .004, .03), "holm"), "hochberg"; by hand for the graph: pfs .004/.2 first, then os .012/.8.
    [InlineData("adjust --p os=.012,pfs=.004,orr=.03", "0.036000", "0.024000*", "0.012000*", "0.090000")]
    [InlineData("adjust --p .012,.004 --method graph --weights .8,.2 --transitions 0,1/1,0", "0.015000*", "0.020000", "0.005000")]
    // V12: lrstat::getDesignFisherExact(beta = .2, pi1 = .5, pi2 = .2); the smallest of all, 42 + 43, by the sum over all tables with fisher.test's p in R.
    [InlineData("proportions --control .2 --experimental .5 --power .8 --exact", "87", "0.816848", "85", "0.810893")]
    // Study 002's formula with the quantiles it prints: 48.83 in each arm.
    [InlineData("proportions --control .6 --experimental .85 --power .8 --quantiles 1.96,0.84", "48.8264", "48.8801", "56.5974", "46.1514")]
    // 35 * 1.5 patients, half up as in the search; fisher.test and chisq.test of all tables of 35 + 53 at 0.05, weighted by dbinom.
    [InlineData("proportions --control .35 --experimental .55 --ratio 1.5 --patients 35", "53", "0.416774", "0.471076", "0.371526")]
    // V11: clinfun; with 10 more patients by hand from pbinom.
    [InlineData("one-proportion --null .2 --alternative .4", "35", "12", "0.034357", "0.804825")]
    [InlineData("one-proportion --null .25 --alternative .42 --patients 55", "20")]
    // V12: rpact; power.t.test(delta = .5, power = .8, tol = 1e-13).
    [InlineData("means --difference .5 --sd 1 --power .8", "127.5315", "125.5821")]
    // n <- c(25 / 3, 50 / 3); pt(qt(.975, 23), 23, 1 / 3 / sqrt(sum(1 / n)), lower.tail = FALSE): parts of patients, as they are printed.
    [InlineData("means --difference 1 --sd 3 --patients 25 --ratio 2", "8.3333", "16.6667:", "0.113786")]
    // V32: rpact; lrstat::nbpower.
    [InlineData("counts --control .4 --experimental .28 --dispersion .5 --patients 874", "0.800642")]
    // V33: exp(.5 * .5108).
    [InlineData("margin --historical-hazard-ratio .6", "1.666667", "1.290994")]
    // ((qnorm(.975) + qnorm(.8) * sqrt(.6)) / .4)^2 in R.
    [InlineData("one-arm-survival --hazard-ratio .6 --power .8", "42.6370", "25.5822", "30.0789")]
    // V15: rpact; V18: gsDesign2's average hazard ratio, lrstat's Lakatos.
    [InlineData(
        "survival-size --control-median 60mo --hazard-ratio .74 --accrual-rates 6/mo@0mo,12/mo@1mo,18/mo@2mo,24/mo@3mo,30/mo@4mo,36/mo@5mo,42/mo@6mo --patients 1200 --loss 2.5%/12mo --events 231.3,350.5",
        "31.5714", "39.5379", "53.6507")]
    [InlineData("survival-size --control-median 12mo --hazard-ratios 1@0mo,0.6@4mo --accrual 18mo --follow-up 18mo --patients 360 --loss .001/mo", "252.4300", "0.815886", "0.813369")]
    // Unequal arms, hazards and accrual in two steps: event probabilities by integrate() in R, the formulas typed out there.
    [InlineData(
        "survival-size --control-hazards .08/mo@0mo,.05/mo@6mo --hazard-ratio .7 --ratio 2 --accrual-rates 6/mo@0mo,18/mo@6mo --accrual 18mo --follow-up 18mo --loss .01/mo",
        "586.0881", "602.2248", "544.8053", "546.9202", "0.698281", "0.576615")]
    // gsDesign2's definitions by integrate() in R: expected events by piece and arm d; AHR exp(sum(d * log(hr)) / D), info sum(1 / (1 / dC + 1 / dE)), info0 D * 2/9.
    [InlineData(
        "survival-size --control-hazards .1/mo@0mo,.04/mo@5mo --hazard-ratios 1@0mo,.55@3mo --accrual 14mo --follow-up 16mo --loss .006/mo --ratio 2 --power .8",
        "545.4215", "315.2203", "0.717480", "505.1924")]
    // gsDesign: nSurv(lambdaC = log(2)/9, hr = .68, eta = .012, R = 15, T = 25, minfup = 10, ratio = 1.5, beta = .15, method = each); Lakatos by midpoint sums of dt = .001.
    [InlineData(
        "survival-size --control-median 9mo --hazard-ratio .68 --accrual 15mo --follow-up 10mo --loss .012/mo --ratio 1.5 --power .85",
        "417.7894", "425.3365", "403.3390", "388.1970", "408.6548")]
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
    [InlineData("", "Say what to do. The commands of formula are events, survival-size, one-arm-survival, margin, assurance, proportions, one-proportion, simon, means, counts, bounds, conditional-power, inference, redesign, combine, dunnett, adjust.")]
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
    [InlineData("simon --null 0.1", "--alternative is missing. Add --alternative <share>; or, for a trial that is over, --design and --responses.")]
    [InlineData("simon --null 0.1 --design 1/10,5/29", "--responses is missing. Add --responses <number>.")]
    [InlineData("simon --null 0.1 --responses 3", "--design is missing. Add --design <r1/n1,r/n>, such as --design 1/10,5/29.")]
    [InlineData("simon --null 0.1 --design 1/10,5/29 --responses 30", "--responses: 30 responses of 29 patients cannot be. Write up to 29.")]
    [InlineData("simon --null 0.1 --design 10/1,5/29 --responses 3", "--design: '10/1,5/29' cannot be used; write the limit and the patients of the first stage")]
    [InlineData("simon --null 0.1 --design 1,10,5,29 --responses 3", "--design: '1,10,5,29' cannot be used;")]
    [InlineData("simon --null 0.1 --alternative 0.3 --design 1/10,5/29 --responses 3", "--alternative is for designs, --design and --responses are for a trial that is over. Leave --alternative out.")]
    [InlineData("dunnett --arms 0", "--arms: '0' cannot be used; write a whole number from 1 to 20.")]
    [InlineData("assurance --hazard-ratio 0.7 --events 300", "--sd is missing. Add --sd <number>.")]
    [InlineData("dunnett --arms 2 --sizes 10,10,10", "--arms and --sizes say the same thing twice.")]
    [InlineData("dunnett --sizes 10,10,10 --z 2", "--z: 1 numbers for 2 experimental arms. Write one for each.")]
    [InlineData("adjust --p 0.01,1.2", "--p: '0.01,1.2' cannot be used; write p-values from 0 to 1")]
    [InlineData("adjust --p a=0.01,a=0.02", "--p: 'a=0.01,a=0.02' cannot be used;")]
    [InlineData("adjust --p 0.01,0.02 --weights 0.5,0.5", "--weights and --transitions make a graph. Add --method graph.")]
    [InlineData("adjust --p 0.01,0.02 --method graph --weights 0.5,0.5", "--transitions is missing.")]
    [InlineData("adjust --p 0.01,0.02 --method graph --weights 0.5,0.5 --transitions 0.5,0/1,0", "--transitions: H1 passes alpha to itself. Write 0 at place 1 of row 1.")]
    [InlineData("adjust --p 0.01,0.02 --method graph --weights 1 --transitions 0,1/1,0", "--weights, --transitions: 2 p-values need 2 weights and 2 rows of 2 shares")]
    [InlineData("proportions --control 0.2 --experimental 0.4 --null-difference -0.1 --exact", "--exact, --quantiles and --patients are for tests of equality.")]
    [InlineData("proportions --control 0.7 --experimental 0.7 --null-difference -0.1 --patients 150", "--exact, --quantiles and --patients are for tests of equality.")]
    [InlineData("proportions --control 0.2 --experimental 0.25 --exact", "--exact: these proportions need some 2928 patients")]
    [InlineData("one-proportion --null 0.4 --alternative 0.2", "--alternative: 0.2 is not above the null proportion 0.4.")]
    [InlineData("one-proportion --null 0.2 --alternative 0.4 --patients 1", "--patients: even a response of all would not reject.")]
    [InlineData("means --difference 0 --sd 1", "--difference: '0' cannot be used;")]
    [InlineData("counts --control 1 --experimental 1", "--experimental: both arms have the same rate")]
    [InlineData("margin --historical-hazard-ratio 1.2", "--historical-hazard-ratio: '1.2' cannot be used;")]
    [InlineData("survival-size --hazard-ratio 0.7 --accrual 12mo", "--control-median is missing. Add --control-median <duration>.")]
    [InlineData("survival-size --control-median 8mo --hazard-ratio 0.7 --accrual 12mo", "--follow-up is missing. Add --follow-up <duration>.")]
    [InlineData("survival-size --control-median 8mo --hazard-ratio 0.7 --accrual 12mo --patients 300", "--follow-up is missing. Add --follow-up <duration> for the power")]
    [InlineData("survival-size --control-median 8mo --hazard-ratios 0.7@1mo --accrual 12mo --follow-up 1y", "--hazard-ratios: '0.7@1mo' cannot be used; write each value, @ and the time")]
    [InlineData("survival-size --control-median 8mo --hazard-ratios 1@0mo,1.5@6mo --accrual 12mo --follow-up 1y", "--hazard-ratios: the log-rank test is expected to show nothing")]
    [InlineData("survival-size --control-median 8mo --hazard-ratio 0.7 --accrual-rates 5/mo@0mo,0/mo@6mo --patients 300 --follow-up 1y", "--accrual-rates: the last rate is 0")]
    public async Task Formula_BadValue_SaysWhatToWrite(string options, string message)
    {
        CommandLine formula = await CommandLine.RunAsync(["formula", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (formula.ExitCode, formula.Out));
        Assert.StartsWith(message, formula.Error, StringComparison.Ordinal);
    }
}
