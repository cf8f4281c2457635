using TrialSim.Cli.Analysis.IntervalCensored;
using TrialSim.Cli.Analysis.Longitudinal;
using TrialSim.Cli.Analysis.Proportions;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis;

/// <summary>The methods of <c>trialsim analyze</c> by the names that the user writes.</summary>
internal static class AnalysisMethods
{
    private static readonly AnalysisMethod[] All = [.. SurvivalMethods.All, .. IntervalMethods.All, .. BinaryMethods.All, .. ContinuousMethods.All, .. RepeatedMethods.All];

    /// <summary>Their names, in order.</summary>
    public static IEnumerable<string> Names => All.Select(method => method.Name);

    /// <summary>The methods of a request; the usual ones that the data allow where it names none.</summary>
    /// <exception cref="UserInputException">A name is unknown, or a method lacks something; the message holds a line for each.</exception>
    public static IReadOnlyList<AnalysisMethod> Of(AnalysisData data)
    {
        AnalysisRequest request = data.Request;
        if (request.Methods.Count == 0)
        {
            return [.. All.Where(method => method.IsUsual && method.Lacks(data).Length == 0)];
        }

        string[] problems =
        [
            .. request.Methods.Select(name => All.FirstOrDefault(method => method.Name == name) is AnalysisMethod method ? method.Lacks(data) : Unknown(name)).Where(problem => problem.Length > 0),
        ];
        return problems.Length > 0
            ? throw new UserInputException(string.Join(Environment.NewLine, problems))
            : [.. request.Methods.Distinct().Select(name => All.Single(method => method.Name == name))];
    }

    /// <summary>What is wrong with names of methods, before any file is read.</summary>
    public static IEnumerable<string> UnknownAmong(IEnumerable<string> names) => names.Where(name => !Names.Contains(name)).Select(Unknown);

    private static string Unknown(string name) => $"--method: there is no method '{name}'.{Advice.DidYouMean(name, Names)} The methods are {string.Join(", ", Names)}.";
}
