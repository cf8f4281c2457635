using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Margins of non-inferiority.</summary>
internal static class MarginResolver
{
    /// <summary>The margin, or none; what makes none is reported.</summary>
    public static ImmutableArray<double> Resolve(AnalysisDocument document, AnalysisMethod method, DocumentPath path, ProblemList problems)
    {
        if (document.Margin is not { } margin || !Takes(method))
        {
            return [];
        }

        DocumentPath place = path.Key("margin");
        string shown = margin.ToString(CultureInfo.InvariantCulture);
        if (method is AnalysisMethod.LogRank or AnalysisMethod.Cox && margin is <= 1.0 or > Magnitudes.LargestFactor)
        {
            problems.Error(place, $"'{shown}' is no hazard ratio by which an arm may be worse. Write a number above 1, such as 1.3.");
        }
        else if (method == AnalysisMethod.ChiSquare && margin >= 1.0)
        {
            problems.Error(place, $"'{shown}' is no difference of two probabilities. Write a number between 0 and 1, such as 0.1.");
        }

        if (method == AnalysisMethod.LogRank && document.Weight is not null)
        {
            problems.Error(path.Key("weight"), "A weighted test has no hazard ratio to be set against a margin. Remove weight or margin.");
        }

        if (method == AnalysisMethod.ChiSquare && document.Correction is not null)
        {
            problems.Error(path.Key("correction"), "Against a margin the test is that of Farrington and Manning, which has no correction. Remove correction or margin.");
        }

        return [margin];
    }

    private static bool Takes(AnalysisMethod method) => method is AnalysisMethod.LogRank or AnalysisMethod.Cox or AnalysisMethod.ChiSquare or AnalysisMethod.TTest;
}
