using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Doses, uptake and what is counted from events and ends: how they compile, and the whole text of every message.</summary>
public sealed class ConductMessageTests
{
    private const string Conduct =
        """
        trialsim: 1
        name: conduct
        design:
          patients: 100
          arms:
            tace: {role: control, treatments: [tace, second_line]}
            tace_sorafenib: {treatments: [tace, sorafenib, second_line]}
          treatments:
            tace: {kind: procedure, first: {within: 0d..14d}, repeat: {every: 6w, max_sessions: 4}}
            sorafenib:
              kind: drug
              start: {after: each tace, within: 3d..7d}
              dose_mg_per_day: [800, 400, 200]
              reduce_if: {had: toxicity}
              interrupt_if: {taking: second_line}
              stop_if: {had: progression}
            second_line: {kind: drug, start: {after: progression, within: 7d..28d}, length: 3mo}
          visits:
            imaging: {at: 6w ± 2w, then_every: 6w ± 2w}
            extra_scan: {after: toxicity, at: 0d..7d}
            contact: {after: end of treatment, at: 1mo..3mo, then_every: 1mo..3mo}
            tace_contact: {after: end of tace, at: 1mo}
          endpoints:
            pfs: {events: [progression, death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            pfs_test: {endpoint: pfs, method: log_rank}
        truth:
          accrual: {duration: 12mo}
          events:
            progression: {hazard: {median: 7mo}, seen_at: [imaging, extra_scan]}
            toxicity: {hazard: {median: 7mo}}
            death: {hazard: {median: 20mo}}
          effects:
            - {on: progression, hazard_ratio: 0.8, while: {taking: sorafenib}, dose_exponent: 2}
          uptake: {second_line: 0.6}
          reading_errors: {progression: {missed: 0.05, invented: 0.01}}
          markers:
            afp:
              measured_at: [imaging, contact]
              distribution: log_normal
              correlation: 0.5
              unit: ng/mL
              profiles:
                - {if: {taking: sorafenib}, since: each tace, values: [{at: 0mo, mean: 885, sd: 69}, {at: 2mo, mean: 237, sd: 47}]}
                - {values: [{at: 0mo, mean: 883, sd: 75}]}
        """;

    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Errors => new()
    {
        { "[800, 400, 200]", "[800, 400, 400]", "13:35  design.treatments.sorafenib.dose_mg_per_day[2]: A dose is not lower than the one before it. Write the full dose first, then each lower one, such as [800, 400]." },
        { "[800, 400, 200]", "800", "14:18  design.treatments.sorafenib.reduce_if: There is no lower dose. Write dose_mg_per_day: with the full dose and the lower ones, such as [800, 400].\n36:87  truth.effects[0].dose_exponent: 'sorafenib' has no lower dose. Write dose_mg_per_day: [800, 400] or the like for it, or remove dose_exponent." },
        { "[800, 400, 200]", "[800, -400]", "13:30  design.treatments.sorafenib.dose_mg_per_day[1]: '-400' is out of range. Write a number above 0 and at most 10000000." },
        { "while: {taking: sorafenib}", "while: {had: sorafenib}", "36:84  truth.effects[0].dose_exponent: Nothing says whose dose counts. Write while: {taking: …} with one drug, alone or with others in {all: […]}." },
        { "while: {taking: sorafenib}", "while: {any: [{taking: sorafenib}, {had: toxicity}]}", "36:113  truth.effects[0].dose_exponent: Nothing says whose dose counts. Write while: {taking: …} with one drug, alone or with others in {all: […]}." },
        { "interrupt_if: {taking: second_line}", "interrupt_if: {not: {taking: sorafenib}}", "15:21  design.treatments.sorafenib.interrupt_if: Whether sorafenib is interrupted depends on whether it is taken. Name an event, a state or another drug that does not depend on sorafenib." },
        { "length: 3mo}", "length: 3mo, interrupt_if: {taking: sorafenib}}", "15:21  design.treatments.sorafenib.interrupt_if: Whether sorafenib is interrupted depends on whether it is taken. Name an event, a state or another drug that does not depend on sorafenib.\n17:104  design.treatments.second_line.interrupt_if: Whether second_line is interrupted depends on whether it is taken. Name an event, a state or another drug that does not depend on second_line." },
        { "uptake: {second_line: 0.6}", "uptake: {second_lime: 0.6}", "37:25  truth.uptake.second_lime: 'second_lime' is not a treatment of this scenario. Did you mean 'second_line'? Treatments: tace, sorafenib, second_line." },
        { "uptake: {second_line: 0.6}", "uptake: {second_line: 60%}", "37:25  truth.uptake.second_line: '60%' is not a number. Write a number from 0 to 1. Did you mean 0.6?" },
        { "toxicity: {hazard: {median: 7mo}}", "toxicity: {hazard: {by_arm: {tace: none, tace_sorafenib: {median: 7mo}}}}", "20:25  design.visits.extra_scan.after: 'extra_scan' waits for toxicity, which never happens in arm tace. Give it a hazard there, or count from something else." },
        { "max_sessions: 4", "max_sessions: 1000", "22:27  design.visits.tace_contact.after: 'tace_contact' waits for the end of tace, which never ends. Give tace max_sessions or a stop_if." },
        { "  tace: {kind: procedure, ", "  treatment: {kind: procedure, first: {within: 0d}}\n    tace: {kind: procedure, ", "9:16  design.treatments.treatment: 'treatment' stands for all treatments of an arm, in 'end of treatment'. Give this one another name." },
        { "toxicity: {hazard: {median: 7mo}}", "toxicity: {hazard: {median: 7mo}, recurs: true, lasts: 2w}", "20:25  design.visits.extra_scan.after: 'toxicity' can happen several times. Write 'each toxicity' or 'first toxicity'." },
        { "reading_errors: {progression: {missed: 0.05, invented: 0.01}}", "reading_errors: {toxicity: {missed: 0.1}}", "38:30  truth.reading_errors.toxicity: No visit looks for 'toxicity', which is known on its day, so nobody can err about it. Write seen_at: with visits for the event, or remove this." },
        { "reading_errors: {progression: {missed: 0.05, invented: 0.01}}", "reading_errors: {progression: {invented: 1}}", "38:44  truth.reading_errors.progression.invented: '1' is out of range. Write a number of at least 0 and below 1." },
        { "{values: [{at: 0mo, mean: 883, sd: 75}]}", "{values: [{at: 1mo, mean: 5, sd: 1}, {at: 0mo, mean: 7, sd: 1}]}", "47:53  truth.markers.afp.profiles[1].values[1].at: This time is not after the one before it. Write the points in the order of time, each time once." },
        { "unit: ng/mL", "unit: =1+1", "44:13  truth.markers.afp.unit: '=1+1' would stand in tables, where a spreadsheet takes it for a formula or does not show all of it. Write printable text that does not begin with =, +, - or @." },
        { "mean: 883", "mean: 0", "47:37  truth.markers.afp.profiles[1].values[0].mean: A log-normal marker is positive. Write a mean above 0, or distribution: normal." },
        { "measured_at: [imaging, contact]", "measured_at: imagin", "41:20  truth.markers.afp.measured_at[0]: 'imagin' is not a schedule of visits of this scenario. Did you mean 'imaging'? Visits: imaging, extra_scan, contact, tace_contact." },
        { "pfs: {events: [progression, death]}", "pfs: {events: [progression, death], since: progression}", "24:20  design.endpoints.pfs.events[0]: 'progression' starts the clock, and events up to that day do not count, so it never would. Remove it here, or name another origin in since." },
        { "while: {taking: sorafenib}, dose_exponent: 2", "since: progression", "36:51  truth.effects[0].since: 'progression' is an event, and effects are counted from randomisation or a treatment. Write while: {had: progression}." },
    };

    /// <summary>A passage of the scenario, what replaces it, and all warnings that this gives.</summary>
    public static TheoryData<string, string, string> Warnings => new()
    {
        { "reduce_if: {had: toxicity}", "length: none", "13:24  design.treatments.sorafenib.dose_mg_per_day: Nothing says when a lower dose is taken, so none ever is. Write reduce_if:, or the full dose alone." },
        { "reduce_if: {had: toxicity}", "reduce_if: {all: [{had: toxicity}, {not: {had: toxicity}}]}", "14:18  design.treatments.sorafenib.reduce_if: This can never hold, so the dose is never reduced." },
        { "reading_errors: {progression: {missed: 0.05, invented: 0.01}}", "reading_errors: {progression: {missed: 1}}", "38:42  truth.reading_errors.progression.missed: Every visit overlooks 'progression', so it never comes to be known." },
        { "stop_if: {had: progression}", "length: none", "21:22  design.visits.contact.after: 'contact' waits for the end of all treatments, and sorafenib never ends in arm tace_sorafenib. Give sorafenib a length or a stop_if." },
    };

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{arm: tace}", "This can never hold: no arm that has it is named. Name something that can come, or remove it.")]
    [InlineData("{had: relapse}", "This can never hold: relapse never happens there. Name something that can come, or remove it.")]
    [InlineData("{all: [{had: toxicity}, {any: [relapse, {state: {liver: [C, D]}}]}]}", "This can never hold: relapse never happens there; liver never becomes C or D. Name something that can come, or remove it.")]
    public void Read_InterruptionThatWaitsForWhatNeverComes_WarnsWithTheReason(string condition, string warning) =>
        Assert.Equal(["15:21  design.treatments.sorafenib.interrupt_if: " + warning], Reading.Warnings(WithLiver(condition)));

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{any: [{had: toxicity}, {state: {liver: C}}]}")]
    [InlineData("{not: {had: relapse}}")]
    [InlineData("{had: invented_relapse}")]
    public void Read_InterruptionThatCanCome_WarnsOfNothing(string condition) => Assert.Empty(Reading.Warnings(WithLiver(condition)));

    [Fact, Trait("Source", "ByHand")]
    public void Read_Conduct_IsValidAndResolvesToItself()
    {
        Assert.Empty(Reading.Warnings(Conduct));
        string resolved = Reading.Valid(Conduct).ResolvedYaml;
        Assert.Equal(resolved, Reading.Valid(resolved).ResolvedYaml);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_Conduct_CompilesAnchorsDosesAndUptake()
    {
        Trial trial = Reading.Trial(Conduct);
        TrialProtocol protocol = trial.Design.Protocol;

        Assert.True(protocol.IsFollowedToTheEnd);
        Assert.Equal(new FirstSeen(0), protocol.Treatments[2].After);
        Assert.Equal([new AtRandomisation(), new FirstSeen(1), new EndOfAllTreatments(), new EndOfTreatment(0)], protocol.Visits.Select(visit => visit.After));
        Assert.Equal([800.0, 400, 200], ((Drug)protocol.Treatments[1]).Dosing.MgPerDay.AsEnumerable());
        Assert.Equal([1.0, 1, 0.6], trial.Truth.Conduct.Treatments.Select(conduct => conduct.UptakeProbability));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_DoseExponent_AddsTheDifferenceAtEachLowerDose()
    {
        // At full dose log .8; at a half a quarter of it; at a quarter a sixteenth.
        Trial trial = Reading.Trial(Conduct);
        double log = Math.Log(0.8);
        ulong taking = MaskOf(trial, new TakingBit(0, 1));
        ulong half = MaskOf(trial, new DoseBit(0, 1, 1));
        ulong quarter = MaskOf(trial, new DoseBit(0, 1, 2));

        Assert.Equal([log, log / 4, log / 16], new[] { taking, taking | half, taking | half | quarter }.Select(state => LogHazardRatio(trial, state)), CloseEnough);
        Assert.Equal(0, LogHazardRatio(trial, half | quarter));
    }

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Errors))]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), Reading.Errors(Texts.With(Conduct, passage, replacement)).Order(StringComparer.Ordinal));

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Warnings))]
    public void Read_ProbablyNotMeant_Warns(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Warnings(Texts.With(Conduct, passage, replacement)));

    private static bool CloseEnough(double expected, double actual) => Math.Abs(expected - actual) < 1e-15;

    private static ulong MaskOf(Trial trial, StateBit fact) => trial.Truth.StateBits.Single(bit => bit with { Bit = 0 } == fact).Mask;

    private static double LogHazardRatio(Trial trial, ulong state) => trial.Truth.Effects.Where(effect => effect.Holds(state)).Sum(effect => effect.LogHazardRatio);

    private static string WithLiver(string interruptIf) => Conduct
        .Replace("interrupt_if: {taking: second_line}", "interrupt_if: " + interruptIf, StringComparison.Ordinal)
        .Replace("pfs: {events: [progression, death]}", "pfs: {events: [progression, relapse, invented_relapse, death]}", StringComparison.Ordinal)
        .Replace("reading_errors: {", "reading_errors: {invented_relapse: {invented: 0.01}, ", StringComparison.Ordinal)
        .Replace(
            "    death: {",
            "    relapse: {hazard: none}\n    invented_relapse: {hazard: none, seen_at: imaging}\n    death: {",
            StringComparison.Ordinal)
        .Replace("  events:\n    prog", "  states:\n    liver: {levels: [A, B, C, D], starts: A, changes: [{at: toxicity, becomes: {B: 0.5}}]}\n  events:\n    prog", StringComparison.Ordinal);
}
