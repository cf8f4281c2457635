using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace TrialSim.Scenarios.Tests;

/// <summary>Whatever a file holds, reading it ends in a scenario or in problems that have a place and a text.</summary>
public sealed class FuzzTests
{
    private const int Cases = 3_000;
    private const ulong Seed = 20261121;

    // Second half of the state of FsCheck's generator, SplitMix: the step from draw to draw, which has to be odd.
    private const ulong Gamma = 7;

    // Pieces that mean something in YAML or in the language, so that mutations reach deep.
    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", "'", "\"", "#", "&a ", "*a", "!!x ", "|\n", ">\n", "? ", "---\n", "...\n", "%", "@", "<<: ",
        "none", "null", "~", "0", "-1", "1e308", "1e-308", "99999999999999999999", "0.5", ".inf", "12m", "0d", "P", "199y", "by_arm", "by_covariate", "any", "all", "not",
        "always", "death", "progression", "tace", "bclc", "quantiles", "uncured", "family: gompertz", "true", "\u0000", "\uFEFF", "é", "\u2028", "\U0001F600", "{{{{{{{{",
    ];

    [Fact, Trait("Source", "Property")]
    public void Read_AnyTextMutation_NeverThrows()
    {
        string[] bases = [Texts.TwoArms, Texts.ThreeArms, StarterScenario.Yaml];
        Gen<(int Base, (int Place, int Length, int Piece)[] Changes)> mutations =
            from chosen in Gen.Choose(0, bases.Length - 1)
            from count in Gen.Choose(1, 4)
            from changes in (from place in Gen.Choose(0, 10_000)
                             from length in Gen.Choose(0, 12)
                             from piece in Gen.Choose(0, Pieces.Length - 1)
                             select (place, length, piece)).ArrayOf(count)
            select (chosen, changes);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma),
            Prop.ForAll(mutations.ToArbitrary(), mutation =>
            {
                string text = bases[mutation.Base];
                foreach ((int place, int length, int piece) in mutation.Changes)
                {
                    int at = place % text.Length;
                    text = text[..at] + Pieces[piece] + text[Math.Min(text.Length, at + length)..];
                }

                AssertScenarioOrProblems(Encoding.UTF8.GetBytes(text));
            }));
    }

    [Fact, Trait("Source", "Property")]
    public void Read_AnyLinesSwappedOrRepeated_NeverThrows()
    {
        string[] lines = Texts.ThreeArms.Split('\n');
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases / 3).WithReplay(Seed, Gamma),
            Prop.ForAll(Gen.Choose(0, lines.Length - 1).Two().ToArbitrary(), pair =>
            {
                string[] changed = [.. lines];
                changed[pair.Item1] = lines[pair.Item2];
                AssertScenarioOrProblems(Encoding.UTF8.GetBytes(string.Join('\n', changed)));
            }));
    }

    [Fact, Trait("Source", "Property")]
    public void Read_AnyLineLeftOut_NeverThrows()
    {
        string[] lines = Texts.ThreeArms.Split('\n');
        for (int left = 0; left < lines.Length; left++)
        {
            AssertScenarioOrProblems(Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, i) => i != left))));
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Read_AnyBytes_NeverThrows()
    {
        Prop.ForAll<byte[]>(content => AssertScenarioOrProblems(content)).QuickCheckThrowOnFailure();
    }

    private static void AssertScenarioOrProblems(byte[] content)
    {
        ScenarioReading reading = Reading.Of(content);

        Assert.Equal(reading.IsValid, reading.Problems.IsEmpty);
        Assert.All(reading.Problems, problem => Assert.True(problem.Line >= 1 && problem.Column >= 1 && problem.Message.Length > 10 && !problem.Message.Contains('\n')));
        if (reading.IsValid)
        {
            Assert.Equal(reading.Scenario.ResolvedYaml, Reading.Valid(reading.Scenario.ResolvedYaml).ResolvedYaml);
        }
    }
}
