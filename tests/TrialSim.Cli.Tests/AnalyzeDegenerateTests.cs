using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Data that leave a method little or nothing: a figure or a reason, never a failure.</summary>
public sealed class AnalyzeDegenerateTests
{
    private static readonly string[] Survival =
    [
        "--arm", "arm", "--at", "2,6", "--tau", "4", "--landmark", "1", "--null-median", "5", "--ties", "exact", "--hazard-ratio-interval", "profile",
        "--method", "km,nelson_aalen,rmst,parametric,landmark,one_sample_log_rank",
    ];

    [Theory, Trait("Source", "Property")]
    [InlineData("3,0,a\n5,0,b\n7,0,a\n", "there are no events")]
    [InlineData("3,1,a\n5,0,b\n7,0,a\n", "the likelihood")]
    [InlineData("5,1,a\n5,1,b\n5,1,a\n5,1,b\n", "there is no variance to judge by")]
    [InlineData("0,1,a\n0,0,b\n0,1,b\n4,1,a\n4,0,b\n", "an event at time 0 has no place in this model")]
    [InlineData("1,1,a\n1,1,b\n1,0,a\n2,1,b\n2,1,a\n2,0,b\n", "Kaplan–Meier")]
    [InlineData("5,1,a\n6,1,a\n,1,b\n", "there are no patients")]
    public async Task Analyze_LittleData_GivesFiguresOrReasons(string rows, string says)
    {
        CommandLine analyze = await AnalyzeAsync("time,event,arm\n" + rows, ["--time", "time", "--event", "event", .. Survival, "--method", "log_rank,max_combo,cox"]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains(says, analyze.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", analyze.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_OnePatient_GivesCurveAndSaysWhyNotMore()
    {
        string[] columns = ["--time", "time", "--event", "event"];

        CommandLine curve = await AnalyzeAsync("time,event,arm\n5,1,a\n", [.. columns, .. Survival]);
        CommandLine test = await AnalyzeAsync("time,event,arm\n5,1,a\n", [.. columns, "--arm", "arm", "--method", "log_rank,cox"]);

        Assert.Equal((0, ""), (curve.ExitCode, curve.Error));
        Assert.Equal(2, test.ExitCode);
        Assert.Contains("log_rank compares 2 arms or more, and arm has 1.", test.Error, StringComparison.Ordinal);
        Assert.Contains("cox compares 2 arms or more, and arm has 1. Name another column with --arm, or add --covariates", test.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("0,3,1,a\n2,5,0,b\n4,7,1,a\n")]
    [InlineData("3,5,1,a\n1,2,1,b\n")]
    [InlineData("4,5,0,a\n1,2,0,b\n")]
    public async Task Analyze_LateEntryWithLittleData_GivesFiguresOrReasons(string rows)
    {
        CommandLine analyze = await AnalyzeAsync(
            "start,time,event,arm\n" + rows, ["--start", "start", "--time", "time", "--event", "event", .. Survival, "--method", "log_rank,max_combo,cox"]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.DoesNotContain("NaN", analyze.Out, StringComparison.Ordinal);
    }

    // R: crr(time, event, arm == "b", gtol = 1e-12): exp(coef) 0.615199542637, standard error 0.839775890937. Fine–Gray by
    // coxph(Surv(fgstart, fgstop, fgstatus) ~ arm, weights = fgwt, data = finegray(...)) gives 0.613203566833: it treats the ties otherwise.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Analyze_FineGrayWithCensoringTiedToEvents_MatchesCrr()
    {
        const string Rows = "1,1,a\n1,0,b\n1,2,a\n2,1,b\n2,0,a\n2,2,b\n2,0,b\n3,1,a\n3,2,b\n3,0,a\n4,1,a\n4,2,a\n4,0,b\n5,1,b\n5,0,a\n5,2,b\n";

        CommandLine analyze = await AnalyzeAsync(
            "time,event,arm\n" + Rows, ["--time", "time", "--event", "event", "--event-of-interest", "1", "--arm", "arm", "--control", "a", "--method", "fine_gray"]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains("0.8398          0.6152 (", analyze.Out, StringComparison.Ordinal);
    }

    // Up to 6 the mean is 2 + 0.8 · 4 = 5.2, its error 3.2 √(1 / (5 · 4)) = 0.716: 5.2 + 1.96 · 0.716 is beyond 6. Up to 1 nobody has the event.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("6", true)]
    [InlineData("1", false)]
    public async Task Analyze_RestrictedMeanBesideItsHorizon_SaysThatLimitsAreCut(string horizon, bool isCut)
    {
        const string Rows = "2,1,a\n7,0,a\n7,0,a\n7,0,a\n7,0,a\n";

        CommandLine analyze = await AnalyzeAsync("time,event,arm\n" + Rows, ["--time", "time", "--event", "event", "--tau", horizon, "--method", "rmst"]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Equal(isCut, analyze.Out.Contains("are cut there, which survRM2 does not do", StringComparison.Ordinal));
    }

    // R, optim over mu and ln(sigma) for each q, gehan's 6MP arm: the log likelihood is −42.3268 for q = 7, −41.6587 for 1 (the Weibull), −40.680 for 0 (the
    // log-normal), −39.953 for −1, −38.055 for −5, −37.203 for −10, −36.788 for −20: it rises all the way to q = −∞.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Analyze_GeneralisedGammaWithoutMaximum_SaysSo()
    {
        CommandLine analyze = await CommandLine.RunAsync(
            "analyze", Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", "gehan.csv"), "--time", "time", "--event", "status", "--arm", "group", "--method", "parametric");

        Assert.Contains(
            "6MP, generalised_gamma: not estimable, because the likelihood has no maximum: it rises all the way to a curve outside the family.", analyze.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    // 0.64714304, 265.768690, −181.182059 and 0.28348563, 87.741438, −313.038500 in R: optim of sum(event * dweibull(stop, log) + (1 − event) * pweibull(stop, upper, log) − pweibull(start, upper, log))
    // on heart, transplant 0 and 1.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Analyze_ParametricWithLateEntry_ConditionsOnTheEntry()
    {
        CommandLine analyze = await CommandLine.RunAsync(
            "analyze", Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", "heart.csv"), "--start", "start", "--time", "stop", "--event", "event", "--arm", "transplant", "--method", "parametric");

        Assert.All(
            ["shape 0.6471 (", "scale 265.769 (", "−181.182", "shape 0.2835 (", "scale 87.741 (", "−313.039"],
            figure => Assert.Contains(figure, analyze.Out, StringComparison.Ordinal));
    }

    // The first two keys of a row, group and measure, tell it; of a log-normal or log-logistic the median is a parameter, and once came twice.
    [Fact, Trait("Source", "Property")]
    public async Task Analyze_Parametric_GivesEachFigureOnce()
    {
        using TemporaryFolder folder = new();

        await CommandLine.RunAsync(
            "analyze", Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", "gehan.csv"), "--time", "time", "--event", "status", "--arm", "group", "--method", "parametric", "--out", folder.PathOf("out"));

        string[] keys = [.. File.ReadLines(folder.PathOf("out/analysis.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..5]))];
        Assert.Equal(keys.Distinct(), keys);
        Assert.All(
            ["exponential", "weibull", "gompertz", "log_normal", "log_logistic", "cure_exponential", "cure_weibull"],
            model => Assert.Contains($"parametric,control,{model}_median,,", keys));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("1,1,a\n2,0,a\n1,0,b\n3,2,b\n", "4 rows, 1 event. Ties")]
    [InlineData("1,1,a\n2,1,b\n1,0,b\n3,2,a\n", "4 rows, 2 events. Ties")]
    public async Task Analyze_Regressions_CountRowsAndEvents(string rows, string counts)
    {
        CommandLine analyze = await AnalyzeAsync("time,event,arm\n" + rows, ["--time", "time", "--event", "event", "--event-of-interest", "1", "--arm", "arm", "--method", "cox"]);

        Assert.Contains(counts, analyze.Out, StringComparison.Ordinal);
    }

    // R: coxph(Surv(time, event) ~ arm + x + strata(s)) gives NA for x, which is constant within s; ~ arm + z + y gives NA for y, which is twice z.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("x", "--strata s", "among patients at risk together, stratum by stratum, x is the same for all, or follows from the terms before it. Leave x out")]
    [InlineData("z,y", "", "among patients at risk together y is the same for all, or follows from the terms before it. Leave y out")]
    public async Task Analyze_CoxWithACollinearColumn_NamesIt(string covariates, string options, string reason)
    {
        const string Rows = "1,1,a,0,p,3,6\n2,1,b,0,p,1,2\n3,0,a,0,p,2,4\n4,1,b,1,q,5,10\n5,1,a,1,q,2,4\n6,0,b,1,q,4,8\n7,1,a,1,q,1,2\n";

        CommandLine analyze = await AnalyzeAsync(
            "time,event,arm,x,s,z,y\n" + Rows,
            ["--time", "time", "--event", "event", "--arm", "arm", "--method", "cox", "--covariates", covariates, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains(reason, analyze.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_CompetingRisksWithLateEntry_SaysWhyNot()
    {
        CommandLine analyze = await AnalyzeAsync(
            "start,time,event,arm\n0,3,1,a\n2,5,2,b\n4,7,0,a\n",
            ["--start", "start", "--time", "time", "--event", "event", "--event-of-interest", "1", "--arm", "arm", "--method", "cumulative_incidence,fine_gray"]);

        Assert.Equal(2, analyze.ExitCode);
        Assert.Contains("cumulative_incidence does not take rows that begin late: those with a competing event stay at risk", analyze.Error, StringComparison.Ordinal);
        Assert.Contains("fine_gray does not take rows that begin late", analyze.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("3,,a\n4,,b\n", "there are no events")]
    [InlineData("2,3,a\n2,3,b\n", "there is no variance to judge by")]
    [InlineData(",5,a\n,6,b\n,4,a\n", "Turnbull estimate")]
    [InlineData("1,1,a\n", "Turnbull estimate")]
    [InlineData("0,0,a\n1,Inf,b\n", "an event at time 0 has no place in this model")]
    [InlineData("1,2,a\n,,b\n", "1 row is left out: neither lower nor upper says anything.")]
    public async Task Analyze_IntervalsWithLittleData_GivesFiguresOrReasons(string rows, string says)
    {
        string[] test = rows.Contains('b', StringComparison.Ordinal) && !rows.Contains(",,b", StringComparison.Ordinal) ? [",interval_log_rank"] : [""];

        CommandLine analyze = await AnalyzeAsync(
            "lower,upper,arm\n" + rows, ["--lower", "lower", "--upper", "upper", "--arm", "arm", "--at", "2", "--method", $"turnbull,interval_parametric{test[0]}"]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains(says, analyze.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", analyze.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("5,4,a\n", "lower: 5 is after upper, 4. The event happens above lower and at most on upper.")]
    [InlineData("-1,4,a\n", "lower: -1 is negative.")]
    [InlineData("1,late,a\n", "upper: 'late' is not a number.")]
    [InlineData(",,a\n", "No row is complete")]
    public async Task Analyze_IntervalsThatAreNone_NamesTheRow(string rows, string message)
    {
        CommandLine analyze = await AnalyzeAsync("lower,upper,arm\n" + rows, ["--lower", "lower", "--upper", "upper"]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_Intervals_DrawsTheCurves()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "lower,upper,arm\n1,3,a\n2,4,a\n5,,b\n1,6,b\n");

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--lower", "lower", "--upper", "upper", "--arm", "arm", "--out", folder.PathOf("out"));

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        string chart = File.ReadAllText(folder.PathOf("out/charts/turnbull.vl.json"));

        // Arm a: all fall above 2 and at most on 3, the box from 1 down to 0.
        Assert.Contains("""{"arm":"a","time":2,"survival":1,"lower":0,"upper":1}""", chart, StringComparison.Ordinal);
        Assert.Contains("Turnbull curves of data.csv", File.ReadAllText(folder.PathOf("out/report.html")), StringComparison.Ordinal);
    }

    private static async Task<CommandLine> AnalyzeAsync(string text, string[] options)
    {
        using TemporaryFolder folder = new();
        return await CommandLine.RunAsync(["analyze", folder.Write("data.csv", text), .. options]);
    }
}
