using FsCheck;
using FsCheck.Fluent;
using TrialSim.Model;
using Xunit;

namespace TrialSim.Scenarios.Tests;

/// <summary>A resolved scenario is a scenario, and resolves to itself.</summary>
public sealed class RoundTripTests
{
    /// <summary>Scenarios that use all of the language between them.</summary>
    public static TheoryData<string> Scenarios => new() { Texts.TwoArms, Texts.ThreeArms, Texts.EveryEndpoint, Texts.DrawnEffects, Texts.Adaptive, StarterScenario.Yaml };

    [Theory, MemberData(nameof(Scenarios)), Trait("Source", "Property")]
    public void Resolved_ReadAgain_IsTheSameTextAndTrial(string yaml)
    {
        Scenario once = Reading.Valid(yaml);
        Scenario twice = Reading.Valid(once.ResolvedYaml);

        Assert.Equal(once.ResolvedYaml, twice.ResolvedYaml);
        AssertSame(once.Trial, twice.Trial);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("One.\n\nTwo: \"three\".\n", "description: |\n  One.\n\n  Two: \"three\".\n")]
    [InlineData("One.\n  indented\nlast", "description: |-\n  One.\n    indented\n  last\n")]
    [InlineData(" leads with a blank\nlast", "description: \" leads with a blank\\nlast\"\n")]
    [InlineData("One.\n   \nTwo.\n", "description: \"One.\\n   \\nTwo.\\n\"\n")]
    [InlineData("Two breaks at the end.\nLast.\n\n", "description: \"Two breaks at the end.\\nLast.\\n\\n\"\n")]
    [InlineData("One.\n\u2028Two.\n", "description: \"One.\\n\\u2028Two.\\n\"\n")] // A line break to a reader of YAML.
    [InlineData("a\n", "description: \"a\\n\"\n")]
    public void Resolved_DescriptionOfSeveralLines_StaysReadable(string description, string written)
    {
        Scenario once = Reading.Valid(Texts.With(Texts.TwoArms, "name: two-arms", $"name: two-arms\ndescription: {Quoted(description)}"));

        Assert.Contains(written, once.ResolvedYaml, StringComparison.Ordinal);
        Assert.Equal(description, Reading.Valid(once.ResolvedYaml).Trial.Description);
    }

    [Fact, Trait("Source", "Property")]
    public void Resolved_AnyDescriptionAndLevelNames_SurvivesTheRoundTrip()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((description, level) =>
        {
            // What a file may hold: no control characters but line breaks and tabs, no halves of characters; a name is short.
            string text = Written(description.Get);
            string name = Written(level.Get.Length > 20 ? level.Get[..20] : level.Get).Trim();
            if (name.Length == 0 || name is "<<" or "probability" or "normal" or "log_normal" or "m")
            {
                return;
            }

            string yaml = Texts.With(Texts.TwoArms, "name: two-arms", $"name: two-arms\ndescription: {Quoted(text)}");
            yaml = Texts.With(yaml, "  events:\n    death", $"  covariates: {{sex: {{{Quoted(name)}: 0.5, m: 0.5}}}}\n  events:\n    death");

            Scenario once = Reading.Valid(yaml);
            Scenario twice = Reading.Valid(once.ResolvedYaml);

            Assert.Equal(text, once.Trial.Description);
            Assert.Equal(once.ResolvedYaml, twice.ResolvedYaml);
            AssertSame(once.Trial, twice.Trial);
        }).QuickCheckThrowOnFailure();
    }

    private static string Written(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || (!char.IsControl(c) && !char.IsSurrogate(c) && c < '\uFFFE' && c != '\uFEFF')));

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal)}\"";

    // Records print their values; the arrays in them do not, so these are compared one by one.
    private static void AssertSame(Trial expected, Trial actual)
    {
        Assert.Equal((expected.Name, expected.Description, expected.Run), (actual.Name, actual.Description, actual.Run));
        Assert.Equal(expected.Design.Analyses.Select(Bare), actual.Design.Analyses.Select(Bare));
        Assert.Equal(expected.Truth.StateBits.ToArray(), actual.Truth.StateBits.ToArray());
        Assert.Equal(expected.Truth.Slopes.ToArray(), actual.Truth.Slopes.ToArray());
        Assert.Equal(expected.Truth.LossToFollowUp.ToArray(), actual.Truth.LossToFollowUp.ToArray());
        Assert.Equal(expected.Truth.Accrual, actual.Truth.Accrual);
        Assert.Equal(
            expected.Truth.Events.Select(one => (one.Name, one.Since, one.Ending, one.Purpose)),
            actual.Truth.Events.Select(one => (one.Name, one.Since, one.Ending, one.Purpose)));
        Assert.Equal(expected.Truth.Events.SelectMany(one => one.Hazards), actual.Truth.Events.SelectMany(one => one.Hazards));
        Assert.Equal(expected.Truth.Events.SelectMany(one => one.HazardsBefore), actual.Truth.Events.SelectMany(one => one.HazardsBefore));
        Assert.Equal(expected.Truth.Effects.SelectMany(effect => effect.While), actual.Truth.Effects.SelectMany(effect => effect.While));
        Assert.Equal(
            expected.Truth.Effects.Select(effect => (effect.Event, effect.LogHazardRatio)),
            actual.Truth.Effects.Select(effect => (effect.Event, effect.LogHazardRatio)));
    }

    // Without the arrays, which are compared by where they are.
    private static string Bare(Model.Design.Analysis analysis) => System.Text.RegularExpressions.Regex.Replace($"{analysis}", @"System\.[^,}]*", "");
}
