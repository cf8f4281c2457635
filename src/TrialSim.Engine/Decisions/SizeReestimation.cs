using TrialSim.Engine.Testing;
using TrialSim.Model.Decisions;
using TrialSim.Model.Testing;

namespace TrialSim.Engine.Decisions;

/// <summary>
/// Finds the information that gives a sequential test its conditional power at the last look. Looks in between are left out of the reckoning.
/// Mehta and Pocock, Statistics in Medicine 30 (2011), equations 3 to 5; with a combination the second stage has its planned weight.
/// </summary>
internal static class SizeReestimation
{
    /// <summary>The information to wait for.</summary>
    /// <param name="shown">What the test has shown by the look at which it is asked.</param>
    /// <param name="rule">What is wanted.</param>
    /// <returns>At least what was planned, at most what the rule allows.</returns>
    public static int InformationFor(in SequentialStage shown, DecisionAction.Reestimate rule)
    {
        int planned = (int)shown.Test.PlannedInformation[^1];
        if (shown.Stages == 0 || shown.Information >= planned || !rule.Zone.Contains(PowerAt(shown, rule.Assuming, planned)))
        {
            return planned;
        }

        for (int information = planned; information < rule.MaxInformation; information++)
        {
            if (PowerAt(shown, rule.Assuming, information) >= rule.ConditionalPower)
            {
                return information;
            }
        }

        return rule.MaxInformation;
    }

    /// <summary>Probability of a claim at the last look.</summary>
    /// <param name="shown">What the test has shown by the look at which it is asked; at least one stage.</param>
    /// <param name="assuming">The effect.</param>
    /// <param name="information">Of the last look, above that of the last stage.</param>
    public static double PowerAt(in SequentialStage shown, EffectAssumption assuming, double information)
    {
        double maximum = shown.Test.PlannedInformation[^1];
        double effect = assuming == EffectAssumption.Trend ? shown.RawZ / Math.Sqrt(shown.Information) : shown.Test.Drift / Math.Sqrt(maximum);
        double left = information - shown.Information;
        double critical = shown.Bounds.Efficacy[^1];
        double weight = shown.Test.Combination == StageCombination.InverseNormal
            ? shown.InformationOfBounds / maximum
            : shown.Information / information;
        double secondStage = (critical - (Math.Sqrt(weight) * shown.Z)) / Math.Sqrt(1.0 - weight);
        return Normal.UpperTail(secondStage - (effect * Math.Sqrt(left)));
    }
}
