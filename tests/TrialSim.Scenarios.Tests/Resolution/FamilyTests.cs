using TrialSim.Model.Design;
using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Families of tests: what they compile to, and what is wrong with them, with the whole text of every message.</summary>
public sealed class FamilyTests
{
    private const string Written = "{method: holm, analyses: [os_low, os_high]}";

    /// <summary>A family and what is wrong with it.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        { "{method: dunnett, analyses: [os_low, orr_high]}", "analyses: dunnett is for several arms against one control on one endpoint. Name one comparison for each experimental arm, or use holm or graph." },
        { "{method: holm, analyses: [os_low, median]}", "analyses: 'median' tests nothing, so it cannot share alpha. Name analyses that test." },
        { "{method: holm, analyses: [os_low, post]}", "analyses: 'post' gives a probability of what is hoped for and no p-value, so it cannot share alpha. Name analyses with p-values." },
        { "{method: holm, analyses: [os_low, os_high], weights: {os_low: 1}}", "weights: 'weights' has no meaning for holm. Remove it." },
        { "{method: graph, analyses: [os_low, os_high]}", ": The key 'weights' is missing. Write the share of alpha that each test starts with, such as weights: {os_low: 1, os_high: 0}." },
        { "{method: graph, analyses: [os_low, os_high], weights: {os_low: 0.7, os_high: 0.6}}", "weights: The shares add up to more than 1. Write shares that together are at most 1." },
        { "{method: graph, analyses: [os_low, os_high], weights: {os_lo: 1}}", "weights.os_lo: 'os_lo' is not in this family. Did you mean 'os_low'? Write one of os_low, os_high." },
        { "{method: graph, analyses: [os_low, os_high], weights: {os_low: 1}, transitions: {os_low: {os_low: 1}}}", "transitions.os_low.os_low: 'os_low' passes alpha on to itself. Name other tests." },
        { "{method: graph, analyses: [os_low, os_high], weights: {os_low: 1}, transitions: {orr_high: {os_low: 1}}}", "transitions.orr_high: 'orr_high' is not in this family. Did you mean 'os_high'? Write one of os_low, os_high." },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string family, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.Family, Written, family));

        Assert.EndsWith("  design.testing.family" + (expected.StartsWith(':') ? expected : "." + expected), Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("dunnett", "method: dunnett is for one look, and 'os_low' has 2. Write at: with one look in each analysis, or use closed_test or holm with testing.sequential.")]
    [InlineData("holm", "analyses: 'os_low' is tested at 2 looks, and its errors add up. Name it in testing.sequential, or write at: with one look.")]
    public void Read_ATestAtTwoLooksWithoutBounds_IsRefused(string method, string expected)
    {
        string yaml = Texts.With(Texts.With(Texts.Family, "compare: [low, control], at: [final]", "compare: [low, control]"), "method: holm", $"method: {method}");

        Assert.EndsWith("  design.testing.family." + expected, Reading.Errors(yaml)[0], StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_AClosedTestOnBothSides_IsRefused()
    {
        string yaml = Texts.With(Texts.With(Texts.Family, "method: holm", "method: closed_test"), "one_sided_alpha: 0.025", "two_sided_alpha: 0.05");

        Assert.EndsWith("design.testing.family.method: A closed test of selected arms claims benefit. Write one_sided_alpha instead of two_sided_alpha.", Assert.Single(Reading.Errors(yaml)), StringComparison.Ordinal);
    }

    // Dunnett (1955) by quadrature: 2.212 for two equal arms at 2.5 % on one side; 1.9600 alone, 2.2414 for half of it.
    [Theory, Trait("Source", "Theory")]
    [InlineData("bonferroni", 2.2414)]
    [InlineData("dunnett", 2.2121)]
    [InlineData("fixed_sequence", 1.9600)]
    public void Compiled_OwnCriterion_IsThatOfTheMethod(string method, double criticalZ)
    {
        TrialDesign design = Reading.Trial(Texts.With(Texts.Family, "method: holm", $"method: {method}")).Design;

        Assert.Equal(criticalZ, ((LogRankAnalysis)design.Analyses[0]).Criterion.CriticalZ, 5e-5);
        Assert.Equal(method == "fixed_sequence", design.Testing.Families.Length == 1);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("holm")]
    [InlineData("hochberg")]
    [InlineData("dunnett")]
    [InlineData("fixed_sequence")]
    [InlineData("co_primary")]
    [InlineData("closed_test, intersection: simes")]
    [InlineData("graph, weights: {os_high: 1}, transitions: {os_high: {os_low: 1}}")]
    public void Resolved_ReadAgain_IsTheSame(string method)
    {
        Scenario once = Reading.Valid(Texts.With(Texts.Family, "method: holm", $"method: {method}"));
        Scenario twice = Reading.Valid(once.ResolvedYaml);

        Assert.Equal(once.ResolvedYaml, twice.ResolvedYaml);
        Assert.Equal(once.Trial.Design.Testing.Families.Select(family => family.GetType()), twice.Trial.Design.Testing.Families.Select(family => family.GetType()));
        Assert.Contains($"method: {method.Split(',')[0]}", once.ResolvedYaml, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{z: [3, 1.97]}", "all_data", "holm", "sequential.os_low.efficacy: What 'os_low' gets of alpha changes with what is rejected, and these bounds belong to one alpha. Write a spending function, such as efficacy: {spending: obrien_fleming}.")]
    [InlineData("{spending: pocock}", "all_data", "closed_test", "family.method: A closed test combines its stages with weights that are planned. Write combination: inverse_normal for each of its tests in testing.sequential.")]
    [InlineData("{spending: pocock}", "inverse_normal", "closed_test", "family.analyses: The tests have different bounds or information, and an intersection has one. Write the same efficacy and information for each in testing.sequential.")]
    public void Read_BoundsThatTheFamilyCannotHave_SaysWhatToWrite(string efficacy, string combination, string method, string expected)
    {
        string yaml = Texts.Family.Replace(", at: [final]", "", StringComparison.Ordinal);
        yaml = Texts.With(yaml, "method: holm", $"method: {method}");
        yaml = Texts.With(
            yaml,
            "one_sided_alpha: 0.025,",
            $"one_sided_alpha: 0.025, sequential: {{os_low: {{efficacy: {efficacy}, information: [50, 100], combination: {combination}}}, "
            + $"os_high: {{efficacy: {{spending: obrien_fleming}}, information: [50, 100], combination: {combination}}}}},");

        Assert.EndsWith("  design.testing." + expected, Assert.Single(Reading.Errors(yaml)), StringComparison.Ordinal);
    }

    // A family that is made for the sizes of the arms says nothing of sizes that are wrong themselves.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("dunnett", "{ratio: {control: 0, low: 1, high: 1}}", "ratio.control: '0' is out of range. Write a whole number from 1 to 1000.")]
    [InlineData("dunnett", "{ratio: {control: 1, low: 0, high: 1}}", "ratio.low: '0' is out of range. Write a whole number from 1 to 1000.")]
    [InlineData("closed_test", "{ratio: {control: 1, low: 1, high: x}}", "ratio.high: 'x' is not a whole number. Write a whole number from 1 to 1000, in digits only.")]
    [InlineData("closed_test", "{ratio: {control: 0.5, low: 1, high: 1}}", "ratio.control: '0.5' is not a whole number. Write a whole number from 1 to 1000, in digits only.")]
    [InlineData("closed_test", "{method: fixed_sizes, sizes: {control: 300, low: 0, high: 0}}", "sizes.low: '0' is out of range. Write a whole number from 1 to 1000000.")]
    public void Read_AFamilyWhereAnArmHasNoSize_IsOnlyAboutTheSize(string method, string allocation, string expected)
    {
        string yaml = Texts.With(Texts.With(Texts.Family, "method: holm", $"method: {method}"), "  looks:", $"  allocation: {allocation}\n  looks:");

        Assert.All(Reading.Errors(yaml), error => Assert.Contains("  design.allocation.", error, StringComparison.Ordinal));
        Assert.Contains(Reading.Errors(yaml), error => error.EndsWith("  design.allocation." + expected, StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Compiled_ATestOfNonInferiority_SharesAlphaOnOneSide()
    {
        string yaml = Texts.With(Texts.With(Texts.Family, "one_sided_alpha: 0.025", "two_sided_alpha: 0.05"), "compare: [low, control]", "margin: 1.3, compare: [low, control]");

        Assert.Equal([RejectionSides.Benefit, RejectionSides.Both], Reading.Trial(yaml).Design.Testing.Families[0].Members.Select(member => member.Sides));
    }
}
