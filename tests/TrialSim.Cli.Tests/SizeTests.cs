using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Searches for a size, from the command line to the files.</summary>
public sealed class SizeTests
{
    // trialsim formula survival-size --control-median 8mo --hazard-ratio 0.5 --accrual 12mo --follow-up 12mo --power 0.8 (held against gsDesign's nSurv in Statistics.Tests): Schoenfeld 99.27,
    // Lachin–Foulkes 97.93 with 24 months; the last of 98 patients comes after 11.88 months on average, which takes 98.2. The interval asked for is ±2 %, that is 2 standard errors; the band is the 2 % that
    // the formulas may be off and 4 standard errors.
    [Fact, Trait("Source", "Theory")]
    public async Task Size_ExponentialArms_AgreesWithSchoenfeldAndLachinFoulkes()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync("size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--accuracy", "0.02", "-n", "100000", "--out", folder.PathOf("out"));
        JsonElement summary = SummaryIn(folder.PathOf("out"));
        double answer = summary.GetProperty("answer").GetDouble();

        Assert.Equal(0, size.ExitCode);
        Assert.Equal(0.0, answer % 2); // Whole multiples of 1:1.
        double schoenfeld = FormulaOf(summary, "Schoenfeld");
        double lachinFoulkes = FormulaOf(summary, "Lachin–Foulkes");
        Assert.Equal((100.0, 100.0), (schoenfeld, lachinFoulkes)); // Even numbers.
        Assert.InRange(answer, 0.94 * schoenfeld, 1.06 * schoenfeld);
        Assert.Contains($"Answer: {answer} patients in all ({answer / 2} in each arm), 95 % interval ", size.Out, StringComparison.Ordinal);
        Assert.Matches(@"  Lachin–Foulkes +power:os_test +\d+\n", size.Out);
        Assert.Matches(@"  os_test +0\.0\d+ ± 0\.00\d+ \(0\.0\d+–0\.0\d+\)\n", size.Out); // The type I error at the answer.
        Assert.Equal(
            ["curve.csv", "evaluations.csv", "manifest.json", "operating-characteristics.csv", "report.html", "resolved.yaml", "scenario.yaml", "size.json"],
            Directory.EnumerateFiles(folder.PathOf("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        // Each dot of the picture is an evaluation.
        string[] evaluations = File.ReadAllLines(folder.PathOf("out/evaluations.csv"));
        JsonElement[] dots = [.. JsonDocument.Parse(File.ReadAllText(folder.PathOf("out/charts/size-power-os_test.vl.json"))).RootElement.GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.Equal(evaluations.Length - 1, dots.Length);
        Assert.All(dots.Index(), pair => Assert.StartsWith($"{pair.Item.GetProperty("evaluation")},{pair.Item.GetProperty("purpose")},{pair.Item.GetProperty("size")},", evaluations[pair.Index + 1], StringComparison.Ordinal));
        Assert.All(dots.Index(), pair => Assert.Contains($",{pair.Item.GetProperty("value").GetRawText()},", evaluations[pair.Index + 1], StringComparison.Ordinal));
    }

    // Study 002 planned 49 a group, by Pearson's formula (R: power.prop.test(p1 = .6, p2 = .85, power = .8): n = 48.88). The exact power of the test passes .8 between 47 (.7931) and 48 (.8043) a group.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Size_ResponsesOfStudy002_AgreesWithPearson()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync("size", folder.Write("responses.yaml", SizeScenario.Responses), "--between", "60:130", "--accuracy", "0.03", "-n", "40000", "--out", folder.PathOf("out"));
        JsonElement summary = SummaryIn(folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.Equal(98.0, FormulaOf(summary, "Pearson (power.prop.test)"));
        Assert.Matches(@"  Pearson \(power\.prop\.test\) +power:response_test +98 +49 \+ 49 \(48\.88 \+ 48\.88\), of the shares that are simulated, 0\.6 and 0\.85\n", size.Out);
        Assert.InRange(summary.GetProperty("answer").GetDouble(), 92, 100);
    }

    // By Schoenfeld's events over the probabilities of the Weibull fits within 24 months: overall survival, hazard ratio (18.85/23.56)^2.235 = .6074, 126.34 events, P = .8202 and .6473: 172.2; progression-free
    // survival, hazard ratio (8.99/14.23)^.907 = .6593, 180.96 events, P = .9125 and .7994: 211.4. The intervals asked for are ±2 %, that is 2 standard errors; the bands are ±6 %.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("power:os_test=0.8", 172)]
    [InlineData(
        "power:pfs_test=0.8",
        211,
        "--set",
        "truth.events.progression.hazard={by_arm: {tace_rfa: {family: weibull, shape: 0.907, scale: 8.99mo}, tace_rfa_sorafenib: {family: weibull, shape: 0.907, scale: 14.23mo}}}",
        "--set",
        "truth.events.death.hazard=none")]
    public async Task Size_SurvivalOfStudy002_IsWhatItWouldHaveNeeded(string target, double expected, params string[] options)
    {
        using TemporaryFolder folder = new();
        string scenario = Repository.PathOf("scenarios", "sorafenib-tace-rfa-trial-direct.yaml");
        CommandLine size = await CommandLine.RunAsync(["size", scenario, "--at-least", target, .. options, "--between", "100:400", "--accuracy", "0.02", "-n", "40000", "--out", folder.PathOf("out")]);

        Assert.Equal(0, size.ExitCode);
        Assert.InRange(SummaryIn(folder.PathOf("out")).GetProperty("answer").GetDouble(), 0.94 * expected, 1.06 * expected);
        Assert.InRange(FormulaOf(SummaryIn(folder.PathOf("out")), "Schoenfeld"), expected - 2, expected + 2);
        Assert.DoesNotContain("unequal allocation", size.Out, StringComparison.Ordinal); // 55 and 54 patients.
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_TwiceAsManyInOneArm_SaysThatFormulasStray()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("trial.yaml", SizeScenario.Yaml), "--set", "design.allocation={ratio: {control: 1, treated: 2}}", "--accuracy", "0.2", "-n", "10000", "--out", folder.PathOf("out"));

        Assert.Contains("With unequal allocation Schoenfeld's and Lachin–Foulkes' formulas stray by some percent.", size.Out, StringComparison.Ordinal);
    }

    // The mean width of Wilson's interval of a share of .6 is .2016 with 86 patients of an arm and .1994 with 88 (R: x <- 0:n; p <- x/n; z <- 1.959964;
    // sum(dbinom(x, n, .6)*2*z*sqrt(p*(1-p)/n+z^2/(4*n^2))/(1+z^2/n))): 176 in all.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Size_WidthOfAnInterval_IsATargetToo()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("responses.yaml", SizeScenario.Responses), "--at-most", "interval_width:rate:tace_rfa=0.2", "--set", "design.analyses.rate={endpoint: response, method: proportion}",
            "--between", "100:300", "-n", "10000", "--out", folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.InRange(SummaryIn(folder.PathOf("out")).GetProperty("answer").GetDouble(), 174, 178);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_TypeIErrorAsTarget_IsThatOfTheTrialWithoutEffect()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--at-least", "power=0.8", "--at-most", "type_i_error:os_test=0.09", "--accuracy", "0.05", "-n", "20000", "--out", folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.Matches(@"  type_i_error:os_test +at most 0\.09 +0\.0[3-7]\d+ ± ", size.Out);
        Assert.Matches(@"  power +at least 0\.8 .+ decides
", size.Out);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Size_AnyThreads_GivesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("how-many.yaml", SizeScenario.Yaml);
        await CommandLine.RunAsync("size", file, "-n", "10000", "--threads", "1", "--out", folder.PathOf("one"));
        await CommandLine.RunAsync("size", file, "-n", "10000", "--threads", "3", "--out", folder.PathOf("three"));

        Folders.AreTheSame(folder.PathOf("one"), folder.PathOf("three"));
    }

    [SignalTheory, Trait("Source", "Property")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task Size_StoppedAndResumed_GivesTheBytesOfASearchInOnePiece(string signal)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("how-many.yaml", SizeScenario.Yaml);
        string[] search = ["size", file, "--accuracy", "0.005", "-n", "60000", "--threads", "1", "--out"];
        await CommandLine.RunAsync([.. search, folder.PathOf("whole")]);
        using (Program program = Program.Start([.. search, folder.PathOf("out")]))
        {
            for (int evaluation = 0; evaluation < 2; evaluation++)
            {
                while (await program.Error.ReadLineAsync() is string line && !line.Contains("replicates: power:os_test", StringComparison.Ordinal))
                {
                }
            }

            program.Send(signal);
            await program.ExitCodeAsync();
        }

        CommandLine other = await CommandLine.RunAsync([.. search, folder.PathOf("out"), "--resume", "--set", "truth.events.death.hazard.median=9mo"]);
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("truth.events.death.hazard.median: 8mo there, 9mo here", other.Error, StringComparison.Ordinal);

        CommandLine resumed = await CommandLine.RunAsync([.. search, folder.PathOf("out"), "--resume"]);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Matches(@"^\d+ evaluations are there\.", resumed.Error);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("out"));
    }

    // The search that is there varies the events of 20 to 120, and was killed.
    [SignalTheory, Trait("Source", "ByHand")]
    [InlineData("KILL")]
    public async Task Size_ResumedAsAnotherSearch_NamesWhatDiffers(string signal)
    {
        using TemporaryFolder folder = new();
        string[] scenario = [folder.Write("how-many.yaml", SizeScenario.Yaml), "--set", "design.looks.final.when={events: {endpoint: os, count: 40}}", "--set", "design.patients=200"];
        Dictionary<string, string> search = new()
        {
            ["--vary"] = "events",
            ["--at-least"] = "power:os_test=0.7",
            ["--between"] = "40:120",
            ["--accuracy"] = "0.01",
            ["-n"] = "400000",
            ["--out"] = folder.PathOf("out"),
        };
        string[] CommandWith(params string[] other) =>
            ["size", .. scenario, .. search.Where(option => option.Key != other.FirstOrDefault()).SelectMany(option => new[] { option.Key, option.Value }), .. other];
        using (Program program = Program.Start(CommandWith()))
        {
            while (await program.Error.ReadLineAsync() is string line && !line.Contains("replicates: power:os_test", StringComparison.Ordinal))
            {
            }

            program.Send(signal);
            await program.ExitCodeAsync();
        }

        (string Differences, string[] Other)[] others =
        [
            ("  --vary events: given there, not given here\n  --vary patients: not given there, given here\n", ["--vary", "patients"]),
            ("  --at-least power:os_test=0.7: given there, not given here\n  --at-least power:os_test=0.8: not given there, given here\n", ["--at-least", "power:os_test=0.8"]),
            ("  --at-most trial_duration=60mo: not given there, given here\n", ["--at-most", "trial_duration=60mo"]),
            ("  --between 40:120: given there, not given here\n  --between 40:100: not given there, given here\n", ["--between", "40:100"]),
            ("  --step 2: not given there, given here\n", ["--step", "2"]),
            ("  --accuracy 0.01: given there, not given here\n  --accuracy 0.1: not given there, given here\n", ["--accuracy", "0.1"]),
            ("  run.replicates: 400000 there, 20000 here\n", ["-n", "20000"]),
            ("  run.seed: 7 there, 8 here\n", ["--seed", "8"]),
            ("  truth.events.death.hazard.median: 8mo there, 9mo here\n", ["--set", "truth.events.death.hazard.median=9mo"]),
        ];
        foreach ((string differences, string[] other) in others)
        {
            CommandLine resumed = await CommandLine.RunAsync([.. CommandWith(other), "--resume"]);

            Assert.Equal((2, ""), (resumed.ExitCode, resumed.Out));
            Assert.Contains($"the evaluations that are kept for these results are of another search.\n{differences}Run it as it was", resumed.Error, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Source", "Theory")]
    public async Task Size_Events_ComeNearSchoenfelds()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("how-many.yaml", SizeScenario.Yaml);
        CommandLine size = await CommandLine.RunAsync(
            "size", file, "--vary", "events", "--set", "design.looks.final.when={events: {endpoint: os, count: 40}}", "--set", "design.patients=200", "--accuracy", "0.04", "-n", "40000", "--out", folder.PathOf("out"));
        JsonElement summary = SummaryIn(folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.Equal(66.0, FormulaOf(summary, "Schoenfeld")); // trialsim formula events --hazard-ratio 0.5 --power 0.8: 65.35
        // 4 % asked for are 2 standard errors; the band is 4.5 of them, and the formula itself may be off by a little.
        Assert.InRange(summary.GetProperty("answer").GetDouble(), 60, 72);
        Assert.Equal("design.looks.final.when.events.count", summary.GetProperty("keys")[0].GetString());
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_AccrualDuration_BringsPatientsAtTheRateOfTheScenario()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--vary", "accrual-duration", "--step", "1mo", "--between", "6mo:30mo", "--accuracy", "0.1", "-n", "20000", "--out", folder.PathOf("out"));
        JsonElement summary = SummaryIn(folder.PathOf("out"));
        double months = summary.GetProperty("answer").GetDouble();

        // 60 patients in 12 months are 5 a month; their number stays even.
        Assert.Equal(0, size.ExitCode);
        Assert.Contains("Patients come at the scenario's rate, 5 each month, and their number follows.", size.Out, StringComparison.Ordinal);
        Assert.InRange(months, 14, 20);
        Assert.Equal(2 * Math.Round(2.5 * months), summary.GetProperty("patients_by_arm").EnumerateArray().Sum(arm => arm.GetInt32()));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_FollowUp_ChangesTheLookAndItsLimit()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--vary", "follow-up", "--step", "1mo", "--set", "design.patients=80", "--set", "design.max_follow_up=12mo", "--accuracy", "0.2", "-n", "20000", "--out", folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.Contains("design.max_follow_up is the same in the scenario, and changes with it.", size.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["design.looks.final.when.follow_up_of_last_patient", "design.max_follow_up"], SummaryIn(folder.PathOf("out")).GetProperty("keys").EnumerateArray().Select(key => key.GetString()));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(
        @"^power:os_test is to be at least 0\.8, and no number of patients up to 70 reaches that: with 70 patients it is 0\.\d+ ± 0\.\d+, with 50 patients 0\.\d+ ± 0\.\d+\.\n",
        "--between", "50:70")]
    [InlineData(
        @"^power:os_test is to be at least 0\.8, and does not depend on the number of patients as far as replicates tell: it is 0\.0\d+ ± 0\.\d+ with 20 patients and 0\.0\d+ ± 0\.\d+ with 200 patients\. Vary something else with --vary\.\n",
        "--between", "20:200", "--set", "truth.effects.0.hazard_ratio=1")]
    [InlineData(
        @"^No accrual duration meets all targets: power is at least 0\.8 from \d\d\.\dmo \(95 % interval \d\d\.\d to \d\d\.\d\) on, and trial_duration is at most 22mo only up to \d?\d\.\dmo",
        "--vary", "accrual-duration", "--at-least", "power=0.8", "--at-most", "trial_duration=22mo", "--between", "6mo:30mo")]
    public async Task Size_TargetOutOfReach_SaysWhy(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(["size", folder.Write("how-many.yaml", SizeScenario.Yaml), "-n", "20000", .. options, "--out", folder.PathOf("out")]);

        Assert.Equal(3, size.ExitCode);
        Assert.Matches(message, size.Out);
        Assert.Equal(JsonValueKind.Null, SummaryIn(folder.PathOf("out")).GetProperty("answer").ValueKind);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_PowerForHarm_WarnsAndNamesWhatToAskFor()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(
            "size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--set", "truth.effects.0.hazard_ratio=2", "--accuracy", "0.1", "-n", "10000", "--out", folder.PathOf("out"));

        Assert.Equal(0, size.ExitCode);
        Assert.Matches(@"Warning: of the power of os_test, 0\.\d+, only 0\.00\d+ is for benefit: the test is two-sided, and 0\.\d+ of trials reject for harm\. Write --at-least power_for_benefit:os_test=0\.8 to ask for benefit\.", size.Error);
        Assert.Contains("is for benefit", size.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Size_Curve_StaysWithinTheSizesThatWereSimulated()
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync("size", folder.Write("how-many.yaml", SizeScenario.Yaml), "--accuracy", "0.05", "-n", "20000", "--out", folder.PathOf("out"));
        double[] SizesIn(string file, int column) => [.. File.ReadLines(folder.PathOf($"out/{file}")).Skip(1).Select(line => double.Parse(line.Split(',')[column], System.Globalization.CultureInfo.InvariantCulture))];
        string[] heads = File.ReadLines(folder.PathOf("out/evaluations.csv")).First().Split(',');
        double[] simulated = SizesIn("evaluations.csv", Array.IndexOf(heads, "size"));

        Assert.Equal(0, size.ExitCode);
        Assert.All(SizesIn("curve.csv", 0), row => Assert.InRange(row, simulated.Min(), simulated.Max()));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("--at-least: there is no 'power:pfs_test'. Write a measure, and after a colon what it is about, such as power:os_test. The measures are ", "--at-least", "power:pfs_test=0.8")]
    [InlineData("--at-least: 'power:os_test' is not a characteristic and its value. Write such as power:os_test=0.8.\n", "--at-least", "power:os_test")]
    [InlineData("--at-least: power:os_test is a probability, and 80 is none between 0 and 1. Write such as power:os_test=0.8.\n", "--at-least", "power:os_test=80")]
    [InlineData("--at-least: power:os_test cannot be compared with 'much'. Write such as power:os_test=0.8.\n", "--at-least", "power:os_test=much")]
    [InlineData("--at-most: hazard_ratio:os_hr is no time, and '12mo' is a duration. Write such as hazard_ratio:os_hr=0.75.\n", "--at-most", "hazard_ratio:os_hr=12mo")]
    [InlineData("--at-most: trial_duration is a time, and '48' is no duration above 0. Write such as trial_duration=48mo.\n", "--at-most", "trial_duration=48")]
    [InlineData("--at-most: trial_duration is a time, and '-1y' is no duration above 0. Write such as trial_duration=48mo.\n", "--at-most", "trial_duration=-1y")]
    [InlineData("--vary events: no look waits for a number of events. This scenario has patients, follow-up, accrual-duration, and every key of 'trialsim explain' that is a number or a duration, such as design.patients.\n", "--vary", "events")]
    [InlineData("--vary design.patience: there is no such key. ", "--vary", "design.patience")]
    [InlineData("--vary name: only what stands under design or truth is of the trial and can be varied. ", "--vary", "name")]
    [InlineData("--vary run.seed: only what stands under design or truth is of the trial and can be varied. ", "--vary", "run.seed")]
    [InlineData("--step: '0.5' would divide one of the patients. Write a whole number, such as 2.\n", "--step", "0.5")]
    [InlineData("--between: no size lies between 50 and 60 patients in steps of 100. ", "--between", "50:60", "--step", "100")]
    [InlineData("--between: 0 patients is no size that the scenario can have. Write limits from ", "--between", "0:100")]
    [InlineData("--between: '50' is not two sizes. Write the least and the most with a colon between, such as 50:400 or 12mo:60mo.\n", "--between", "50")]
    [InlineData("--between: '5w' is no size of the number of patients. Write a number, such as 20.\n", "--between", "5w:6w")]
    [InlineData("--between: 400 is more than 50. Write the least first.\n", "--between", "400:50")]
    [InlineData("--step: '0' is no size of the number of patients. Write a number above 0, such as 20.\n", "--step", "0")]
    [InlineData("--replicates: '500' cannot be used; write a whole number from 10000 to 100000000.\n", "-n", "500")]
    [InlineData("--accuracy: '1' cannot be used; write a number between 0 and 1, such as 0.02.\n", "--accuracy", "1")]
    public async Task Size_ThatCannotBe_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLine size = await CommandLine.RunAsync(["size", folder.Write("how-many.yaml", SizeScenario.Yaml), .. options, "--out", folder.PathOf("out")]);

        Assert.Equal((2, ""), (size.ExitCode, size.Out));
        Assert.StartsWith(message, size.Error, StringComparison.Ordinal);
        Assert.Equal(["how-many.yaml"], folder.Listing());
    }

    private static JsonElement SummaryIn(string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "size.json"))).RootElement;

    private static double FormulaOf(JsonElement summary, string name) =>
        summary.GetProperty("formulas").EnumerateArray().Single(formula => formula.GetProperty("formula").GetString() == name).GetProperty("answer").GetDouble();
}
