using Xunit;

namespace TrialSim.Scenarios.Tests;

public sealed class AllAtOnceTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Read_MistakesOfEveryKind_ReportsAllInTheOrderOfTheFile()
    {
        const string Yaml =
            """
            trialsim: 1
            name: Wrong Name
            design:
              patients: many
              patients: 3
              arms:
                control: {role: boss}
                treated: {}
              allocation: {ratio: {control: 1, third: 2}, block_sizes: 4}
              endpoints:
                os: {events: [death, relapse]}
              looks:
                final: {when: {events: {endpoint: ss, count: 900}}}
              analyses:
                os_test: {endpoint: os, method: log_rank, compare: [treated, treated]}
              tresting: {two_sided_alpha: 5%}
            truth:
              accrual: {duration: 12m}
              covariates: {bclc: {B: 0.7, C: 0.2}}
              events:
                death: {hazard: {median: -7mo}}
              effects:
                - {on: death, hazard_ratio: 0.7, while: {arm: third}}
            """;

        Assert.Equal(
            [
                "2:7  name: 'Wrong Name' is not a name of this kind. Write lower-case letters, digits and single hyphens, such as three-arm-tace.",
                "4:13  design.patients: 'many' is not a whole number. Write a whole number from 1 to 1000000, in digits only.",
                "5:3  design.patients: 'patients' is written twice; it first stands at line 4, column 3. Remove one of the two.",
                "7:21  design.arms.control.role: 'boss' is not known here. Write one of control, experimental.",
                "9:23  design.allocation.ratio: There is no entry for treated. Write its weight, such as 1.",
                "9:43  design.allocation.ratio.third: 'third' is not an arm of this scenario. Arms: control, treated.",
                "9:60  design.allocation.block_sizes: '4' stands here. Write a list of whole numbers in brackets, [4, 6].",
                "11:26  design.endpoints.os.events[1]: 'relapse' is not an event of this scenario. Events: death.",
                "13:39  design.looks.final.when.events.endpoint: 'ss' is not an endpoint of this scenario. Did you mean 'os'? Endpoints: os.",
                "15:56  design.analyses.os_test.compare: 'treated' is compared with itself. Write two different arms: [experimental arm, control arm].",
                "16:3  design.tresting: 'tresting' is not a key here. Did you mean 'testing'? "
                + "Keys allowed here: patients, arms, allocation, treatments, visits, max_follow_up, endpoints, looks, analyses, testing, decisions.",
                "18:23  truth.accrual.duration: '12m' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 12mo?",
                "19:22  truth.covariates.bclc: The probabilities of B, C sum to 0.9. Write probabilities that sum to 1.",
                "21:30  truth.events.death.hazard.median: '-7mo' is out of range. Write a duration above 0, such as 6w or 18mo.",
                "23:51  truth.effects[0].while.arm[0]: 'third' is not an arm of this scenario. Arms: control, treated.",
            ],
            Reading.Errors(Yaml));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_OnlyTheVersion_NamesEverythingThatIsMissing()
    {
        Assert.Equal(
            [
                "1:1  design: The key 'design' is missing. Write 'design:' with a mapping with keys from "
                + "patients, arms, allocation, treatments, visits, max_follow_up, endpoints, looks, analyses, testing, decisions.",
                "1:1  name: The key 'name' is missing. Write 'name:' with a text.",
                "1:1  truth: The key 'truth' is missing. Write 'truth:' with a mapping with keys from "
                + "sites, accrual, covariates, events, states, markers, frailty, effects, timing, uptake, missed_visits, reading_errors, loss_to_follow_up, source.",
            ],
            Reading.Errors("trialsim: 1\n"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Problem_AsText_IsFilePlacePathMessage()
    {
        ScenarioReading reading = Reading.Of(Texts.With(Texts.TwoArms, "duration: 27mo", "duration: 27"));

        Assert.False(reading.IsValid);
        Assert.StartsWith("trial.yaml:15:23  truth.accrual.duration: '27' is not a duration.", Assert.Single(reading.Problems).ToString(), StringComparison.Ordinal);
    }
}
