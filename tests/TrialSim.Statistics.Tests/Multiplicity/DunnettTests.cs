using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Multiplicity;

public sealed class DunnettTests
{
    [Fact, Trait("Source", "AgainstR")] // mvtnorm 1.1-3, TVPACK; see multiplicity.md
    public void Dunnett_UnequalArms_MatchesMvtnorm()
    {
        int families = 0;
        foreach (ReferenceRow row in ReferenceRow.ReadAll("dunnett.csv"))
        {
            double[] patients = Numbers(row["patients"]);
            double[] z = Numbers(row["z"]);
            double[] adjusted = new double[z.Length];
            Dunnett family = new(patients[0], patients.AsSpan(1));

            Close.Relative(row.Number("critical"), family.CriticalValue(0.025), 0.0, absolute: 1e-10);
            Close.Relative(row.Number("critical_two_sided"), family.TwoSidedCriticalValue(0.05), 0.0, absolute: 1e-10);
            family.FillAdjusted(z, adjusted);
            AssertAll(Numbers(row["adjusted"]), adjusted);
            family.FillTwoSidedAdjusted(z, adjusted);
            AssertAll(Numbers(row["adjusted_two_sided"]), adjusted);
            families++;
        }

        Assert.Equal(30, families);
    }

    // The largest Z is judged among all, the smallest by itself, and p-values never fall on the way down.
    [Fact, Trait("Source", "Property")]
    public void StepDown_ThreeArms_RunsFromAllToOne()
    {
        Dunnett family = new(100.0, [80.0, 120.0, 60.0]);
        double[] z = [1.2, 2.6, 2.0];
        double[] single = new double[3];
        double[] stepDown = new double[3];
        family.FillAdjusted(z, single);
        family.FillStepDownAdjusted(z, stepDown);
        double[] pair = new double[2];
        new Dunnett(100.0, [80.0, 60.0]).FillAdjusted([1.2, 2.0], pair);

        Assert.Equal(single[1], stepDown[1]);
        Close.Relative(pair[1], stepDown[2], 1e-12);
        Close.Relative(Normal.UpperTail(1.2), stepDown[0], 1e-12);
    }

    // Never harsher than Bonferroni, and close to it far out in the tail, where the digits must be kept.
    [Fact, Trait("Source", "Property")]
    public void Adjusted_FarOut_IsJustBelowBonferroni()
    {
        double[] adjusted = new double[2];
        Dunnett.EqualArms(2).FillAdjusted([8.0, 12.0], adjusted);

        Assert.InRange(adjusted[0], 1.99 * Normal.UpperTail(8.0), 2.0 * Normal.UpperTail(8.0));
        Assert.InRange(adjusted[1], 1.99 * Normal.UpperTail(12.0), 2.0 * Normal.UpperTail(12.0));
    }

    // A tiny control arm ties all comparisons together, a huge one sets them free.
    [Fact, Trait("Source", "Theory")]
    public void CriticalValue_ExtremeAllocation_RunsFromNoneToSidak()
    {
        Close.Relative(Normal.Quantile(0.975), new Dunnett(1e-6, [1.0, 1.0, 1.0]).CriticalValue(0.025), 2e-3);
        Close.Relative(Normal.Quantile(Math.Pow(0.975, 1.0 / 3.0)), new Dunnett(1e9, [1.0, 1.0, 1.0]).CriticalValue(0.025), 1e-6);
    }

    private static void AssertAll(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Relative(expected[i], actual[i], 0.0, absolute: 1e-12);
        }
    }

    private static double[] Numbers(string values) => [.. values.Split(' ').Select(double.Parse)];
}
