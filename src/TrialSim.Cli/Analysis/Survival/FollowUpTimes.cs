namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The times at which a curve is told.</summary>
internal static class FollowUpTimes
{
    private const int UsualTimes = 4;

    /// <summary>Those that were asked for, or quarters of the longest follow-up.</summary>
    public static double[] Of(SurvivalData data)
    {
        double last = data.Sample.Times.Max();
        return data.Endpoint.At.Count > 0 ? [.. data.Endpoint.At] : [.. Enumerable.Range(1, UsualTimes).Select(quarter => last * quarter / UsualTimes)];
    }

    /// <summary>A sentence where nobody asked.</summary>
    public static string Note(SurvivalData data) => data.Endpoint.At.Count > 0 ? "" : " Times: quarters of the follow-up; --at names others.";
}
