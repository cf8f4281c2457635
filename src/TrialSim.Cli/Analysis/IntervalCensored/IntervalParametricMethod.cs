using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>Parametric models of each arm from intervals.</summary>
internal static class IntervalParametricMethod
{
    public static MethodOutput Run(IntervalData data) => ParametricModels.Fit(
        "interval_parametric", [.. data.Arms.Select((_, arm) => ArmOf(data, arm))], data.Endpoint.Cuts, data.UnitInBrackets, data.Request.Confidence);

    private static ParametricArm ArmOf(IntervalData data, int arm)
    {
        IntervalSample sample = data.SampleOf(arm);
        int events = 0;
        foreach (double upper in sample.UpperDays)
        {
            events += double.IsFinite(upper) ? 1 : 0;
        }

        return new ParametricArm(data.Arms[arm], ParametricSample.Of(sample), events);
    }
}
