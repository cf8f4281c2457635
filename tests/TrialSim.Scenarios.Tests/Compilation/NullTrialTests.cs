using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.NullHypotheses;
using TrialSim.Model.Truth;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>The same trial without an effect on what its tests compare.</summary>
public sealed class NullTrialTests
{
    private const string Protocol =
        """
        trialsim: 1
        name: whole-protocol
        design:
          patients: 60
          arms: {tace: {role: control, treatments: [tace]}, rfa: {treatments: [tace, rfa]}, drug: {treatments: [tace, sorafenib]}}
          treatments:
            tace: {kind: procedure, first: {within: 7d}, repeat: {decided_at: scan, if: {not: {state: {response: CR}}}, delay: 7d, max_sessions: 3}, stop_if: failure}
            rfa: {kind: procedure, first: {after: first tace, within: 7d}}
            sorafenib: {kind: drug, start: {within: 7d}, stop_if: {adverse_event: {grade: 3}}}
          visits: {scan: {at: 6w, then_every: 6w}}
          endpoints: {os: {events: [death]}, pfs: {events: [progression, death]}, sessions: {kind: count, sessions_of: tace}}
          looks: {final: {when: {trial_time: 24mo}}}
          analyses:
            os_rfa: {endpoint: os, method: log_rank, compare: [rfa, tace]}
            os_drug: {endpoint: os, method: cox, compare: [drug, tace]}
            mean: {endpoint: sessions, method: mean}
        truth:
          accrual: {duration: 12mo}
          states:
            response:
              levels: [CR, SD]
              seen_at: scan
              changes:
                - {at: first rfa, becomes: CR}
                - {at: each tace, if: {arm: drug}, becomes: {CR: 0.9}}
                - {at: each tace, becomes: {CR: 0.3}}
          events:
            progression: {hazard: {by_arm: {tace: {median: 7mo}, rfa: {median: 9mo}, drug: {median: 10mo}}}, seen_at: scan}
            failure: {chances: [{at: scan, if: {arm: [tace, rfa]}, probability: 0.1}, {at: each rfa, probability: 0.5}], when: {all: [progression, {arm: drug}]}}
            rash: {hazard: {median: 3mo}, only_while: {taking: sorafenib}, recurs: true, grades: {3: 1}, lasts: 2w}
            death: {hazard: {median: 20mo}}
          effects:
            - {on: death, hazard_ratio: 2, while: progression}
            - {on: death, hazard_ratio: 0.6, while: {arm: rfa}}
            - {on: death, hazard_ratio: 0.7, while: {taking: sorafenib}}
            - {on: death, hazard_ratio: 0.8, while: {not: {had: rfa}}}
            - {on: death, hazard_ratio: 0.9, while: {any: [{arm: drug}, {all: [{arm: tace}, {state: {response: CR}}]}]}}
            - {on: progression, hazard_ratio: 0.5, since: first rfa, from: 1w}
            - {on: rash, hazard_ratio: 0.3, while: {arm: drug}}
        """;

    private static readonly Trial Trial = Reading.Trial(Protocol);

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_EffectsOfArmsAndTreatments_KeepsWhatControlPatientsMeet()
    {
        NullTrial derived = Derived(Trial);
        Effect[] effects = [.. derived.Trial.Truth.Effects.Where(effect => effect.Event == Index("death"))];

        // Progression stays; RFA's and the drug's effects are gone; not having had RFA is so of everybody; of the last one control's own alternative stays.
        Assert.Equal([2.0, 0.8, 0.9], effects.Select(effect => Math.Round(Math.Exp(effect.LogHazardRatio), 12)));
        Assert.Equal([Mask<HadBit>(bit => bit.Event == Index("progression"))], effects[0].While.ToArray());
        Assert.Equal([StateMask.Always], effects[1].While.ToArray());
        Assert.Equal([Mask<StateLevelBit>(bit => bit.Level == 0)], effects[2].While.ToArray());
        Assert.DoesNotContain(derived.Trial.Truth.Effects, effect => effect.Event == Index("progression"));
        Assert.Equal([0, 1], derived.Tests.ToArray());
        Assert.Empty(derived.Notes);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_HazardsByArm_AreTheControls()
    {
        HazardChoice[] choices = [.. Derived(Trial).Trial.Truth.Events[Index("progression")].Hazards];

        Assert.Equal([new HazardChoice(StateMask.Always, Trial.Truth.Events[Index("progression")].Hazards[0].Hazard)], choices);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_ChancesConditionsAndStates_AreThoseThatControlPatientsMeet()
    {
        TrialTruth truth = Derived(Trial).Trial.Truth;
        ClinicalEvent failure = truth.Events[Index("failure")];

        // At a scan with the control's probability, never at a session of RFA, and not by a condition of another arm.
        EventChance chance = Assert.Single(failure.Chances);
        Assert.Equal(OccasionKind.KeptVisit, chance.At.Kind);
        Assert.Equal([StateMask.Always], Assert.Single(chance.Rules).If.ToArray());
        Assert.Empty(failure.When);

        StateChange change = Assert.Single(truth.States[0].Changes);
        Assert.Equal(OccasionKind.EachSession, change.At.Kind);
        Assert.Equal([0.3, 0.0], Assert.Single(change.Rules).Probabilities.ToArray());
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_WhatTestsDoNotDependOn_StaysWithDesignAndLuck()
    {
        NullTrial derived = Derived(Trial);

        // A rash of the drug changes when the drug is stopped, and under the null hypothesis the drug changes nothing.
        Assert.Equal(Trial.Truth.Events[Index("rash")], derived.Trial.Truth.Events[Index("rash")]);
        Assert.Contains(derived.Trial.Truth.Effects, effect => effect.Event == Index("rash"));
        Assert.Same(Trial.Design, derived.Trial.Design);
        Assert.Equal(Trial.Truth.Events.Select(one => one.Purpose), derived.Trial.Truth.Events.Select(one => one.Purpose));
        Assert.Equal(Trial.Truth.StateBits.AsEnumerable(), derived.Trial.Truth.StateBits);
    }

    [Fact, Trait("Source", "Property")]
    public void TryDerive_Twice_IsTheSameTruth()
    {
        TrialTruth once = Derived(Trial).Trial.Truth;
        TrialTruth twice = Derived(Derived(Trial).Trial).Trial.Truth;

        Assert.Equal(once.Effects.Select(effect => (effect.Event, effect.LogHazardRatio)), twice.Effects.Select(effect => (effect.Event, effect.LogHazardRatio)));
        Assert.Equal(once.Events.SelectMany(one => one.Hazards), twice.Events.SelectMany(one => one.Hazards));
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_DifferentControls_SaysWhyNot()
    {
        Trial trial = Reading.Trial(Texts.With(Protocol, "compare: [drug, tace]", "compare: [drug, rfa]"));

        Assert.False(NullTrial.TryDerive(trial, out NullTrial derived, out string whyNot));
        Assert.Empty(derived.Tests);
        Assert.Equal("The tests compare with different arms (tace, rfa), so that there is no one truth in which all of them are null.", whyNot);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TryDerive_TestsWithoutSuchANull_AreLeftOutWithTheReason()
    {
        NullTrial derived = Derived(Reading.Trial(Texts.EveryEndpoint));

        Assert.Contains("naive: it compares groups that come about after randomisation, which no truth about the arms makes alike.", derived.Notes);
        Assert.DoesNotContain(derived.Tests, test => derived.Trial.Design.Analyses[test] is GroupAnalysis);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("one: {endpoint: share, method: exact_binomial, arm: treated, null_probability: 0.3}", "one: it sets one arm against a figure")]
    [InlineData("one: {endpoint: os, method: one_sample_log_rank, arm: treated, null_hazard: {median: 10mo}}", "one: it sets one arm against a figure")]
    [InlineData("one: {endpoint: os, method: cox, margin: 1.3}", "one: its null hypothesis lies at a margin")]
    public void TryDerive_TestAgainstAFigureOrAMargin_HasNoNullHere(string analysis, string note)
    {
        string yaml = Texts.With(Texts.TwoArms, "os_test: {endpoint: os, method: log_rank}", analysis);
        NullTrial derived = Derived(Reading.Trial(Texts.With(yaml, "    os: {events: [death]}\n", "    os: {events: [death]}\n    share: {kind: binary, events: [death], by: 6mo}\n")));

        Assert.Empty(derived.Tests);
        Assert.StartsWith(note, Assert.Single(derived.Notes), StringComparison.Ordinal);
    }

    private static NullTrial Derived(Trial trial)
    {
        Assert.True(NullTrial.TryDerive(trial, out NullTrial derived, out string whyNot), whyNot);
        return derived;
    }

    private static int Index(string name) => Trial.Truth.Events.Select(one => one.Name).ToList().IndexOf(name);

    private static StateMask Mask<TBit>(Predicate<TBit> match)
        where TBit : StateBit
    {
        ulong mask = Trial.Truth.StateBits.OfType<TBit>().Single(bit => match(bit)).Mask;
        return new StateMask(mask, mask);
    }
}
