using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors and warnings about treatments and visits: the whole text of every message.</summary>
public sealed class ProtocolMessageTests
{
    private const string Protocol =
        """
        trialsim: 1
        name: protocol
        design:
          patients: 100
          arms:
            tace: {role: control, treatments: [tace]}
            tace_sorafenib: {treatments: [tace, rfa, sorafenib]}
          treatments:
            tace:
              kind: procedure
              first: {within: 0d..14d}
              repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}
            rfa: {kind: procedure, first: {after: first tace, within: 3d..14d}}
            sorafenib:
              kind: drug
              start: {after: each tace, within: 3d..7d}
              hold: {before: tace, by: 1d}
              stop_if: {had: progression}
          visits:
            imaging: {after: each tace, at: 6w ± 2w, then_every: 6w ± 2w}
          endpoints:
            pfs: {events: [progression, death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            pfs_test: {endpoint: pfs, method: log_rank}
        truth:
          accrual: {duration: 12mo}
          events:
            progression: {hazard: {median: 7mo}, seen_at: imaging}
            death: {hazard: {median: 20mo}}
          effects:
            - {on: progression, hazard_ratio: 0.8, while: {taking: sorafenib}}
            - {on: progression, hazard_ratio: 0.5, since: each tace, until: 6w}
          timing: {imaging: triangular}
          missed_visits: {imaging: 0.05}
        """;

    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Errors => new()
    {
        { "within: 0d..14d", "within: 14", "11:23  design.treatments.tace.first.within: '14' is not a window. Write a range such as 3d..14d, a day with a margin such as 6w ± 2w (or 6w +/- 2w, 6w -1w/+2w), or a single duration such as 14d." },
        { "within: 0d..14d", "within: 14d..3d", "11:23  design.treatments.tace.first.within: '14d..3d' ends before it begins. Write the shorter duration first." },
        { "at: 6w ± 2w", "at: 6w ± 7w", "20:37  design.visits.imaging.at: '6w ± 7w' begins before day 0. Write a margin that is no longer than the duration before it." },
        { "then_every: 6w ± 2w", "then_every: 6w ± 4w", "20:58  design.visits.imaging.then_every: The window 6w ± 4w is wider than the interval, so a visit could come before the one ahead of it. Write a narrower margin, or counted_from: last_visit." },
        { "after: first tace", "after: tace", "13:43  design.treatments.rfa.first.after: 'tace' can have several sessions. Write 'each tace' or 'first tace'." },
        { "after: first tace", "after: each sorafenib", "13:43  design.treatments.rfa.first.after: 'sorafenib' is a drug, which has no sessions. Write 'sorafenib' for its first dose." },
        { "after: first tace", "after: first taec", "13:43  design.treatments.rfa.first.after: 'taec' is not a treatment of this scenario. Did you mean 'tace'? Treatments: tace, rfa, sorafenib." },
        { "after: first tace", "after: progresion", "13:43  design.treatments.rfa.first.after: 'progresion' is not an event of this scenario. Did you mean 'progression'? Events: progression, death." },
        { "after: first tace", "after: death", "13:43  design.treatments.rfa.first.after: 'death' is fatal, so nothing can follow it. Name an event that is not." },
        { "after: first tace", "after: end of sorafinib", "13:43  design.treatments.rfa.first.after: 'sorafinib' is not a treatment of this scenario. Did you mean 'sorafenib'? Treatments: tace, rfa, sorafenib." },
        { "after: first tace", "after: end of treatment", "13:43  design.treatments.rfa.first.after: No treatment can wait for the end of all, itself among them. Write 'end of …' with the treatment before it." },
        { "stop_if: {had: progression}\n  visits:\n    imaging: {after: each tace", "length: none\n  visits:\n    imaging: {after: end of sorafenib", "20:22  design.visits.imaging.after: 'imaging' waits for sorafenib, which arm tace never gets. Count it from randomisation, or give both to the same arms.\n20:22  design.visits.imaging.after: 'imaging' waits for the end of sorafenib, which never ends. Give sorafenib a length or a stop_if." },
        { "after: each tace, at: 6w ± 2w", "after: progression, at: 6w ± 2w", "20:22  design.visits.imaging.after: 'imaging' waits until progression is known, and nobody can know of it in arms tace, tace_sorafenib: it is seen at imaging, which never takes place there before. Give these arms such visits, counted from something that comes, or count from something else." },
        { "first: {within: 0d..14d}", "first: {after: progression, within: 0d..14d}", "11:22  design.treatments.tace.first.after: 'tace' waits until progression is known, and nobody can know of it in arms tace, tace_sorafenib: it is seen at imaging, which never takes place there before. Give these arms such visits, counted from something that comes, or count from something else." },
        { "before: tace", "before: sorafenib", "17:22  design.treatments.sorafenib.hold[0].before: 'sorafenib' is a drug. Name a procedure." },
        { "before: tace", "before: rfa", "17:13  design.treatments.sorafenib.hold[0]: Nothing says when the drug is taken again after rfa. Write resume: with the days allowed, such as 3d..7d." },
        { "hold: {before: tace, by: 1d}", "hold: [{before: tace, by: 1d}, {before: tace, by: 1h}]", "17:13  design.treatments.sorafenib.hold: 'tace' has 2 holds. Write one for each procedure." },
        { "taking: sorafenib", "taking: tace", "33:60  truth.effects[0].while.taking: 'tace' is a procedure, which is done on a day and not taken. Write {had: tace}." },
        { "seen_at: imaging", "seen_at: scan", "30:51  truth.events.progression.seen_at[0]: 'scan' is not a schedule of visits of this scenario. Visits: imaging." },
        { "death: {hazard: {median: 20mo}}", "death: {hazard: {median: 20mo}, seen_at: imaging}", "31:46  truth.events.death.seen_at: 'death' is fatal, and the dead keep no visits. Remove seen_at: the day of death is known." },
        { "timing: {imaging: triangular}", "timing: {imagin: triangular}", "35:20  truth.timing.imagin: 'imagin' is not a schedule of visits of this scenario. Did you mean 'imaging'? Visits: imaging." },
        { "missed_visits: {imaging: 0.05}", "missed_visits: {imaging: 5%}", "36:28  truth.missed_visits.imaging: '5%' is not a number. Write a number of at least 0 and below 1. Did you mean 0.05?" },
        { "treatments: [tace, rfa, sorafenib]", "treatments: [rfa]", "13:43  design.treatments.rfa.first.after: 'rfa' waits for tace, which arm tace_sorafenib never gets. Count it from randomisation, or give both to the same arms.\n20:22  design.visits.imaging.after: 'imaging' waits for tace, which arm tace_sorafenib never gets. Count it from randomisation, or give both to the same arms." },
        { "first: {within: 0d..14d}", "first: {after: rfa, within: 0d..14d}", "11:22  design.treatments.tace.first.after: 'tace' waits for rfa, which arm tace never gets. Count it from randomisation, or give both to the same arms.\n11:22  design.treatments.tace.first.after: Each waits for the other: tace after rfa after tace. Count one of them from randomisation." },
        { "repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}", "repeat: {every: 4d}", "17:32  design.treatments.sorafenib.hold[0].by: tace may come again after 4 days, and the drug is off for 3 days after a session and 1 day before the next, so it would never be taken in between. Write a shorter hold or a longer interval." },
        { "repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}", "repeat: {every: 6w, delay: 3d}", "12:34  design.treatments.tace.repeat.delay: 'delay' needs visits that decide. Write decided_at: with a schedule of visits, or remove 'delay'." },
        { "kind: drug", "kind: procedure", "14:5  design.treatments.sorafenib: The key 'first' is missing. Write 'first:' with the days allowed, such as {within: 0d..14d}.\n16:14  design.treatments.sorafenib.start: 'start' does not fit a procedure. A procedure has first, repeat, needs.\n17:13  design.treatments.sorafenib.hold: 'hold' does not fit a procedure. A procedure has first, repeat, needs.\n33:60  truth.effects[0].while.taking: 'sorafenib' is a procedure, which is done on a day and not taken. Write {had: sorafenib}." },
    };

    /// <summary>A passage of the scenario, what replaces it, and all warnings that this gives.</summary>
    public static TheoryData<string, string, string> Warnings => new()
    {
        { "delay: 1d..14d", "delay: 0d..14d", "17:32  design.treatments.sorafenib.hold[0].by: tace may follow its decision by 0 days, so the drug cannot always be stopped 1 day before. It is then stopped on the day of the decision." },
        { "treatments: [tace, rfa, sorafenib]", "treatments: [tace, sorafenib]", "13:10  design.treatments.rfa: No arm gets the treatment 'rfa'. Name it in the treatments of an arm, or remove it." },
    };

    [Fact, Trait("Source", "ByHand")]
    public void Read_Protocol_IsValidAndResolvesToItself()
    {
        Assert.Empty(Reading.Warnings(Protocol));
        string resolved = Reading.Valid(Protocol).ResolvedYaml;
        Assert.Equal(resolved, Reading.Valid(resolved).ResolvedYaml);
    }

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Errors))]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), Reading.Errors(Texts.With(Protocol, passage, replacement)).Order(StringComparer.Ordinal));

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Warnings))]
    public void Read_ProbablyNotMeant_Warns(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Warnings(Texts.With(Protocol, passage, replacement)));

    // Other things may be wrong in consequence.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("{decided_at: imaging, if", "{decided_at: imagin, if", "12:28  design.treatments.tace.repeat.decided_at: 'imagin' is not a schedule of visits of this scenario.")]
    [InlineData("if: {not: {had: progression}}", "if: {not: {had: progresion}}", "12:53  design.treatments.tace.repeat.if.not.had: 'progresion' is not")]
    [InlineData("repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}", "repeat: {every: 0d}", "12:23  design.treatments.tace.repeat.every: The next session may come 0d after the last, which is never later. Write a window that begins after 0d.")]
    [InlineData("repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}", "repeat: {every: 6w, if: {had: progression}}", "12:31  design.treatments.tace.repeat.if: 'if' needs visits that decide. Write decided_at: with a schedule of visits, or remove 'if'.")]
    [InlineData("      start: {after: each tace, within: 3d..7d}\n", "", "14:5  design.treatments.sorafenib: The key 'start' is missing. Write 'start:' with the days allowed, such as {within: 0d..14d}.")]
    [InlineData("start: {after: each tace", "start: {after: each tcae", "16:22  design.treatments.sorafenib.start.after: 'tcae' is not a treatment of this scenario.")]
    [InlineData("before: tace", "before: tcae", "17:22  design.treatments.sorafenib.hold[0].before: 'tcae' is not a treatment of this scenario.")]
    public void Read_WithMistake_SaysSoAtItsPlace(string passage, string replacement, string expected) =>
        Assert.Contains(Reading.Errors(Texts.With(Protocol, passage, replacement)), error => error.StartsWith(expected, StringComparison.Ordinal));

    [Theory, Trait("Source", "ByHand")]
    [InlineData("death", "13:12  design.treatments.death: 'death' is the name of an event too. Give the treatment another name.")]
    [InlineData("randomisation", "13:20  design.treatments.randomisation: 'randomisation' is the name of the origin of clocks too. Give the treatment another name.")]
    public void Read_TreatmentWithTheNameOfSomethingElse_AsksForAnother(string name, string expected) =>
        Assert.Contains(expected, Reading.Errors(Protocol.Replace("rfa", name, StringComparison.Ordinal)));

    [Theory, Trait("Source", "ByHand")]
    [InlineData("repeat: {decided_at: imaging, if: {not: {had: progression}}, delay: 1d..14d, max_sessions: 4}")]
    [InlineData("stop_if: {had: progression}")]
    public void Read_WhatIsWritten_StandsInTheResolvedScenario(string written) => Assert.Contains(written, Reading.Valid(Protocol).ResolvedYaml, StringComparison.Ordinal);

    [Fact, Trait("Source", "ByHand")]
    public void Read_HoldThatSaysWhenTheDrugIsTakenAgain_IsAsItSays() =>
        Assert.Contains("{before: tace, by: 1d, resume: 3d..9d}", Reading.Valid(Texts.With(Protocol, "by: 1d}", "by: 1d, resume: 3d..9d}")).ResolvedYaml, StringComparison.Ordinal);
}
