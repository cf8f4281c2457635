using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Parametric models of each arm; late entry is conditioned on.</summary>
internal static class ParametricMethod
{
    public static MethodOutput Run(SurvivalData data) => ParametricModels.Fit(
        "parametric", [.. data.Arms.Select((_, arm) => ArmOf(data, arm))], data.Endpoint.Cuts, data.UnitInBrackets, data.Request.Confidence);

    private static ParametricArm ArmOf(SurvivalData data, int arm)
    {
        SurvivalRows sample = data.Sample.Where(row => data.Sample.Arms[row] == arm);
        IntervalSample times = IntervalSample.OfRightCensored(sample.Times, sample.HasEvent);
        return new ParametricArm(
            data.Arms[arm], sample.Starts.Length == 0 ? ParametricSample.Of(times) : ParametricSample.Of(times, sample.Starts), sample.Events);
    }
}
