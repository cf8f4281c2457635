using TrialSim.Engine.Testing;
using TrialSim.Model.Decisions;
using TrialSim.Model.Testing;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Decisions;

/// <summary>
/// Finds the information that gives a sequential test its conditional power at the last look. Looks in between are left out of the reckoning.
/// Mehta and Pocock, Statistics in Medicine 30 (2011), equations 3 to 5; with a combination the second stage has its planned weight.
/// </summary>
internal static class SizeReestimation
{
    /// <summary>The information to wait for.</summary>
    /// <param name="course">The test after the look at which it is asked.</param>
    /// <param name="rule">What is wanted.</param>
    /// <returns>At least what was planned, at most what the rule allows.</returns>
    public static int InformationFor(SequentialCourse course, DecisionAction.Reestimate rule)
    {
        int planned = (int)course.Test.PlannedInformation[^1];
        if (course.Stages == 0 || course.Information >= planned || !rule.Zone.Contains(PowerAt(course, rule.Assuming, planned)))
        {
            return planned;
        }

        for (int information = planned; information < rule.MaxInformation; information++)
        {
            if (PowerAt(course, rule.Assuming, information) >= rule.ConditionalPower)
            {
                return information;
            }
        }

        return rule.MaxInformation;
    }

    /// <summary>Probability of a claim at the last look.</summary>
    /// <param name="course">The test after the look at which it is asked; at least one stage.</param>
    /// <param name="assuming">The effect.</param>
    /// <param name="information">Of the last look, above that of the last stage.</param>
    public static double PowerAt(SequentialCourse course, EffectAssumption assuming, double information)
    {
        double maximum = course.Test.PlannedInformation[^1];
        double effect = assuming == EffectAssumption.Trend ? course.RawZ / Math.Sqrt(course.Information) : course.Test.Drift / Math.Sqrt(maximum);
        double left = information - course.Information;
        double critical = course.Bounds.Efficacy[^1];
        double weight = course.Test.Combination == StageCombination.InverseNormal
            ? course.InformationOfBounds / maximum
            : course.Information / information;
        double secondStage = (critical - (Math.Sqrt(weight) * course.Z)) / Math.Sqrt(1.0 - weight);
        return Normal.UpperTail(secondStage - (effect * Math.Sqrt(left)));
    }
}
