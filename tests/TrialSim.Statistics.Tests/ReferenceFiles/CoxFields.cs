using System.Text.Json;
using TrialSim.Statistics.Survival;

namespace TrialSim.Statistics.Tests.ReferenceFiles;

/// <summary>The fields of a coxph result.</summary>
internal static class CoxFields
{
    internal static void Assert(JsonElement expected, int patients, int events, CoxModelResult result)
    {
        int[] columns = [.. Enumerable.Range(0, result.Coefficients.Length)];
        Fields.Assert(expected, new()
        {
            ["n"] = Fields.Is(patients, 0.0),
            ["nevent"] = Fields.Is(events, 0.0),
            ["terms"] = terms => Xunit.Assert.Equal(columns.Length, terms.GetArrayLength()),
            ["coef"] = Fields.Are(result.Coefficients, 1e-8),
            ["hr"] = Fields.Are(columns.Select(k => Math.Exp(result.Coefficients[k])), 1e-8),
            ["se"] = Fields.Are(columns.Select(result.StandardError), 1e-8),
            ["z"] = Fields.Are(columns.Select(k => -result.Z(k)), 1e-8),
            ["p"] = Fields.Are(columns.Select(result.TwoSidedPValue), 0.0, 1e-8),
            ["hr_lower95"] = Fields.Are(columns.Select(k => result.HazardRatioInterval(k, 0.95).Lower), 1e-8),
            ["hr_upper95"] = Fields.Are(columns.Select(k => result.HazardRatioInterval(k, 0.95).Upper), 1e-8),
            ["loglik0"] = Fields.Is(result.LogLikelihoodNull, 1e-11),
            ["loglik1"] = Fields.Is(result.LogLikelihood, 1e-11),
            ["lr_test"] = Fields.Is(result.LikelihoodRatioChiSquare, 1e-9, 1e-10),
            ["lr_p"] = Fields.Is(result.LikelihoodRatioPValue, 0.0, 1e-8),
            ["wald_test"] = Fields.Is(result.WaldChiSquare, 1e-8),
            ["score_test"] = Fields.Is(result.ScoreChiSquare, 1e-8),
            ["score_p"] = Fields.Is(result.ScorePValue, 0.0, 1e-8),
            ["df"] = Fields.Is(result.DegreesOfFreedom, 0.0),
            ["var"] = Fields.AreMatrix(columns.Length, result.Covariance, 1e-8),
            ["concordance"] = Fields.NotOurs,
            ["concordance_se"] = Fields.NotOurs,
            ["iter"] = Fields.Said,
        });
    }
}
