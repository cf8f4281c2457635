using System.Text.Json;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.CompetingRisks;

public sealed class FineGrayTests
{
    // cmprsk 2.2-11: crr(time, event, cbind(sexM, age), failcode); R's iteration stops at a gradient of 1e-6.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("fine_gray_crr_pcm", 1)]
    [InlineData("fine_gray_crr_death", 2)]
    public void Fit_Mgus2_MatchesCrr(string name, int cause)
    {
        CompetingData data = CompetingData.Mgus2();
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("mgus2_ref.json"))).RootElement.GetProperty(name);

        FineGrayResult result = FineGray.Fit(data.Sample, (byte)cause, data.Covariates, 2, FineGrayForm.Sandwich);

        for (int k = 0; k < 2; k++)
        {
            Close.Relative(expected.GetProperty("coef")[k].GetDouble(), result.Coefficients[k], 1e-6);
            Close.Relative(expected.GetProperty("se")[k].GetDouble(), result.StandardErrors[k], 1e-6);
        }

        Close.Relative(expected.GetProperty("loglik").GetDouble(), result.LogLikelihood, 1e-11);
        Close.Relative(expected.GetProperty("loglik_null").GetDouble(), result.LogLikelihoodNull, 1e-11);
    }

    // survival 3.5-3: coxph(Surv(fgstart, fgstop, fgstatus) ~ sex + age, finegray(…), weights = fgwt). The errors are the roots of naive.var; the se_model
    // of the file is coxph's default for fractional weights, which takes each row that finegray splits off for a patient of its own.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_Mgus2_MatchesCoxphOfFinegray()
    {
        CompetingData data = CompetingData.Mgus2();
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("mgus2_ref.json")))
            .RootElement.GetProperty("fine_gray_survival_pcm");
        double[] naive = [0.18704857750226719, 0.00702219875087732];

        FineGrayResult result = FineGray.Fit(data.Sample, 1, data.Covariates, 2, FineGrayForm.WeightedCox);

        for (int k = 0; k < 2; k++)
        {
            Close.Relative(expected.GetProperty("coef")[k].GetDouble(), result.Coefficients[k], 1e-7);
            Close.Relative(naive[k], result.StandardErrors[k], 1e-8);
        }
    }

    // Reference/competing_samples.R: crr(…, gtol = 1e-14) and coxph(…, eps = 1e-13), both with two covariates.
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_RandomSamples_MatchesCrrAndCoxphOfFinegray()
    {
        Dictionary<string, CompetingData> samples = CompetingData.Samples();
        Assert.All(ReferenceRow.ReadAll("competing_finegray.csv"), row =>
        {
            CompetingData data = samples[row["sample"]];
            FineGrayResult result = FineGray.Fit(
                data.Sample, 1, data.Covariates, 2, row["form"] == "crr" ? FineGrayForm.Sandwich : FineGrayForm.WeightedCox);

            // crr's steps end on the likelihood, whose digits reach the coefficient by their square root.
            double relative = row["form"] == "crr" ? 1e-6 : 1e-8;
            Close.Relative(row.Number("b1"), result.Coefficients[0], relative, 1e-9);
            Close.Relative(row.Number("b2"), result.Coefficients[1], relative, 1e-9);
            Close.Relative(row.Number("v11"), result.Covariance[0, 0], relative);
            Close.Relative(row.Number("v12"), result.Covariance[0, 1], relative, 1e-9);
            Close.Relative(row.Number("v22"), result.Covariance[1, 1], relative);
            Close.Relative(row.Number("ll0"), result.LogLikelihoodNull, 1e-12);
            Close.Relative(row.Number("ll"), result.LogLikelihood, 1e-12);
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Fit_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, FineGray.Fit(new CompetingSample([], []), 1, [], 1, FineGrayForm.Sandwich).Reason);
        Assert.Equal(NotEstimable.NoEvents, FineGray.Fit(new CompetingSample([1, 2], [0, 2]), 1, [0, 1], 1, FineGrayForm.Sandwich).Reason);

        // A constant covariate, and one that is twice another.
        Assert.Equal(
            NotEstimable.Collinear,
            FineGray.Fit(new CompetingSample([1, 2, 3], [1, 2, 1]), 1, [4, 4, 4], 1, FineGrayForm.Sandwich).Reason);
        Assert.Equal(
            NotEstimable.Collinear,
            FineGray.Fit(new CompetingSample([1, 2, 3, 4], [1, 2, 1, 0]), 1, [1, 2, 0, 0, 3, 6, 1, 2], 2, FineGrayForm.Sandwich).Reason);

        // All events among those with covariate 1, who go first.
        Assert.Equal(
            NotEstimable.Diverges,
            FineGray.Fit(new CompetingSample([1, 2, 3, 4], [1, 1, 0, 0]), 1, [1, 1, 0, 0], 1, FineGrayForm.WeightedCox).Reason);
        Assert.Throws<ArgumentException>(() => FineGray.Fit(new CompetingSample([1, 2], [1, 1]), 1, [1], 1, FineGrayForm.Sandwich));
    }
}
