using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Sites, accrual by site, allocation and informative loss: what is wrong and what to write, and what comes of what is right.</summary>
public sealed class SiteMessageTests
{
    private const string Duration = "accrual: {duration: 27mo}";
    private const string Endpoints = "  endpoints:\n";

    public static TheoryData<string, string, string> Accruals { get; } = new()
    {
        {
            "sites: {count: 0}\n  accrual: {duration: 27mo}",
            "15:18  truth.sites.count: '0' is out of range. Write a whole number from 1 to 1000.",
            ""
        },
        {
            "sites: {count: 3, opening: {at: [0mo, 1mo]}}\n  accrual: {rate: {per_site_per_month: 2}}",
            "15:35  truth.sites.opening.at: 2 openings stand here for 3 sites. Write one time for each site.",
            ""
        },
        {
            "sites: {count: 3, opening: {every: 1mo, over: 6mo}}\n  accrual: {duration: 27mo}",
            "15:30  truth.sites.opening: over, every stand together. Write exactly one of over, every, at.",
            ""
        },
        {
            "sites: {count: 3, max_patients_each: 2.5}\n  accrual: {rate: {per_month: 2}}",
            "15:40  truth.sites.max_patients_each: A site cannot have 2.5 patients. Write a whole number, or the word none.",
            ""
        },
        {
            "accrual: {rate: {per_site_per_month: 2}}",
            "15:19  truth.accrual.rate: This is a rate of each site, and there are no sites. Write truth.sites with their count, or the rate of the whole trial (per_month).",
            ""
        },
        {
            "sites: {count: 3}\n  accrual: {rate: [{from: 0d, per_site_per_month: 2}, {from: 3mo, per_month: 20}]}",
            "16:19  truth.accrual.rate: Some of these rates are of the whole trial and some of each site. Write all of them in one of the two ways.",
            ""
        },
        {
            "sites: {count: 3}\n  accrual: {rate: [{from: 0d, per_month: 2}], ramp: 3mo}",
            "16:19  truth.accrual.rate: A list of rates has no ramp. Write the rise as steps, or one rate beside 'ramp'.",
            ""
        },
        {
            "accrual: {duration: 27mo, ramp: 3mo}",
            "15:35  truth.accrual.ramp: A ramp has no meaning beside a duration, over which the rate is constant. Write a rate, or remove 'ramp'.",
            ""
        },
        {
            "sites: {count: 3, screening_failure: 0.2}\n  accrual: {duration: 27mo}",
            "16:12  truth.accrual: The planned number cannot come within the planned time where sites close, are full or fail some at screening. "
            + "Write a rate, of the patients screened, with pattern: poisson or even.",
            ""
        },
        {
            "sites: {count: 3}\n  accrual: {rate: {per_site_per_month: 2}, pattern: even}",
            "16:53  truth.accrual.pattern: Sites with a rate of their own screen patients at random (poisson). Remove 'pattern', or write the rate of the whole trial (per_month).",
            ""
        },
        {
            "accrual: {rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 0}]}",
            "15:47  truth.accrual.rate[1]: The last rate is 0 and lasts, so that accrual need not end. Write a last rate above 0, or 'until' beside the rate.",
            ""
        },
    };

    public static TheoryData<string, string> Allocations { get; } = new()
    {
        {
            "{method: biased_coin, factors: [sex]}",
            "8:46  design.allocation.factors: 'factors' has no meaning for biased_coin. Remove it; biased_coin takes ratio, strata, probability."
        },
        { "{method: minimisation}", "8:15  design.allocation: The key 'factors' is missing. Write factors: with the covariates whose margins are balanced, such as [bclc, site]." },
        {
            "{method: minimisation, factors: [sex, site]}",
            "8:53  design.allocation.factors[1]: There are no sites. Write truth.sites with their count, such as sites: {count: 6}, or name a covariate."
        },
        {
            "{strata: [site]}",
            "8:25  design.allocation.strata[0]: There are no sites. Write truth.sites with their count, such as sites: {count: 6}, or name a covariate."
        },
        {
            "{method: minimisation, factors: [sex], weights: {stage: 2}}",
            "8:71  design.allocation.weights.stage: 'stage' is none of the factors. Name one of sex, or add it to 'factors'."
        },
        {
            "{method: response_adaptive, rule: play_the_winner, endpoint: os, burn_in: 20}",
            "8:76  design.allocation.endpoint: An urn needs successes and failures, and 'os' is a time to an event. Name a binary endpoint, or write rule: bayesian."
        },
        {
            "{method: response_adaptive, rule: bayesian, endpoint: died, burn_in: 20}",
            "8:69  design.allocation.endpoint: 'died' has no time by which it is known, so that every new patient would be a failure. Write by: with such a time at the endpoint."
        },
        {
            "{method: response_adaptive, rule: bayesian, endpoint: os}",
            "8:15  design.allocation: The key 'burn_in' is missing. Write burn_in: with the number of patients that are allocated first, whatever is known, such as 40."
        },
        {
            "{method: response_adaptive, rule: bayesian, endpoint: os, burn_in: 20, min_share: 0.5}",
            ""
        },
    };

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Accruals))]
    public void Read_AccrualWithMistake_SaysWhatToWrite(string replacement, string expected, string alsoExpected)
    {
        string[] all = alsoExpected.Length == 0 ? [expected] : [expected, alsoExpected];
        Assert.Equal(all, Reading.Errors(Texts.With(Texts.TwoArms, Duration, replacement)));
    }

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Allocations))]
    public void Read_AllocationWithMistake_SaysWhatToWrite(string allocation, string expected)
    {
        string yaml = Texts.With(Texts.TwoArms, Endpoints, $"  allocation: {allocation}\n  endpoints:\n    died: {{kind: binary, events: [death]}}\n");
        yaml = Texts.With(yaml, Duration, Duration + "\n  covariates: {sex: {probability: 0.5}}");

        Assert.Equal(expected.Length == 0 ? [] : [expected], Reading.Errors(yaml));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{before: deth, within: 0d..3mo, probability: 0.2}", "18:45  truth.loss_to_follow_up.informative[0].before: 'deth' is not an event of this scenario. Did you mean 'death'? Events: death.")]
    [InlineData("{before: death, within: 0d..3mo, probability: 0.2, if: {passed: 6mo}}",
        "18:91  truth.loss_to_follow_up.informative[0].if: This is not known at randomisation. Write conditions of arm and covariate only.")]
    public void Read_InformativeLossWithMistake_SaysWhatToWrite(string loss, string expected)
    {
        Assert.Equal([expected], Reading.Errors(Texts.TwoArms + $"\n  loss_to_follow_up: {{informative: {loss}}}"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_InformativeLoss_IsCompiledBesideTheOther()
    {
        Trial trial = Reading.Trial(
            Texts.TwoArms + "\n  loss_to_follow_up: {probability: 0.1, by: 1y, informative: {before: death, within: 10d..30d, probability: 0.2, if: {arm: treated}}}");
        InformativeLoss loss = Assert.Single(trial.Truth.InformativeLosses);

        Assert.Equal((0, 0.2, 10.0, 30.0), (loss.Event, loss.Probability, loss.Before.EarliestDays, loss.Before.LatestDays));
        Assert.Single(trial.Truth.LossToFollowUp);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_SitesAndMinimisation_AreCompiled()
    {
        string yaml = Texts.With(Texts.TwoArms, Endpoints, "  allocation: {method: minimisation, factors: [site, sex], weights: {sex: 2}, imbalance: variance}\n" + Endpoints);
        yaml = Texts.With(
            yaml,
            Duration,
            "sites: {count: 4, opening: {over: 6mo}, closing: {after: 12mo}, variation: {shape: 2}, max_patients_each: 40, screening_failure: 0.25}\n"
            + "  accrual: {rate: {per_site_per_month: 3}, ramp: 3mo, until: 24mo}\n  covariates: {sex: {probability: 0.5}}");
        Trial trial = Reading.Trial(yaml);

        Assert.Equal([0.0, 60.875, 121.75, 182.625], trial.Truth.Sites.OpeningDays.Select(day => Math.Round(day, 9)));
        Assert.Equal((365.25, 2.0, 40, 0.25), (trial.Truth.Sites.OpenForDays, trial.Truth.Sites.RateShape, trial.Truth.Sites.MaxPatientsEach, trial.Truth.Sites.ScreeningFailure));
        Assert.Equal(AccrualBasis.EachSite, trial.Truth.Accrual.Basis);
        Assert.Equal(24 * 30.4375, trial.Truth.Accrual.UntilDay);
        // Half of the full rate on average while it rises: 3 · 1.5 by month 3, and 3 a month from then on.
        Assert.Equal(4.5, trial.Truth.Accrual.Rate.Cumulative(3 * 30.4375), 1e-9);
        Assert.Equal(7.5, trial.Truth.Accrual.Rate.Cumulative(4 * 30.4375), 1e-9);
        Assert.Equal(
            [new MinimisationFactor(new StratificationFactor(StratificationFactor.Site, 4), 1), new MinimisationFactor(new StratificationFactor(0, 2), 2)],
            trial.Design.Allocation.Factors.AsEnumerable());
        Assert.Equal((ImbalanceMeasure.Variance, 0.8), (trial.Design.Allocation.Imbalance, trial.Design.Allocation.FavouredProbability));
    }
}
