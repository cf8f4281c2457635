using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Responses, numbers and numbers at visits at the edge: what cannot be estimated has a reason, and what is wrong says what to write.</summary>
public sealed class AnalyzeOutcomesTests
{
    private static readonly string[] Response = ["--response", "r", "--arm", "arm"];
    private static readonly string[] Value = ["--value", "v", "--arm", "arm"];
    private static readonly string[] Visit = ["--value", "v", "--visit", "visit", "--patient", "id", "--arm", "arm"];

    [Theory, Trait("Source", "ByHand")]
    [InlineData("arm,r\na,0\na,0\nb,1\nb,1\n", "fisher,b v a,conditional_odds_ratio,,,Inf")]
    [InlineData("arm,r\na,0\na,0\nb,0\nb,0\n", "chi_square,b v a,pearson,,,,,,,,,,,4,0,no_variance")]
    [InlineData("arm,r\na,0\na,1\nb,0\nb,0\n", "risk_ratio,b v a,risk_ratio,,,0,,0,Inf")]
    [InlineData("arm,r\na,1\nb,0\n", "risk_difference,b v a,risk_difference,,,-1,,")]
    public async Task Responses_FewOrNone_HaveAnEndOrAReason(string data, string line) => await Expect(data, Response, line);

    [Theory, Trait("Source", "ByHand")]
    [InlineData("arm,v\na,5\na,5\nb,5\nb,5\n", "t_test,b v a,welch_value,,,,,,,,,,,4,,no_variance")]
    [InlineData("arm,v\na,5\na,5\nb,5\nb,5\n", "wilcoxon,b v a,wilcoxon_value,,,,,,,,,,,4,,no_variance")]
    [InlineData("arm,v\na,5\nb,7\n", "t_test,b v a,welch_value,,,,,,,,,,,2,,too_few_observations")]
    [InlineData("arm,v\na,5\nb,7\n", "means,a,mean_value,,,5,,,,,,,,1,,ok")]
    [InlineData("arm,v\na,5\na,7\nb,NA\n", "t_test,b v a,welch_value,,,,,,,,,,,2,,one_arm_empty")]
    public async Task Values_OnePatientOrAllEqual_HaveAReason(string data, string line) => await Expect(data, Value, line);

    [Theory, Trait("Source", "ByHand")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n2,a,1,6\n3,b,1,8\n4,b,1,7\n", "mmrm,b v a,difference,1,,2,")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n1,a,2,5\n2,b,1,6\n2,b,2,7\n", "rm_anova,all arms,visit,,,,,,,,,,,2,,too_few_observations")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n1,a,2,NA\n2,b,1,NA\n2,b,2,7\n", "rm_anova,all arms,visit,,,,,,,,,,,0,,no_patients")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n2,a,1,6\n3,b,1,8\n4,b,1,7\n1,a,2,5\n2,a,2,9\n", "mmrm,b v a,difference,2,,,,,,,,,,2,,no_patients")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n2,a,1,5\n3,b,1,5\n4,b,1,5\n1,a,2,5\n2,a,2,5\n3,b,2,5\n4,b,2,5\n", "mmrm,b v a,difference,2,,,,,,,,,,4,,no_variance")]
    public async Task Visits_FewOrMissing_HaveAReason(string data, string line) => await Expect(data, Visit, line);

    // R: w <- aggregate(cbind(v, ch = v - b) ~ id + arm, d, mean); anova(lm(v ~ arm, w))$F is 0.12468827930174, anova(lm(ch ~ arm, w))$F 75 and p
    // 9.78088619137284e-04, as summary(aov(I(v - b) ~ arm * visit + Error(id / visit), d)). Patient 7 lacks a visit.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("rm_anova,all arms,arm,,,,,,,0.124688279301")]
    [InlineData("rm_anova,all arms,arm_change,,,,,,,75.0000000000,1,4,0.000978088619137,6")]
    public async Task RepeatedAnova_WithBaseline_ComparesArmsInValuesAndInChanges(string figures)
    {
        const string Data = "id,arm,b,visit,v\n1,a,20,1,18\n1,a,20,2,15\n2,a,31,1,27\n2,a,31,2,29\n3,a,26,1,26\n3,a,26,2,21\n4,b,28,1,21\n4,b,28,2,17\n5,b,35,1,27\n5,b,35,2,28\n"
            + "6,b,24,1,20\n6,b,24,2,13\n7,b,30,1,22\n";
        string[] fields = figures.Split(',');
        using TemporaryFolder folder = new();
        CommandLine analyze = await CommandLine.RunAsync(
            ["analyze", folder.Write("data.csv", Data), .. Visit, "--baseline", "b", "--method", "rm_anova,visit_means", "--out", folder.PathOf("out")]);

        Assert.True(analyze.ExitCode == 0, analyze.Error);
        string[] row = (await File.ReadAllLinesAsync(Path.Combine(folder.PathOf("out"), "analysis.csv"))).Single(line => line.Contains($",{fields[2]},", StringComparison.Ordinal)).Split(',');
        Assert.Equal(fields.Length, fields.Zip(row).Count(pair => pair.First == pair.Second || IsClose(pair.First, pair.Second)));
        Assert.Contains("Of v itself, and of its change from b where it says so", analyze.Out, StringComparison.Ordinal);
        Assert.Contains("Of v itself, not its change, in the patients seen at each visit", analyze.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n1,a,1,6\n", ":3  id '1' has the visit '1' twice, first in line 2. Give one row for a patient's visit.")]
    [InlineData("id,arm,visit,v\n1,a,1,5\n1,b,2,6\n", ":3  id '1' is in another arm than in line 2. Give a patient's rows one arm.")]
    public async Task Visits_ThatContradictEachOther_AreNamed(string data, string message)
    {
        using TemporaryFolder folder = new();
        CommandLine analyze = await CommandLine.RunAsync(["analyze", folder.Write("data.csv", data), .. Visit]);

        Assert.Equal(2, analyze.ExitCode);
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--value v --visit visit", "--patient is missing. Add --patient <column>.")]
    [InlineData("--value v --response r", "--value is for measured numbers, and the columns named are of a binary endpoint. Leave --value out")]
    [InlineData("--response r --tau 4", "--tau is for survival data, and the columns named are of a binary endpoint.")]
    [InlineData("--value v --time-unit weeks", "--time-unit is for survival data or interval-censored data, and the columns named are of measured numbers. Leave --time-unit out")]
    [InlineData("--response r --method t_test", "--method t_test: t_test takes a value of each patient, not a binary endpoint. Name columns with --value <column>, or another method.")]
    [InlineData("--response r --method mantel_haenszel --arm arm", "mantel_haenszel needs strata. Name their columns with --strata.")]
    [InlineData("--response r --method binomial", "binomial needs a null hypothesis. Add --null-probability <share>.")]
    [InlineData("--response r --margin 2", "--margin: '2' cannot be used; write a share between 0 and 1, such as 0.1.")]
    [InlineData("--response arm", "arm holds 'a', 'b', which is neither 1/0 nor yes/no. Say which level is a response, such as --response-level a.")]
    [InlineData("--response r --response-level 2", "--response-level: there is no level '2'. The levels are '0', '1'.")]
    [InlineData("--value v --method ancova --arm arm", "ancova needs --baseline or --covariates.")]
    [InlineData("--value v --visit visit --patient id --method rm_anova --degrees-of-freedom z", "--degrees-of-freedom: 'z' cannot be used; write kenward-roger or satterthwaite or residual.")]
    public async Task Options_ThatDoNotFitTheData_SayWhatToWrite(string options, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "id,arm,visit,v,r\n1,a,1,5,0\n2,b,1,6,1\n");
        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. options.Split(' ')]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_VisitsAndResponses_WriteAReportWithTheirChart()
    {
        using TemporaryFolder folder = new();
        string visits = folder.Write("visits.csv", "id,arm,visit,v\n1,a,1,5\n2,a,1,6\n3,b,1,8\n4,b,1,7\n1,a,2,5.5\n2,a,2,7\n3,b,2,10\n4,b,2,8\n");
        string responses = folder.Write("responses.csv", "arm,r\na,0\na,1\nb,0\nb,1\n");

        CommandLine first = await CommandLine.RunAsync(["analyze", visits, .. Visit, "--out", folder.PathOf("visits")]);
        CommandLine second = await CommandLine.RunAsync(["analyze", responses, .. Response, "--out", folder.PathOf("responses")]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.True(File.Exists(Path.Combine(folder.PathOf("visits"), "charts", "visit-means.vl.json")));
        Assert.True(File.Exists(Path.Combine(folder.PathOf("responses"), "charts", "proportions.vl.json")));
        Assert.False(File.Exists(Path.Combine(folder.PathOf("responses"), "km.csv")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task RiskDifference_EveryPatientResponds_SaysThatWaldsIntervalHasNoWidth()
    {
        using TemporaryFolder folder = new();
        CommandLine analyze = await CommandLine.RunAsync(["analyze", folder.Write("data.csv", "arm,r\na,1\na,1\nb,1\nb,1\n"), .. Response, "--method", "risk_difference"]);

        Assert.True(analyze.ExitCode == 0, analyze.Error);
        Assert.Contains("Wald's has no width, and says nothing, where each arm has a response in none or in all.", analyze.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static bool IsClose(string first, string second) =>
        double.TryParse(first, CultureInfo.InvariantCulture, out double expected) && double.TryParse(second, CultureInfo.InvariantCulture, out double found)
        && Math.Abs(expected - found) <= 1e-11 * Math.Abs(expected);

    private static async Task Expect(string data, string[] options, string line)
    {
        using TemporaryFolder folder = new();
        CommandLine analyze = await CommandLine.RunAsync(["analyze", folder.Write("data.csv", data), .. options, "--out", folder.PathOf("out")]);

        Assert.True(analyze.ExitCode == 0, analyze.Error);
        string table = await File.ReadAllTextAsync(Path.Combine(folder.PathOf("out"), "analysis.csv"));
        Assert.True(table.Split('\n').Any(row => row.StartsWith(line, StringComparison.Ordinal)), table);
        Assert.DoesNotContain("NaN", table, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", analyze.Out, StringComparison.Ordinal);
    }
}
