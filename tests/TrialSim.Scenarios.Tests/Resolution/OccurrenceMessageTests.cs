using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Mistakes in adverse events, causes and frailty.</summary>
public sealed class OccurrenceMessageTests
{
    private const string Occurrences =
        """
        trialsim: 1
        name: occurrences
        design:
          patients: 100
          arms: {all: {role: control, treatments: [drug]}}
          treatments:
            drug: {kind: drug, start: {within: 0d}, stop_if: {adverse_event: {grade: 3, of: rash}}}
          visits: {safety: {at: 4w, then_every: 4w}}
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {follow_up_of_last_patient: 12mo}}}
          analyses: {median: {endpoint: os, method: kaplan_meier_median}}
        truth:
          accrual: {duration: 12mo}
          frailty: {distribution: gamma, variance: 0.5, on: [rash, death]}
          events:
            rash: {hazard: {median: 3mo}, recurs: true, grades: {1: 0.5, 2: 0.3, 3: 0.2}, lasts: 2w..6w, seen_at: safety, term: Rash, related_to: drug}
            fall: {when: {adverse_event: {grade: 2}}, recurs: true}
            death: {hazard: {median: 20mo}, causes: {liver: 0.6, other: 0.4}}
          effects:
            - {on: death, hazard_ratio: 2, while: fall}
        """;

    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Errors => new()
    {
        { "3: 0.2}", "3: 0.3}", "16:57  truth.events.rash.grades: The probabilities of 1, 2, 3 sum to 1.1. Write probabilities that sum to 1." },
        { "3: 0.2}", "6: 0.2}", "16:77  truth.events.rash.grades.6: '6' is not a grade. Write 1, 2, 3, 4 or 5." },
        { "causes: {liver: 0.6, other: 0.4}", "causes: {liver: 0.6, other: 0.6}", "18:45  truth.events.death.causes: The probabilities of liver, other sum to 1.2. Write probabilities that sum to 1." },
        { "causes: {liver: 0.6, other: 0.4}", "causes: {liver: 1.6}", "18:53  truth.events.death.causes.liver: '1.6' is out of range. Write a number from 0 to 1." },
        { "causes: {liver: 0.6, other: 0.4}", "recurs: true", "18:45  truth.events.death.recurs: 'death' is fatal, so the course ends with it. Remove 'recurs', or write fatal: false." },
        { "causes: {liver: 0.6, other: 0.4}", "lasts: 2w", "18:44  truth.events.death.lasts: 'death' is fatal, so the course ends with it. Remove 'lasts', or write fatal: false." },
        { "causes: {liver: 0.6, other: 0.4}", "grades: {5: 1}", "18:45  truth.events.death.grades: 'death' is fatal, so the course ends with it. Remove 'grades', or write fatal: false." },
        { "related_to: drug", "related_to: drugg", "16:139  truth.events.rash.related_to: 'drugg' is not a treatment of this scenario. Did you mean 'drug'? Treatments: drug." },
        { "grade: 3, of: rash", "grade: 3, of: fall", "7:85  design.treatments.drug.stop_if.adverse_event.of[0]: 'fall' has no grades. Write them with the event, such as grades: {1: 0.5, 2: 0.3, 3: 0.2}, or ask by {had: fall}." },
        { "grade: 3, of: rash", "grade: 6, of: rash", "7:78  design.treatments.drug.stop_if.adverse_event.grade: '6' is out of range. Write a whole number from 1 to 5." },
        { "lasts: 2w..6w", "lasts: 6w..2w", "16:90  truth.events.rash.lasts: '6w..2w' ends before it begins. Write the shorter duration first." },
        { "term: Rash", "term: '@SUM(1)'", "16:121  truth.events.rash.term: '@SUM(1)' would stand in tables, where a spreadsheet takes it for a formula or does not show all of it. Write printable text that does not begin with =, +, - or @." },
        { "variance: 0.5", "variance: 0", "14:44  truth.frailty[0].variance: '0' is out of range. Write a number from 0.0001 to 100." },
        { "on: [rash, death]", "on: [rash, deth]", "14:60  truth.frailty[0].on[1]: 'deth' is not an event of this scenario. Did you mean 'death'? Events: rash, fall, death." },
        { "{median: 3mo}", "{per_day: 100}", "16:20  truth.events.rash.hazard: 'rash' recurs, and would do so 36525 times a year. Write a hazard of at most 10000 a year." },
        { "recurs: true}", "recurs: true, chances: {at: echo, probability: 0.5}}\n    echo: {chances: {at: fall, probability: 1}, recurs: true}", "17:11  truth.events.fall: On one day, and without end, each brings about the next: fall, echo, fall. Let one of them happen once only, or last: lasts: 1d." },
    };

    /// <summary>A passage of the scenario, what replaces it, and all warnings that this gives.</summary>
    public static TheoryData<string, string, string> Warnings => new()
    {
        { "recurs: true}", "lasts: 3d}", "17:54  truth.events.fall.lasts: 'fall' neither recurs nor has grades, so that it is over changes nothing. Remove lasts, or write grades: or recurs: true." },
        { "on: [rash, death]", "on: [rash, fall]", "14:60  truth.frailty[0].on[1]: 'fall' has no hazard that a frailty could multiply; chances and 'when' are not multiplied. Remove it here, or give it a hazard." },
        { "grade: 3, of: rash", "grade: 4, of: rash", "7:54  design.treatments.drug.stop_if: This can never hold, so nothing is ever stopped by it." },
        { "when: {adverse_event: {grade: 2}}", "when: {adverse_event: {grade: 4}}", "17:18  truth.events.fall.when: This can never hold, so it never brings the event about." },
        { "causes: {liver: 0.6, other: 0.4}", "term: Death", "18:43  truth.events.death.term: 'death' has no grades, so it is not reported as an adverse event and nobody reads the term. Write grades: or remove term." },
    };

    // 12 ln 2 / 3 a year, 10⁶ times by both effects, and 4.6167 times by the frailty: qgamma(.999, 2, 2).
    [Fact, Trait("Source", "AgainstR")]
    public void Read_EffectsThatMakeAnEventRecurWithoutEnd_SaysWhatToWrite() =>
        Assert.Equal(
            ["16:20  truth.events.rash.hazard: 'rash' recurs, and with all that can multiply its hazard (effects, frailties) would do so 12800229 times a year. Write a hazard and hazard ratios that come to at most 10000 a year."],
            Reading.Errors(Occurrences + "\n    - {on: rash, hazard_ratio: 1000}\n    - {on: rash, hazard_ratio: 1000, while: fall}"));

    [Theory, Trait("Source", "ByHand")]
    [InlineData("fall", "{not: fall}")]
    [InlineData("{covariate: {sex: f}}", "{covariate: {sex: m}}")]
    [InlineData("{all: [fall, {covariate: {sex: f}}]}", "{any: [{not: fall}, {covariate: {sex: m}}]}")]
    public void Read_EffectsOfWhichOneActsAtATime_AreNotMultiplied(string first, string second)
    {
        string text = Texts.With(Occurrences, "truth:\n", "truth:\n  covariates: {sex: {f: 0.5, m: 0.5}}\n");

        Assert.Empty(Reading.Errors($"{text}\n    - {{on: rash, hazard_ratio: 500, while: {first}}}\n    - {{on: rash, hazard_ratio: 500, while: {second}}}"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_MoreFrailtiesThanAllowed_SaysHowMany()
    {
        string frailties = string.Join(", ", Enumerable.Repeat("{distribution: gamma, variance: 0.5, on: death}", 21));

        string error = Assert.Single(Reading.Errors(Texts.With(Occurrences, "{distribution: gamma, variance: 0.5, on: [rash, death]}", $"[{frailties}]")));

        Assert.StartsWith("14:12  truth.frailty: ", error, StringComparison.Ordinal);
        Assert.Contains(" 20", error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_Occurrences_AreValidAndResolveToThemselves()
    {
        Assert.Empty(Reading.Warnings(Occurrences));
        string resolved = Reading.Valid(Occurrences).ResolvedYaml;
        Assert.Equal(resolved, Reading.Valid(resolved).ResolvedYaml);
    }

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Errors))]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.Equal([expected], Reading.Errors(Texts.With(Occurrences, passage, replacement)));

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Warnings))]
    public void Read_ProbablyNotMeant_Warns(string passage, string replacement, string expected) =>
        Assert.Equal([expected], Reading.Warnings(Texts.With(Occurrences, passage, replacement)));
}
