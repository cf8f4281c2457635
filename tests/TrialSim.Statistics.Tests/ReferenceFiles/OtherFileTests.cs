using System.Text.Json;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Survival;
using TrialSim.Statistics.Tests.CompetingRisks;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.ReferenceFiles;

/// <summary>Every field of mgus2_ref.json and heart_ref.json, and the columns of every table: R 4.2.2, survival 3.5-3, cmprsk 2.2-11.</summary>
public sealed class OtherFileTests
{
    private static readonly CompetingData Mgus2 = CompetingData.Mgus2();

    [Fact, Trait("Source", "AgainstR")]
    public void Mgus2_EveryField_IsReproduced() => Fields.Assert(Json("mgus2_ref.json"), new()
    {
        ["dataset"] = Fields.Said,
        ["n"] = Fields.Is(Mgus2.Days.Length, 0.0),
        ["event_codes"] = Fields.Said,
        ["cmprsk"] = Fields.Said,
        ["survival"] = Fields.Said,
        ["gray_rho0"] = Gray(0.0, isStratified: 0),
        ["gray_rho1"] = Gray(1.0, isStratified: 0),
        ["gray_rho0_stratified_age70"] = Gray(0.0, isStratified: 1),
        ["cuminc_timepoints"] = Cuminc,
        ["fine_gray_crr_pcm"] = Crr(1),
        ["fine_gray_crr_death"] = Crr(2),
        ["fine_gray_survival_pcm"] = expected => Fields.Assert(expected, new()
        {
            ["terms"] = Fields.Said,
            ["coef"] = Fields.Are(FineGray.Fit(Mgus2.Sample, 1, Mgus2.Covariates, 2, FineGrayForm.WeightedCox).Coefficients, 1e-7),
            ["se_model"] = Fields.NotOurs, // Takes each row that finegray splits off for a patient: docs/differences-from-r.md.
        }),
        ["cause_specific_pcm"] = CauseSpecific(1),
        ["cause_specific_death"] = CauseSpecific(2),
    });

    [Fact, Trait("Source", "AgainstR")]
    public void Heart_EveryField_IsReproduced()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("heart.csv")];
        Fields.Assert(Json("heart_ref.json"), new() { ["dataset"] = Fields.Said, ["efron"] = Of(TieHandling.Efron), ["breslow"] = Of(TieHandling.Breslow) });

        Action<JsonElement> Of(TieHandling ties) => expected => CoxFields.Assert(
            expected,
            rows.Length,
            rows.Count(r => r["event"] == "1"),
            CoxModel.Fit(
                new CoxSample(
                    [.. rows.Select(r => r.Number("start"))],
                    [.. rows.Select(r => r.Number("stop"))],
                    [.. rows.Select(r => r["event"] == "1")],
                    [],
                    [.. rows.Select(r => r.Number("transplant")), .. rows.Select(r => r.Number("age")), .. rows.Select(r => r.Number("year"))]),
                ties));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void GroupSequentialBounds_EveryField_IsKnown() => Assert.All(Json("group-sequential-bounds.json").EnumerateArray(), design => Fields.Assert(design, new()
    {
        ["alpha_one_sided"] = Fields.Said, // The next six: ReferenceBoundsTests.
        ["information"] = Fields.Said,
        ["spending"] = Fields.Said,
        ["gsDesign_r80"] = Fields.Said,
        ["lrstat"] = Fields.Said,
        ["rpact"] = Fields.Said,
        ["cumulative_alpha"] = Fields.Said,
        ["max_abs_diff"] = worst => Assert.True(worst.GetDouble() < 1e-6),
    }));

    // The tests named assert every column that is no key.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("_km.csv", "group,time,n_risk,n_event,n_censor,surv,se_surv,cumhaz_na,se_cumhaz_na,lower_plain,upper_plain,lower_log,upper_log,lower_loglog,upper_loglog,lower_logit,upper_logit,lower_arcsin,upper_arcsin")] // KaplanMeierTests, NelsonAalenTests
    [InlineData("_quantiles.csv", "group,conf_type,prob,estimate,lower,upper")] // KaplanMeierTests
    [InlineData("mgus2_aj.csv", "group,time,n_risk,n_pcm,n_death,p_state0,ci_pcm,ci_death,se_pcm,se_death,lower_pcm,upper_pcm,lower_death,upper_death")] // CumulativeIncidenceTests
    public void Tables_Columns_AreTheKnown(string suffix, string columns)
    {
        string[] files = suffix[0] == '_' ? [.. ((string[])["aml", "gehan", "lung", "veteran"]).Select(name => name + suffix)] : [suffix];

        Assert.All(files, file => Assert.Equal(columns, File.ReadLines(ReferenceRow.PathOf(file)).First()));
    }

    // What the tables count and the curves do not: censored patients of each day, and those at risk where nothing happens.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void KaplanMeierTables_Counts_AreThoseOfTheRiskTable(string name)
    {
        ReferenceData data = new(name);
        Assert.All(data.Table("_km.csv"), row =>
        {
            double day = row.Number("time");
            int[] group = [.. Enumerable.Range(0, data.Days.Length).Where(i => row["group"] == "ALL" || data.Groups[data.Arm[i]] == row["group"])];
            Assert.Equal(row.Number("n_risk"), group.Count(i => data.Days[i] >= day));
            Assert.Equal(row.Number("n_event"), group.Count(i => data.Days[i] == day && data.HasEvent[i]));
            Assert.Equal(row.Number("n_censor"), group.Count(i => data.Days[i] == day && !data.HasEvent[i]));
        });
    }

    private static Action<JsonElement> Gray(double rho, int isStratified) => expected =>
    {
        GrayTestResult[] causes = [.. ((byte[])[1, 2]).Select(cause => GrayTest.Test(isStratified == 1 ? Mgus2.Stratified : Mgus2.Sample, cause, rho))];
        Fields.Assert(expected, new()
        {
            ["rows"] = Fields.Said,
            ["stat"] = Fields.Are(causes.Select(cause => cause.ChiSquare), 1e-9),
            ["p"] = Fields.Are(causes.Select(cause => cause.PValue), 0.0, 1e-8),
            ["df"] = Fields.Are(causes.Select(cause => (double)cause.DegreesOfFreedom), 0.0),
        });
    };

    private static void Cuminc(JsonElement expected)
    {
        double[] times = [.. expected.GetProperty("times").EnumerateArray().Select(time => time.GetDouble())];
        IncidenceRow[][] curves =
        [
            .. Enumerable.Range(0, 4)
                .Select(r => CumulativeIncidence.Estimate(Mgus2.Sample, (byte)(r % 2), (byte)(1 + (r / 2)), IncidenceVariance.Counting))
                .Select(curve => times.Select(curve.At).ToArray()),
        ];
        Fields.Assert(expected, new()
        {
            ["rows"] = Fields.Said,
            ["times"] = Fields.Said,
            ["est"] = rows => Assert.All(Enumerable.Range(0, 4), r => Fields.Are(curves[r].Select(row => row.Incidence), 1e-11)(rows[r])),
            ["var"] = rows => Assert.All(Enumerable.Range(0, 4), r => Fields.Are(curves[r].Select(row => Math.Pow(row.StandardError, 2)), 1e-9)(rows[r])),
        });
    }

    // crr stops at a gradient of 1e-6.
    private static Action<JsonElement> Crr(byte cause) => expected =>
    {
        FineGrayResult result = FineGray.Fit(Mgus2.Sample, cause, Mgus2.Covariates, 2, FineGrayForm.Sandwich);
        Fields.Assert(expected, new()
        {
            ["terms"] = Fields.Said,
            ["coef"] = Fields.Are(result.Coefficients, 1e-6),
            ["se"] = Fields.Are(result.StandardErrors, 1e-6),
            ["loglik"] = Fields.Is(result.LogLikelihood, 1e-11),
            ["loglik_null"] = Fields.Is(result.LogLikelihoodNull, 1e-11),
        });
    };

    private static Action<JsonElement> CauseSpecific(byte cause) => expected => CoxFields.Assert(
        expected,
        Mgus2.Days.Length,
        Mgus2.Cause.Count(c => c == cause),
        CoxModel.Fit(
            new CoxSample(
                [],
                Mgus2.Days,
                [.. Mgus2.Cause.Select(c => c == cause)],
                [],
                [.. Enumerable.Range(0, 2).SelectMany(k => Enumerable.Range(0, Mgus2.Days.Length).Select(i => Mgus2.Covariates[(i * 2) + k]))]),
            TieHandling.Efron));

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf(file))).RootElement;
}
