using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>Conditions against the masks written out by hand. Bits are given in the order of first use.</summary>
public sealed class ConditionTests
{
    private const double Month = DaysPer.Month;

    /// <summary>What follows <c>hazard_ratio: 0.5</c>, the facts, and the alternatives as mask and value.</summary>
    public static TheoryData<string, StateBit[], (ulong Mask, ulong Value)[]> Cases => new()
    {
        { "", [], [(0, 0)] },
        { ", while: always", [], [(0, 0)] },
        { ", while: {arm: b}", [new ArmBit(0, 1)], [(1, 1)] },
        { ", while: {arm: [a, c]}", [new ArmBit(0, 0), new ArmBit(1, 2)], [(1, 1), (2, 2)] },
        { ", while: {not: {arm: [a, c]}}", [new ArmBit(0, 0), new ArmBit(1, 2)], [(3, 0)] },
        { ", while: {covariate: {stage: C}}", [new LevelBit(0, 0, 2)], [(1, 1)] },
        { ", while: {covariate: {stage: [A, C]}}", [new LevelBit(0, 0, 0), new LevelBit(1, 0, 2)], [(1, 1), (2, 2)] },
        { ", while: {covariate: {afp: {at_least: 200}}}", [new AtLeastBit(0, 1, 200.0)], [(1, 1)] },
        { ", while: {covariate: {afp: {below: 200}}}", [new AtLeastBit(0, 1, 200.0)], [(1, 0)] },
        { ", while: {covariate: {afp: {at_least: 100, below: 200}}}", [new AtLeastBit(0, 1, 100.0), new AtLeastBit(1, 1, 200.0)], [(3, 1)] },
        { ", while: {covariate: {stage: B, afp: {below: 200}}}", [new LevelBit(0, 0, 1), new AtLeastBit(1, 1, 200.0)], [(3, 1)] },
        { ", while: {had: progression}", [new HadBit(0, 0)], [(1, 1)] },
        { ", from: 3mo", [new ElapsedBit(0, 3 * Month)], [(1, 1)] },
        { ", until: 3mo", [new ElapsedBit(0, 3 * Month)], [(1, 0)] },
        { ", from: 0d, until: none", [], [(0, 0)] },
        {
            ", while: {arm: b}, from: 3mo, until: 12mo",
            [new ArmBit(0, 1), new ElapsedBit(1, 3 * Month), new ElapsedBit(2, 12 * Month)],
            [(7, 3)]
        },
        {
            ", while: {all: [{had: progression}, {not: {any: [{arm: a}, {covariate: {stage: C}}]}}]}",
            [new HadBit(0, 0), new ArmBit(1, 0), new LevelBit(2, 0, 2)],
            [(7, 1)]
        },
        {
            // Not (progression and arm a): either without progression, or not in arm a.
            ", while: {not: {all: [{had: progression}, {arm: a}]}}",
            [new HadBit(0, 0), new ArmBit(1, 0)],
            [(1, 0), (2, 0)]
        },
        {
            // Arm a with arm b cannot be; (a and progression) is covered by (a).
            ", while: {any: [{all: [{arm: a}, {arm: b}]}, {all: [{arm: a}, {had: progression}]}, {arm: a}]}",
            [new ArmBit(0, 0), new ArmBit(1, 1), new HadBit(2, 0)],
            [(1, 1)]
        },
        { ", while: {not: {not: {arm: b}}}", [new ArmBit(0, 1)], [(1, 1)] },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Condition_Compiled_IsTheseAlternatives(string rest, StateBit[] bits, (ulong Mask, ulong Value)[] terms)
    {
        Trial trial = Reading.Trial(Scenario($"{{on: death, hazard_ratio: 0.5{rest}}}"));

        Assert.Equal(bits, trial.Truth.StateBits);
        Effect effect = Assert.Single(trial.Truth.Effects);
        Assert.Equal(terms.Select(term => new StateMask(term.Mask, term.Value)), effect.While);
        Assert.Equal(1, effect.Event);
        Assert.Equal(Math.Log(0.5), effect.LogHazardRatio);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(", while: {all: [{arm: a}, {arm: b}]}")]
    [InlineData(", while: {all: [{arm: a}, {not: {arm: a}}]}")]
    [InlineData(", while: {all: [{covariate: {stage: A}}, {covariate: {stage: B}}]}")]
    [InlineData(", while: {all: [{covariate: {afp: {at_least: 300}}}, {covariate: {afp: {below: 200}}}]}")]
    [InlineData(", while: {not: always}")]
    public void Condition_ThatCannotHold_LeavesTheEffectOut(string rest)
    {
        Assert.Empty(Reading.Trial(Scenario($"{{on: death, hazard_ratio: 0.5{rest}}}")).Truth.Effects);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Effect_OnSeveralEvents_CompilesToOneEach()
    {
        Trial trial = Reading.Trial(Scenario("{on: [death, progression], hazard_ratio: 2}"));

        Assert.Equal([1, 0], trial.Truth.Effects.Select(effect => effect.Event));
    }

    // A hazard ratio of 1.1 for each 10 years is ln(1.1)/10 = 0.00953102 a year.
    [Fact, Trait("Source", "ByHand")]
    public void Effect_PerIncrease_CompilesToASlope()
    {
        Trial trial = Reading.Trial(Scenario("{on: [death, progression], hazard_ratio: 1.1, per: {covariate: afp, increase: 10, from: 68}}"));

        Assert.Empty(trial.Truth.Effects);
        Assert.Equal([1, 0], trial.Truth.Slopes.Select(slope => slope.Event));
        Assert.All(trial.Truth.Slopes, slope => Assert.Equal((1, 68.0), (slope.Covariate, slope.Reference)));
        Assert.Equal(0.00953102, trial.Truth.Slopes[0].LogHazardRatioPerUnit, 8);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Conditions_OfMoreThan64Facts_AreRefused()
    {
        string effects = string.Join(", ", Enumerable.Range(1, 65).Select(i => $"{{on: death, hazard_ratio: 0.9, from: {i}d}}"));

        Assert.Equal(
            [
                "14:1  truth: Hazards and effects ask for 65 facts about a patient (arms, levels, thresholds, events, states, times). "
                + "Write at most 64: fewer levels, thresholds or times.",
            ],
            Reading.Errors(Scenario(effects)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Condition_OfMoreThan256Alternatives_IsRefused()
    {
        // Nine pairs of thresholds: 2^9 = 512 alternatives.
        string pairs = string.Join(
            ", ",
            Enumerable.Range(0, 9).Select(i => $"{{any: [{{covariate: {{c{i}: x}}}}, {{covariate: {{d{i}: x}}}}]}}"));
        string covariates = string.Concat(Enumerable.Range(0, 9).Select(i => $"\n    c{i}: {{x: 0.5, y: 0.5}}\n    d{i}: {{x: 0.5, y: 0.5}}"));
        string yaml = Texts.With(Scenario($"{{on: death, hazard_ratio: 0.9, while: {{all: [{pairs}]}}}}"), "  covariates:", "  covariates:" + covariates);

        string error = Assert.Single(Reading.Errors(yaml));
        Assert.Equal("truth.effects[0].while: This condition has more than 256 alternatives. Write it simpler, or as several effects.", error.Split("  ")[1]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Hazard_OfMoreThan256Combinations_IsRefused()
    {
        static string Nested(int depth) => depth == 0
            ? "{median: 1mo}"
            : $"{{by_covariate: {{c{depth}: {{x: {Nested(depth - 1)}, y: {Nested(depth - 1)}}}}}}}";
        string covariates = string.Concat(Enumerable.Range(1, 9).Select(i => $"\n    c{i}: {{x: 0.5, y: 0.5}}"));
        string yaml = Texts.With(Scenario("{on: death, hazard_ratio: 0.9}"), "  covariates:", "  covariates:" + covariates);

        string error = Assert.Single(Reading.Errors(Texts.With(yaml, "death: {hazard: {median: 16mo}}", $"death: {{hazard: {Nested(9)}}}")));
        Assert.Equal(
            "truth.events.death.hazard: This hazard has more than 256 combinations of arm and levels. Write it simpler, or use effects.",
            error.Split("  ")[1]);
    }

    private static string Scenario(string effects) =>
        """
        trialsim: 1
        name: conditions
        design:
          patients: 90
          arms: {a: {role: control}, b: {}, c: {}}
          endpoints:
            os: {events: [progression, death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            os_median: {endpoint: os, method: kaplan_meier_median}


        truth:
          accrual: {duration: 27mo}
          covariates:
            stage: {A: 0.2, B: 0.3, C: 0.5}
            afp: {log_normal: {median: 150, sigma: 1.5}}
          events:
            progression: {hazard: {median: 7mo}}
            death: {hazard: {median: 16mo}}
          effects:
        """ + $" [{effects}]";
}
