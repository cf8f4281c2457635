using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Responses, numbers and numbers at visits: the figures of <c>analysis.csv</c> against those of R, which <c>Data/outcomes.R</c> wrote to <c>Data/expected-outcomes.csv</c>.</summary>
public sealed class AnalyzeOutcomesAgainstRTests
{
    // The mixed model is iterated to its top on both sides; generalised linear models stop where R's own iteration does.
    private const double Relative = 1e-7;

    private static readonly string[] Visits = [DataOf("visits"), "--value", "score", "--visit", "week", "--patient", "patient", "--arm", "arm", "--baseline", "baseline", "--covariates", "age"];

    private static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["response"] = [DataOf("outcomes"), "--response", "best", "--response-level", "CR,PR", "--arm", "arm", "--strata", "site", "--null-probability", "0.3"],
        ["categories"] = [DataOf("outcomes"), "--response", "best", "--arm", "arm", "--method", "chi_square,fisher"],
        ["score"] = [DataOf("outcomes"), "--value", "score", "--arm", "arm", "--baseline", "baseline", "--covariates", "age,site"],
        ["rating"] = [DataOf("outcomes"), "--value", "rating", "--arm", "arm", "--method", "wilcoxon"],
        ["visits"] = Visits,
        ["visits satterthwaite"] = [.. Visits, "--method", "mmrm", "--degrees-of-freedom", "satterthwaite"],
        ["visits residual"] = [.. Visits, "--method", "mmrm", "--degrees-of-freedom", "residual"],
    };

    [Theory, Trait("Source", "AgainstR")]
    [InlineData("response")]
    [InlineData("categories")]
    [InlineData("score")]
    [InlineData("rating")]
    [InlineData("visits")]
    [InlineData("visits satterthwaite")]
    [InlineData("visits residual")]
    public async Task Analyze_Outcomes_GivesTheFiguresOfR(string name)
    {
        using TemporaryFolder folder = new();
        CommandLine analyze = await CommandLine.RunAsync(["analyze", .. Arguments[name], "--control", name.StartsWith("visits", StringComparison.Ordinal) ? "placebo" : "control", "--out", folder.PathOf("out")]);
        Assert.True(analyze.ExitCode == 0, analyze.Error);
        List<Dictionary<string, string>> found = Table(Path.Combine(folder.PathOf("out"), "analysis.csv"));
        Dictionary<string, string>[] expected = [.. Table(Repository.PathOf("tests", "TrialSim.Cli.Tests", "Data", "expected-outcomes.csv")).Where(row => row["data"] == name)];

        Assert.NotEmpty(expected);
        List<string> differences = [];
        foreach (Dictionary<string, string> row in expected)
        {
            string key = $"{row["method"]}, {row["group"]}, {row["measure"]}, {row["visit"]}";
            Dictionary<string, string>? own = found.FirstOrDefault(other =>
                other["method"] == row["method"] && other["group"] == row["group"] && other["measure"] == row["measure"] && other["visit"] == row["visit"]);
            if (own is null)
            {
                differences.Add($"{key}: missing");
                continue;
            }

            (string Theirs, string Ours)[] columns =
            [
                ("value", "value"), ("se", "standard_error"), ("lower", "lower"), ("upper", "upper"), ("statistic", "statistic"), ("df", "degrees_of_freedom"),
                ("df2", "denominator_degrees_of_freedom"), ("p", "p_value"),
            ];
            differences.AddRange(columns
                .Where(pair => row[pair.Theirs].Length > 0 && !IsClose(row[pair.Theirs], own[pair.Ours]))
                .Select(pair => $"{key}: {pair.Ours} is {own[pair.Ours]}, in R {row[pair.Theirs]}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static bool IsClose(string theirs, string ours)
    {
        if (ours.Length == 0)
        {
            return false;
        }

        double expected = double.Parse(theirs, CultureInfo.InvariantCulture);
        double found = double.Parse(ours, CultureInfo.InvariantCulture);
        return Math.Abs(expected - found) <= Relative * Math.Max(Math.Abs(expected), 1e-6);
    }

    private static string DataOf(string name) => Repository.PathOf("tests", "TrialSim.Cli.Tests", "Data", $"{name}.csv");

    private static List<Dictionary<string, string>> Table(string path)
    {
        string[] lines = [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
