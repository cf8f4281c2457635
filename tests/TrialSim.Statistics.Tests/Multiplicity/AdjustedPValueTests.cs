using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Multiplicity;

public sealed class AdjustedPValueTests
{
    [Fact, Trait("Source", "AgainstR")] // p.adjust(p, "bonferroni"), "holm", "hochberg"; R 4.2.2
    public void Adjusted_RandomFamilies_MatchPAdjust()
    {
        int families = 0;
        foreach (ReferenceRow row in ReferenceRow.ReadAll("multiplicity_adjusted.csv"))
        {
            double[] p = Numbers(row["p"]);
            double[] adjusted = new double[p.Length];
            AdjustedPValues.FillBonferroni(p, adjusted);
            AssertAll(Numbers(row["bonferroni"]), adjusted);
            AdjustedPValues.FillHolm(p, adjusted);
            AssertAll(Numbers(row["holm"]), adjusted);
            GatekeepingGraph.Holm(p.Length).FillAdjusted(p, adjusted);
            AssertAll(Numbers(row["holm"]), adjusted);
            AdjustedPValues.FillHochberg(p, adjusted);
            AssertAll(Numbers(row["hochberg"]), adjusted);
            families++;
        }

        Assert.Equal(60, families);
    }

    [Fact, Trait("Source", "ByHand")]
    public void FixedSequence_OneFails_HoldsBackTheRest()
    {
        double[] adjusted = new double[4];
        AdjustedPValues.FillFixedSequence([0.01, 0.04, 0.001, 0.2], adjusted);
        Assert.Equal([0.01, 0.04, 0.04, 0.2], adjusted);

        GatekeepingGraph.FixedSequence(4).FillAdjusted([0.01, 0.04, 0.001, 0.2], adjusted);
        Assert.Equal([0.01, 0.04, 0.04, 0.2], adjusted);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Adjusted_WrongLengthOrRange_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => AdjustedPValues.FillHolm([0.1, 0.2], new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedPValues.FillHochberg([0.1, 1.2], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedPValues.FillBonferroni([double.NaN], new double[1]));
    }

    private static void AssertAll(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Relative(expected[i], actual[i], 1e-13);
        }
    }

    private static double[] Numbers(string values) => [.. values.Split(' ').Select(double.Parse)];
}
