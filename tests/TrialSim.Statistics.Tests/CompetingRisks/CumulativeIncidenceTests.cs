using System.Text.Json;
using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Survival;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.CompetingRisks;

public sealed class CumulativeIncidenceTests
{
    // Four patients: cause 1 on day 1, cause 2 on day 2, censored on day 3, cause 1 on day 4.
    // Incidence 1/4 on day 1; 1/4 + 1/2 · 1 = 3/4 on day 4, when event-free goes 3/4, 1/2, 0.
    [Fact, Trait("Source", "ByHand")]
    public void Estimate_FourPatients_GivesTheSums()
    {
        CumulativeIncidenceCurve curve = CumulativeIncidence.Estimate(
            new CompetingSample([4, 2, 3, 1], [1, 2, 0, 1]), 1, IncidenceVariance.Multinomial);

        Assert.Equal(3, curve.Rows.Length);
        Assert.Equal(0.0, curve.At(0.5).Incidence);
        Close.Relative(0.25, curve.At(1.0).Incidence, 1e-15);
        Close.Relative(0.25 * 0.75 / 4.0, curve.At(1.0).StandardError * curve.At(1.0).StandardError, 1e-14);
        Close.Relative(0.5, curve.At(3.9).EventFree, 1e-15);
        Close.Relative(0.75, curve.At(9.0).Incidence, 1e-15);
    }

    // R 4.2.2, survival 3.5-3: survfit(Surv(time, factor(event)) ~ group).
    [Fact, Trait("Source", "AgainstR")]
    public void Estimate_Mgus2_MatchesSurvfit()
    {
        CompetingData data = CompetingData.Mgus2();
        Dictionary<string, CumulativeIncidenceCurve[]> curves = new()
        {
            ["ALL"] = [.. Both(cause => CumulativeIncidence.Estimate(data.Sample, cause, IncidenceVariance.Multinomial))],
            ["F"] = [.. Both(cause => CumulativeIncidence.Estimate(data.Sample, 0, cause, IncidenceVariance.Multinomial))],
            ["M"] = [.. Both(cause => CumulativeIncidence.Estimate(data.Sample, 1, cause, IncidenceVariance.Multinomial))],
        };

        Assert.All(ReferenceRow.ReadAll("mgus2_aj.csv"), row =>
        {
            IncidenceRow pcm = curves[row["group"]][0].At(row.Number("time"));
            IncidenceRow death = curves[row["group"]][1].At(row.Number("time"));
            Close.Relative(row.Number("p_state0"), pcm.EventFree, 1e-10);
            AssertMatches(row, "pcm", pcm);
            AssertMatches(row, "death", death);
        });
    }

    // cmprsk 2.2-11: timepoints(cuminc(time, event, group), c(12, 60, 120, 180, 240, 300)), with its variance.
    [Fact, Trait("Source", "AgainstR")]
    public void Estimate_Mgus2_MatchesCuminc()
    {
        CompetingData data = CompetingData.Mgus2();
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(ReferenceRow.PathOf("mgus2_ref.json")))
            .RootElement.GetProperty("cuminc_timepoints");
        for (int r = 0; r < 4; r++)
        {
            CumulativeIncidenceCurve curve = CumulativeIncidence.Estimate(
                data.Sample, (byte)(r % 2), (byte)(1 + (r / 2)), IncidenceVariance.Counting);
            for (int t = 0; t < 6; t++)
            {
                IncidenceRow row = curve.At(expected.GetProperty("times")[t].GetDouble());
                Close.Relative(expected.GetProperty("est")[r][t].GetDouble(), row.Incidence, 1e-12);
                Close.Relative(expected.GetProperty("var")[r][t].GetDouble(), row.StandardError * row.StandardError, 1e-10);
            }
        }
    }

    // Reference/competing_samples.R: 30 random samples of 12 to 60 patients, half of them with many ties.
    [Fact, Trait("Source", "AgainstR")]
    public void Estimate_RandomSamples_MatchesSurvfitAndCuminc()
    {
        Dictionary<string, CompetingData> samples = CompetingData.Samples();
        Assert.All(ReferenceRow.ReadAll("competing_aj.csv"), row =>
        {
            IncidenceRow found = CumulativeIncidence.Estimate(samples[row["sample"]].Sample, 1, IncidenceVariance.Multinomial)
                .At(row.Number("time"));
            Close.Relative(row.Number("inc"), found.Incidence, 1e-12);
            Close.Relative(row.Number("se"), found.StandardError, 1e-9, 1e-14);
            if (row["lower"] != "NA" && row["lower"] != "    NA" && found.Incidence > 0.0)
            {
                Interval limits = found.Limits(0.95, IntervalTransform.Log);
                Close.Relative(row.Number("lower"), limits.Lower, 1e-9);
                Close.Relative(row.Number("upper"), limits.Upper, 1e-9);
            }
        });
        Assert.All(ReferenceRow.ReadAll("competing_cuminc.csv"), row =>
        {
            IncidenceRow found = CumulativeIncidence.Estimate(samples[row["sample"]].Sample, 1, IncidenceVariance.Counting)
                .At(row.Number("time"));
            Close.Relative(row.Number("inc"), found.Incidence, 1e-12);
            Close.Relative(row.Number("var"), found.StandardError * found.StandardError, 1e-9, 1e-16);
        });
    }

    // With a single cause the incidence is one minus Kaplan–Meier, and its error Greenwood's.
    [Fact, Trait("Source", "Theory")]
    public void Estimate_OneCause_IsOneMinusKaplanMeier()
    {
        double[] days = [1, 2, 2, 3, 5, 5, 6, 8, 9, 9];
        bool[] hasEvent = [true, true, false, true, true, true, false, true, false, false];
        KaplanMeierCurve kaplanMeier = KaplanMeier.FillPooled(new SurvivalSample(days, hasEvent, []), new KaplanMeierRow[10]);
        CumulativeIncidenceCurve curve = CumulativeIncidence.Estimate(
            new CompetingSample(days, [.. hasEvent.Select(e => e ? (byte)1 : (byte)0)]), 1, IncidenceVariance.Multinomial);

        Assert.Equal(kaplanMeier.Rows.Length, curve.Rows.Length);
        for (int i = 0; i < curve.Rows.Length; i++)
        {
            Close.Relative(1.0 - kaplanMeier.Rows[i].Survival, curve.Rows[i].Incidence, 1e-13);
            Close.Relative(kaplanMeier.Rows[i].StandardError, curve.Rows[i].StandardError, 1e-13);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Estimate_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, CumulativeIncidence.Estimate(new CompetingSample([], []), 1, IncidenceVariance.Counting).Reason);
        Assert.Equal(NotEstimable.NoEvents, CumulativeIncidence.Estimate(new CompetingSample([1, 2], [0, 2]), 1, IncidenceVariance.Counting).Reason);

        // Everybody at once on day 0, two of three by the cause.
        IncidenceRow all = CumulativeIncidence.Estimate(new CompetingSample([0, 0, 0], [1, 2, 1]), 1, IncidenceVariance.Multinomial).At(0.0);
        Close.Relative(2.0 / 3.0, all.Incidence, 1e-15);
        Assert.Equal(0.0, all.EventFree);

        IncidenceRow one = CumulativeIncidence.Estimate(new CompetingSample([7], [1]), 1, IncidenceVariance.Counting).At(7.0);
        Assert.Equal(1.0, one.Incidence);
        Assert.True(double.IsFinite(one.StandardError));
    }

    [Fact, Trait("Source", "Theory")]
    public void Estimate_MillionPatients_IsTheSmallSampleWrittenLarge()
    {
        const int Copies = 250_000;
        double[] days = [.. Enumerable.Range(0, 4 * Copies).Select(i => 1.0 + (i % 4))];
        byte[] cause = [.. Enumerable.Range(0, 4 * Copies).Select(i => new byte[] { 1, 2, 0, 1 }[i % 4])];

        CumulativeIncidenceCurve curve = CumulativeIncidence.Estimate(new CompetingSample(days, cause), 1, IncidenceVariance.Multinomial);

        Close.Relative(0.75, curve.At(4.0).Incidence, 1e-12);
        Close.Relative(Math.Sqrt(0.25 * 0.75 / (4.0 * Copies)), curve.At(1.0).StandardError, 1e-10);
    }

    private static IEnumerable<CumulativeIncidenceCurve> Both(Func<byte, CumulativeIncidenceCurve> estimate) => [estimate(1), estimate(2)];

    private static void AssertMatches(ReferenceRow row, string cause, IncidenceRow found)
    {
        Close.Relative(row.Number("ci_" + cause), found.Incidence, 1e-10);
        Close.Relative(row.Number("se_" + cause), found.StandardError, 1e-9);
        if (row["lower_" + cause] != "NA")
        {
            Interval limits = found.Limits(0.95, IntervalTransform.Log);
            Close.Relative(row.Number("lower_" + cause), limits.Lower, 1e-9);
            Close.Relative(row.Number("upper_" + cause), limits.Upper, 1e-9);
        }
    }
}
