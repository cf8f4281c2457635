using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Sizes that no scenario has.</summary>
public sealed class LimitTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Strata_OfTooManyCombinations_AreRefused()
    {
        // Ten covariates of two levels: 2^10 = 1024 combinations.
        string names = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"c{i}"));
        string covariates = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"c{i}: {{x: 0.5, y: 0.5}}"));
        string yaml = Texts.With(Texts.TwoArms, "method: log_rank}", $"method: log_rank, strata: [{names}]}}");

        Assert.Equal(
            ["13:55  design.analyses.os_test.strata: These covariates have 1024 combinations of levels. Write at most 1000."],
            Reading.Errors(Texts.With(yaml, "  events:\n    death", $"  covariates: {{{covariates}}}\n  events:\n    death")));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Levels_OfTooManyNames_AreRefused()
    {
        string levels = string.Join(", ", Enumerable.Range(0, 101).Select(i => $"l{i}: 0"));

        Assert.Equal(
            ["16:19  truth.covariates.c: There are 101. Write at most 100."],
            Reading.Errors(Texts.With(Texts.TwoArms, "  events:\n    death", $"  covariates: {{c: {{{levels}}}}}\n  events:\n    death")));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("patients: 1000000")]
    [InlineData("patients: 1")]
    public void Patients_AtTheEndsOfTheirRange_AreAccepted(string patients)
    {
        Assert.Empty(Reading.Errors(Texts.With(Texts.TwoArms, "patients: 107", patients)));
    }
}
