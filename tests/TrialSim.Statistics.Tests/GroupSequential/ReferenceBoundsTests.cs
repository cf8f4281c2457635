using System.Text.Json;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

public sealed class ReferenceBoundsTests
{
    // group-sequential-bounds.json: gsDesign 3.11 (r = 80), lrstat 0.3.3 and rpact 4.3.0. The three differ among themselves by up to 9e-7, lrstat from the
    // other two; ours must lie within 1e-6 of each and within 1e-7 of gsDesign or rpact's own tolerance.
    [Fact, Trait("Source", "AgainstR")]
    public void Bounds_EveryReferenceDesign_AreWithinOneMillionth()
    {
        int designs = 0;
        foreach (JsonElement design in Designs())
        {
            SequentialBounds bounds = BoundsOf(design);
            foreach (string package in (string[])["gsDesign_r80", "lrstat", "rpact"])
            {
                if (design.TryGetProperty(package, out JsonElement values))
                {
                    double[] expected = Numbers(values);
                    for (int look = 0; look < expected.Length; look++)
                    {
                        Close.Relative(expected[look], bounds.Efficacy[look], 0.0, absolute: 1e-6);
                    }
                }
            }

            designs++;
        }

        Assert.Equal(48, designs);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void CumulativeError_EveryReferenceDesign_IsWithinOneTenMillionth()
    {
        foreach (JsonElement design in Designs())
        {
            double[] expected = Numbers(design.GetProperty("cumulative_alpha"));
            double[] actual = BoundsOf(design).CumulativeError;
            for (int look = 0; look < expected.Length; look++)
            {
                Close.Relative(expected[look], actual[look], 0.0, absolute: 1e-7);
            }
        }
    }

    // Forty designs drawn at random; rpact 3.3.4, tolerance = 1e-10:
    //   d <- getDesignGroupSequential(kMax, informationRates, alpha, sided = 1, typeOfDesign, gammaA or deltaWT, futilityBounds, bindingFutility)
    //   getPowerAndAverageSampleNumber(d, theta = drift, nMax = 1)
    // rpact's own quadrature is good to about 2e-5 where looks lie close together: at its bounds of the first design mvtnorm finds an error of 0.01330009, at
    // ours 0.01330000, and 0.0133 was asked for. The test below is the exact one.
    [Fact, Trait("Source", "AgainstR")]
    public void Bounds_RandomDesigns_AgreeWithRpact()
    {
        int designs = 0;
        foreach (ReferenceRow row in ReferenceRow.ReadAll("group_sequential_designs.csv"))
        {
            double[] fractions = Numbers(row["fractions"]);
            double[] given = Numbers(row["futility"]);
            double[] futility = [.. given, .. Enumerable.Repeat(double.NegativeInfinity, fractions.Length - given.Length)];
            double alpha = row.Number("alpha");
            double parameter = row.Number("parameter");
            FutilityRule rule = row["rule"] == "binding" ? FutilityRule.Binding : FutilityRule.NonBinding;
            SequentialBounds bounds = row["type"] switch
            {
                "asOF" => FromSpending(Spending.OBrienFleming(alpha)),
                "asP" => FromSpending(Spending.Pocock(alpha)),
                "asKD" => FromSpending(Spending.KimDeMets(alpha, parameter)),
                "asHSD" => FromSpending(Spending.HwangShihDeCani(alpha, parameter)),
                _ => SequentialBounds.WangTsiatis(alpha, parameter, fractions),
            };

            double[] expected = Numbers(row["efficacy"]);
            for (int look = 0; look < expected.Length; look++)
            {
                Close.Relative(expected[look], bounds.Efficacy[look], 0.0, absolute: 5e-5);
            }

            CrossingProbabilities crossing = bounds.CrossingAt(row.Number("drift"));
            Close.Relative(row.Number("power"), crossing.TotalEfficacy, 0.0, absolute: 5e-5);
            Close.Relative(row.Number("expected"), crossing.ExpectedInformationFraction, 0.0, absolute: 5e-5);
            designs++;

            SequentialBounds FromSpending(Spending spending) => SequentialBounds.FromSpending(spending, fractions, fractions, futility, rule);
        }

        Assert.Equal(40, designs);
    }

    // Sixty random sets of bounds; mvtnorm 1.1-3: crossed = 1 - pmvnorm(upper = b - drift*sqrt(t), sigma, algorithm = TVPACK(1e-15)) up to each look; inside = P(a < Z < b
    // at every look) from the 2^K orthants, whose rounding adds up.
    [Fact, Trait("Source", "AgainstR")]
    public void CrossingAt_RandomBounds_AgreesWithTvpack()
    {
        int designs = 0;
        foreach (ReferenceRow row in ReferenceRow.ReadAll("group_sequential_crossing.csv"))
        {
            double[] fractions = Numbers(row["fractions"]);
            SequentialBounds bounds = new(fractions, Numbers(row["efficacy"]), Numbers(row["futility"]), FutilityRule.Binding);
            double drift = row.Number("drift");
            double[] expected = Numbers(row["crossed"]);
            CrossingProbabilities oneSided = bounds.WithoutFutility().CrossingAt(drift);
            double crossed = 0.0;
            for (int look = 0; look < expected.Length; look++)
            {
                crossed += oneSided.Efficacy[look];
                Close.Relative(expected[look], crossed, 0.0, absolute: 1e-11);
            }

            CrossingProbabilities twoSided = bounds.CrossingAt(drift);
            Close.Relative(row.Number("inside"), 1.0 - twoSided.TotalEfficacy - twoSided.TotalFutility, 0.0, absolute: 1e-11);
            designs++;
        }

        Assert.Equal(60, designs);
    }

    private static JsonElement.ArrayEnumerator Designs() =>
        JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("group-sequential-bounds.json"))).RootElement.EnumerateArray();

    private static SequentialBounds BoundsOf(JsonElement design)
    {
        double alpha = design.GetProperty("alpha_one_sided").GetDouble();
        double[] fractions = Numbers(design.GetProperty("information"));

        // The file rounds thirds to eleven digits.
        fractions = [.. fractions.Select(t => Math.Abs(t - (Math.Round(3 * t) / 3)) < 1e-10 ? Math.Round(3 * t) / 3 : t)];
        return design.GetProperty("spending").GetString() switch
        {
            "LD-OBF" => SequentialBounds.FromSpending(Spending.OBrienFleming(alpha), fractions),
            "LD-Pocock" => SequentialBounds.FromSpending(Spending.Pocock(alpha), fractions),
            "HSD(-4)" => SequentialBounds.FromSpending(Spending.HwangShihDeCani(alpha, -4.0), fractions),
            "classical OF" => SequentialBounds.OBrienFleming(alpha, fractions),
            string other => throw new InvalidDataException(other),
            null => throw new InvalidDataException("no spending"),
        };
    }

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(v => v.GetDouble())];

    private static double[] Numbers(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];
}
