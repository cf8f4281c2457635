using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Looks that wait for events which never happen.</summary>
public sealed class PossibilityTests
{
    private const string Never =
        "11:39  design.looks.final.when.events.endpoint: No event of 'os' can ever happen, so this look never comes. "
        + "Give its events a hazard, or let the look wait for something else.";

    [Theory, Trait("Source", "ByHand")]
    [InlineData("death: {hazard: none}", "")]
    [InlineData("death: {hazard: {piecewise: [{from: 0d, per_month: 0}]}}", "")]
    [InlineData("death: {hazard: {by_arm: {control: {median: 3mo}, treated: none}}}", ", arms: treated")]
    [InlineData("death: {hazard: {median: 3mo}, since: progression}\n    progression: {hazard: none}", "")]
    [InlineData("death: {hazard: {median: 3mo}, since: progression}\n    progression: {hazard: {by_arm: {control: {median: 1mo}, treated: none}}}", ", arms: treated")]
    public void Look_OfEventsThatNeverHappen_IsRefused(string death, string arms)
    {
        Assert.Equal([Never], Reading.Errors(Scenario(death, arms)));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("death: {hazard: {piecewise: [{from: 0d, per_month: 0}, {from: 3mo, per_month: 1}]}}", "")]
    [InlineData("death: {hazard: {by_arm: {control: {median: 3mo}, treated: none}}}", ", arms: control")]
    [InlineData("death: {hazard: none, since: progression, before: {median: 3mo}}\n    progression: {hazard: none}", "")]
    [InlineData("death: {hazard: {cured_probability: 0.9, uncured: {median: 3mo}}}", "")]
    public void Look_OfEventsThatCanHappen_IsAccepted(string death, string arms)
    {
        Assert.Empty(Reading.Errors(Scenario(death, arms)));
    }

    private static string Scenario(string death, string arms)
    {
        string look = Texts.With(Texts.TwoArms, "{follow_up_of_last_patient: 24mo}", $"{{events: {{endpoint: os, count: 50{arms}}}}}");
        return Texts.With(look, "death: {hazard: {by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}}", death);
    }
}
