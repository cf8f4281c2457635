using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>What sites have and sessions need: what is compiled of it, and the whole text of every message.</summary>
public sealed class SiteResourceMessageTests
{
    private const string Suite =
        """
        trialsim: 1
        name: suite
        design:
          patients: 100
          arms: {tace: {role: control, treatments: [tace]}, tace_rfa: {treatments: [tace, rfa, sorafenib]}}
          treatments:
            tace: {kind: procedure, first: {within: 0d..14d}, repeat: {every: 6w}, needs: angiography_suite}
            rfa: {kind: procedure, first: {after: first tace, within: 3d..14d}, needs: {resource: theatre, max_wait: 21d, then: skip}}
            sorafenib: {kind: drug, start: {after: first tace, within: 3d..7d}}
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {follow_up_of_last_patient: 24mo}}}
          analyses: {os_test: {endpoint: os, method: log_rank}}
        truth:
          sites:
            count: 2
            each_has:
              angiography_suite: {slots_per_week: 3}
              theatre: {slots_per_week: 6, days: [monday, thursday], priority: window_first}
          accrual: {duration: 12mo}
          events: {death: {hazard: {median: 20mo}}}
        """;

    private const string Slots = "slots_per_week: 3}";

    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Errors => new()
    {
        { "needs: angiography_suite}", "needs: angio_suite}", "7:83  design.treatments.tace.needs: 'angio_suite' is not a resource under truth.sites.each_has. Resources: angiography_suite, theatre." },
        { "resource: theatre", "resource: lab", "8:91  design.treatments.rfa.needs.resource: 'lab' is not a resource under truth.sites.each_has. Resources: angiography_suite, theatre." },
        { "{resource: theatre, max_wait: 21d, then: skip}", "{max_wait: 21d}", "8:80  design.treatments.rfa.needs: The key 'resource' is missing. Write 'resource:' with something that each site has." },
        { "max_wait: 21d, ", "", "8:106  design.treatments.rfa.needs.then: 'then' is for sessions that have waited too long, and nothing says how long that is. Write max_wait: with a duration, or remove 'then'." },
        { "then: skip", "then: wait", "8:121  design.treatments.rfa.needs.then: 'wait' is not known here. Write one of treat, skip, stop." },
        { "within: 3d..7d}}", "within: 3d..7d}, needs: theatre}", "9:80  design.treatments.sorafenib.needs: 'needs' does not fit a drug. A drug has start, hold, length, dose_mg_per_day, reduce_if, interrupt_if." },
        { Slots, "slots_per_week: 0}", "17:43  truth.sites.each_has.angiography_suite.slots_per_week: '0' is out of range. Write a number above 0 and at most 10000." },
        { Slots, "slots_per_week: 3, places: 1, session: 4h}", "17:26  truth.sites.each_has.angiography_suite: slots_per_week, places stand together. Write exactly one of slots_per_week, places." },
        { Slots, "days: [monday]}", "17:26  truth.sites.each_has.angiography_suite: None of slots_per_week, places is here. Write exactly one of them." },
        { Slots, "slots_per_week: 3, session: 4h}", "17:55  truth.sites.each_has.angiography_suite.session: 'session' needs places. A slot is as long as its share of the week, or, on days, as the day. Write places: instead of slots_per_week:, or remove 'session'." },
        { Slots, "slots_per_week: 3, days: [monday, thursday]}", "17:43  truth.sites.each_has.angiography_suite.slots_per_week: 3 slots a week are not as many on each of 2 days. Write a multiple of 2, such as 2 or 4." },
        { Slots, "slots_per_week: 0.5, days: monday}", "17:43  truth.sites.each_has.angiography_suite.slots_per_week: 0.5 slots a week are not as many on each of 1 day. Write a multiple of 1, such as 1." },
        { Slots, "slots_per_week: 4, days: [monday, thirsday]}", "17:61  truth.sites.each_has.angiography_suite.days[1]: 'thirsday' is not known here. Did you mean 'thursday'? Write one of sunday, monday, tuesday, wednesday, thursday, friday, saturday." },
        { Slots, "slots_per_week: 4, days: [monday, monday]}", "17:61  truth.sites.each_has.angiography_suite.days[1]: 'monday' is named twice. Remove one of the two." },
        { Slots, "places: 2}", "17:26  truth.sites.each_has.angiography_suite: Nothing says how long a session takes a place. Write session: with its length, such as 4h, or {mean: 4h, distribution: exponential}." },
        { Slots, "places: 2, session: {distribution: exponential}}", "17:47  truth.sites.each_has.angiography_suite.session: The key 'mean' is missing. Write 'mean:' with a duration, such as 4h." },
        { Slots, "places: 2, session: 4h, hours: 25h}", "17:58  truth.sites.each_has.angiography_suite.hours: '25h' is out of range. Write a duration above 0 and at most 1d, such as 8h." },
        { "each_has:", "each_hes:", "16:5  truth.sites.each_hes: 'each_hes' is not a key here. Did you mean 'each_has'? Keys allowed here: count, opening, closing, variation, max_patients_each, each_has, screening_failure, source." },
    };

    [Theory, MemberData(nameof(Errors)), Trait("Source", "ByHand")]
    public void Resource_WithAMistake_IsReported(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Suite.Replace(passage, replacement, StringComparison.Ordinal));

        Assert.StartsWith(expected, string.Join("\n", errors), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Needs_BesideALossThatForetellsAnEvent_AreReported()
    {
        Assert.Equal(
            ["21:36  truth.loss_to_follow_up.informative: Nobody can be lost before an event whose day is not settled: sessions of tace wait for slots, and the event may depend on them. Remove 'informative', or write needs: none."],
            Reading.Errors(Suite + "\n  loss_to_follow_up: {informative: [{before: death, within: 0d..90d, probability: 0.1}]}"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Resource_ThatNobodyNeeds_IsWarnedOf()
    {
        Assert.Equal(
            ["17:26  truth.sites.each_has.angiography_suite: No treatment needs 'angiography_suite'. Write needs: angiography_suite in one that does, or remove it."],
            Reading.Warnings(Suite.Replace(", needs: angiography_suite", string.Empty, StringComparison.Ordinal)));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("places: 2, session: 8h, hours: 8h}", "")]
    [InlineData("places: 2, session: 26h}", "")] // Open all day, it may take more than one.
    [InlineData(
        "places: 2, session: 10h, hours: 8h}",
        "17:47  truth.sites.each_has.angiography_suite.session: A session takes 10h, and 'angiography_suite' is open for 8h: sessions go on after closing, and a place has hardly more than one a day. Write a shorter session, or longer hours.")]
    [InlineData(
        "places: 2, session: {mean: 10h, distribution: exponential}, hours: 8h}",
        "17:47  truth.sites.each_has.angiography_suite.session: A session takes 10h on average, and 'angiography_suite' is open for 8h: sessions go on after closing, and a place has hardly more than one a day. Write a shorter session, or longer hours.")]
    public void Session_LongerThanTheHours_IsWarnedOf(string resource, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], Reading.Warnings(Suite.Replace(Slots, resource, StringComparison.Ordinal)));

    [Fact, Trait("Source", "ByHand")]
    public void SlotsAWeek_WithoutDays_AreOnePlaceTakenForTheirShareOfTheWeek()
    {
        SiteResource suite = ResourceOf("{slots_per_week: 4}");

        Assert.Equal((1, 7.0 / 4, true, QueueOrder.FirstCome), (suite.Places, Assert.IsType<FixedSession>(suite.Session).Days, suite.Opening.IsAlways, suite.Order));
    }

    [Fact, Trait("Source", "ByHand")]
    public void SlotsAWeek_OnDays_ArePlacesTakenUntilTheDayCloses()
    {
        SiteResource suite = ResourceOf("{slots_per_week: 6, days: [monday, thursday], hours: 8h, priority: window_first}");

        Assert.IsType<SessionUntilClosing>(suite.Session);
        Assert.Equal((3, 8.0 / 24, QueueOrder.WindowFirst), (suite.Places, suite.Opening.LengthDays, suite.Order));
        // Trial day 0 is a Monday: days 0, 3, 7 and 10 are open.
        Assert.Equal([0, 3, 7, 10], Enumerable.Range(0, 14).Where(suite.Opening.Opens));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{places: 2, session: 6h}", false)]
    [InlineData("{places: 2, session: {mean: 6h, distribution: exponential}}", true)]
    public void Places_WithALength_AreTakenForIt(string written, bool isExponential)
    {
        SiteResource suite = ResourceOf(written);

        Assert.Equal((2, true), (suite.Places, suite.Opening.IsAlways));
        Assert.Equal(isExponential ? new ExponentialSession(0.25) : new FixedSession(0.25), suite.Session);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Needs_InBothForms_AreCompiled()
    {
        Trial trial = Reading.Trial(Suite);

        Assert.Equal(new ResourceNeed(0, double.PositiveInfinity, AfterWaiting.Treat), ((Procedure)trial.Design.Protocol.Treatments[0]).Need);
        Assert.Equal(new ResourceNeed(1, 21, AfterWaiting.Skip), ((Procedure)trial.Design.Protocol.Treatments[1]).Need);
        Assert.True(trial.Design.Protocol.NeedsResources);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{slots_per_week: 3}")]
    [InlineData("{slots_per_week: 2, days: [friday], hours: 8h}")]
    [InlineData("{places: 2, session: {mean: 6h, distribution: exponential}, days: [friday, monday]}")]
    public void Resource_WrittenInFull_ResolvesToItself(string written)
    {
        Scenario scenario = Reading.Valid(Suite.Replace("{slots_per_week: 3}", written, StringComparison.Ordinal));

        Assert.Equal(scenario.ResolvedYaml, Reading.Valid(scenario.ResolvedYaml).ResolvedYaml);
    }

    private static SiteResource ResourceOf(string written) =>
        Reading.Trial(Suite.Replace("{slots_per_week: 3}", written, StringComparison.Ordinal)).Truth.Sites.Resources[0];
}
