using System.Globalization;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

public sealed class MultivariateNormalTests
{
    // R 4.2.2, mvtnorm: pmvnorm(lower = c(h, k), corr = …, algorithm = TVPACK(1e-16)).
    [Fact, Trait("Source", "AgainstR")]
    public void UpperTail_RandomCorrelations_MatchesMvtnorm() =>
        Assert.All(ReferenceRow.ReadAll("normal_bivariate.csv"), row => Assert.Equal(
            row.Number("p"), BivariateNormal.UpperTail(row.Number("h"), row.Number("k"), row.Number("r")), 2e-14));

    [Theory, Trait("Source", "Theory")]
    [InlineData(double.PositiveInfinity, 0.3, 0.5, 0.0)]
    [InlineData(0.3, double.PositiveInfinity, -0.95, 0.0)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, 0.5, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0, 0.5, 0.5)]
    [InlineData(0.0, double.NegativeInfinity, 0.95, 0.5)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, 0.5, 1.0)]
    [InlineData(0.0, 0.0, 1.0, 0.5)]
    [InlineData(0.0, 0.0, -1.0, 0.0)]
    public void UpperTail_AtTheEdges_IsThatOfOneVariable(double h, double k, double correlation, double expected) =>
        Assert.Equal(expected, BivariateNormal.UpperTail(h, k, correlation), 1e-15);

    // R 4.2.2, mvtnorm: pmvnorm(upper = …, corr = …, algorithm = TVPACK(1e-14)).
    [Fact, Trait("Source", "AgainstR")]
    public void Inside_ThreeVariables_MatchesMvtnorm() =>
        Assert.All(ReferenceRow.ReadAll("normal_trivariate.csv"), row =>
        {
            double[] upper = [row.Number("b1"), row.Number("b2"), row.Number("b3")];
            double[] correlation =
                [1, row.Number("r21"), row.Number("r31"), row.Number("r21"), 1, row.Number("r32"), row.Number("r31"), row.Number("r32"), 1];
            Assert.Equal(row.Number("p"), MultivariateNormal.Inside(Unbounded(3), upper, correlation), 1e-9);
        });

    // R 4.2.2, mvtnorm: pmvnorm(upper = …, corr = …, algorithm = Miwa(steps = 1024)), whose own error is about 1e-7.
    [Fact, Trait("Source", "AgainstR")]
    public void Inside_FourAndFiveVariables_MatchesMvtnorm() =>
        Assert.All(ReferenceRow.ReadAll("normal_multivariate.csv"), row =>
        {
            double[] upper = Numbers(row["upper"]);
            Assert.Equal(row.Number("p"), MultivariateNormal.Inside(Unbounded(upper.Length), upper, Symmetric(Numbers(row["corr"]))), 1e-6);
        });

    // R 4.2.2: variables of one common factor, correlations the products of the loadings; integrate() over the factor, rel.tol 1e-13.
    [Fact, Trait("Source", "AgainstR")]
    public void Box_OneCommonFactor_MatchesTheIntegralOverTheFactor() =>
        Assert.All(ReferenceRow.ReadAll("normal_factors.csv"), row =>
        {
            double[] upper = Numbers(row["limits"]);
            double[] loadings = Numbers(row["loadings"]);
            double[] correlation = new double[upper.Length * upper.Length];
            for (int i = 0; i < upper.Length; i++)
            {
                for (int j = 0; j < upper.Length; j++)
                {
                    correlation[(i * upper.Length) + j] = i == j ? 1.0 : loadings[i] * loadings[j];
                }
            }

            double tolerance = upper.Length < 5 ? 1e-9 : 1e-8;
            Assert.Equal(row.Number("below"), MultivariateNormal.Inside(Unbounded(upper.Length), upper, correlation), tolerance);
            if (row["within"] != "NA")
            {
                Assert.Equal(row.Number("within"), MultivariateNormal.Inside([.. upper.Select(b => -b)], upper, correlation), tolerance);
            }
        });

    // Z3 = (Z1 + Z2)/√2 lies in a plane: the box is a pentagon there, and its probability an integral over Z1:
    // integrate(function(x) dnorm(x) * (pnorm(pmin(1.5, 1.8 * sqrt(2) - x)) - pnorm(pmax(-1.5, -1.8 * sqrt(2) - x))), -1.5, 1.5).
    [Fact, Trait("Source", "AgainstR")]
    public void Inside_SingularMatrix_MatchesTheIntegralInThePlane()
    {
        double half = Math.Sqrt(0.5);
        double[] correlation = [1, 0, half, 0, 1, half, half, half, 1];

        Assert.Equal(0.7453006806515, MultivariateNormal.Inside([-1.5, -1.5, -1.8], [1.5, 1.5, 1.8], correlation), 1e-9);
    }

    // Z3 = (1.2 Z1 − 0.7 Z2)/s with r12 = 0.3, r14 = −0.4, r24 = 0.5: three dimensions. R 4.2.2: nested integrate() over Z1 and, within
    // the limits of Z2 and Z3, over Z2, of dnorm(x) dnorm(y, 0.3 x, sqrt(0.91)) × pnorm of Z4 given both, rel.tol 1e-10; mvtnorm's
    // GenzBretz(maxpts = 5e7) gives 0.1070526949, 0.1971199351 and 0.1320480738 with errors of 1e-9 and more.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(new[] { double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity }, new[] { 1.5, 2, 1.8, 2.2 }, 0.10705269745808)]
    [InlineData(new[] { -2, -1.5, -2.2, -1.9 }, new[] { 1.5, 2, 1.8, 2.2 }, 0.19711993519436)]
    [InlineData(new[] { -2.0, -2.0, -2.0, -2.0 }, new[] { 2.0, 2.0, 2.0, 2.0 }, 0.13204807410828)]
    public void Outside_FourVariablesInThreeDimensions_MatchesTheIntegral(double[] lower, double[] upper, double expected)
    {
        double s = Math.Sqrt((1.2 * 1.2) + (0.7 * 0.7) - (2.0 * 1.2 * 0.7 * 0.3));
        double r13 = (1.2 - (0.7 * 0.3)) / s;
        double r23 = ((1.2 * 0.3) - 0.7) / s;
        double r34 = ((1.2 * -0.4) - (0.7 * 0.5)) / s;
        double[] correlation = [1, 0.3, r13, -0.4, 0.3, 1, r23, 0.5, r13, r23, 1, r34, -0.4, 0.5, r34, 1];

        Assert.Equal(expected, MultivariateNormal.Outside(lower, upper, correlation), 1e-9);
    }

    [Fact, Trait("Source", "Theory")]
    public void Outside_SimpleMatrices_IsWhatTheyReduceTo()
    {
        double[] identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        double[] ones = [1, 1, 1, 1, 1, 1, 1, 1, 1];
        double[] opposite = [1, -1, -1, 1];
        double tail = Normal.UpperTail(3.0);

        Close.Relative(1.0 - Math.Pow(1.0 - tail, 3.0), MultivariateNormal.Outside(Unbounded(3), [3, 3, 3], identity), 1e-12);
        Close.Relative(tail, MultivariateNormal.Outside(Unbounded(3), [4, 3, 5], ones), 1e-14);
        Close.Relative(2.0 * tail, MultivariateNormal.Outside(Unbounded(2), [3, 3], opposite), 1e-14);
        Assert.Equal(1.0, MultivariateNormal.Outside([1, double.NegativeInfinity], [0, 1], opposite));
        Assert.Equal(0.0, MultivariateNormal.Outside([], [], []));
        Assert.Equal(0.0, MultivariateNormal.Outside(Unbounded(1), [double.PositiveInfinity], [1]));
        Close.Relative(tail, MultivariateNormal.Outside(Unbounded(2), [3, double.PositiveInfinity], [1, 0.5, 0.5, 1]), 1e-14);
    }

    // Orthants: ⅛ + (asin r12 + asin r13 + asin r23)/4π.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.5, 0.5, 0.5)]
    [InlineData(0.9, -0.2, 0.1)]
    [InlineData(-0.5, -0.5, -0.5)]
    public void Inside_Orthant_FollowsTheAngles(double r12, double r13, double r23) =>
        Assert.Equal(
            0.125 + ((Math.Asin(r12) + Math.Asin(r13) + Math.Asin(r23)) / (4.0 * Math.PI)),
            MultivariateNormal.Inside(Unbounded(3), [0, 0, 0], [1, r12, r13, r12, 1, r23, r13, r23, 1]),
            1e-9);

    [Fact, Trait("Source", "Theory")]
    public void Outside_NotACorrelationMatrix_Throws()
    {
        Assert.Throws<ArgumentException>(() => MultivariateNormal.Outside([0], [1], []));
        Assert.Throws<ArgumentException>(() => MultivariateNormal.Outside([0, 0], [1, 1], [1, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => MultivariateNormal.Outside([0, 0], [1, 1], [1, 0.1, 0.2, 1]));
        Assert.Throws<ArgumentException>(() => MultivariateNormal.Outside([0], [1], [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BivariateNormal.UpperTail(0.0, 0.0, 1.1));
    }

    private static double[] Unbounded(int count) => [.. Enumerable.Repeat(double.NegativeInfinity, count)];

    private static double[] Numbers(string list) => [.. list.Split(';').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];

    private static double[] Symmetric(double[] matrix)
    {
        int count = (int)Math.Sqrt(matrix.Length);
        return [.. matrix.Select((_, i) => i % count == i / count ? 1.0 : matrix[(Math.Max(i % count, i / count) * count) + Math.Min(i % count, i / count)])];
    }
}
