using TrialSim.Statistics.Reconstruction;
using TrialSim.Statistics.Survival;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Reconstruction;

public sealed class KaplanMeierReconstructionTests
{
    // Ten patients; 1 of 10 has the event on day 1 (0.9), 3 of 9 on day 2 (0.6); 4 at risk on day 5, so two were censored, spread evenly
    // over days 0 to 5 at 1⅔ and 3⅓: before day 2 one leaves, so that 0.6/0.9 of 8 is 5.33: 3 events are nearest, as 8/3 rounds to 3.
    // On day 6 the curve falls to half: 2 of 4 have the event. No other censoring is known: 2 · (6 − 5)/5 rounds to 0.
    [Fact, Trait("Source", "ByHand")]
    public void Reconstruct_TenPatients_GivesThem()
    {
        ReconstructedPatients found = KaplanMeierReconstruction.Reconstruct(
            [new(1, 0.9), new(2, 0.6), new(6, 0.3)], [new(0, 10), new(5, 4)]);

        Assert.Equal(10, found.Days.Length);
        Assert.Equal([1.0, 5.0 / 3.0, 2.0, 2.0, 2.0, 10.0 / 3.0, 6.0, 6.0, 6.0, 6.0], found.Days, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(6, found.Events);
    }

    // Published curves without reading error: the curve comes back, the numbers at risk to one patient, and so do the events when they are known.
    // The largest deviation is below one patient of the smaller arm.
    [Theory, Trait("Source", "Theory")]
    [InlineData("gehan", 5, 0.03)]
    [InlineData("aml", 10, 0.07)]
    [InlineData("veteran", 60, 0.02)]
    [InlineData("lung", 100, 0.01)]
    public void Reconstruct_CurvesOfKnownPatients_ComeBack(string name, int every, double largestDeviation)
    {
        ReferenceData data = new(name);
        for (byte arm = 0; arm < 2; arm++)
        {
            SurvivalSample sorted = new SurvivalOrder(data.Days.Length).Sort(new SurvivalSample(data.Days, data.HasEvent, data.Arm));
            KaplanMeierCurve curve = KaplanMeier.Fill(sorted, arm, new KaplanMeierRow[data.Days.Length]);
            CurvePoint[] points = Points(curve);
            NumberAtRisk[] numbers = Numbers(sorted, arm, every, curve.LastDay);
            int events = Enumerable.Range(0, data.Days.Length).Count(i => data.Arm[i] == arm && data.HasEvent[i]);

            ReconstructedPatients found = KaplanMeierReconstruction.Reconstruct(points, numbers, events);
            ReconstructedPatients withoutEvents = KaplanMeierReconstruction.Reconstruct(points, numbers);

            Assert.True(found.LargestDeviation < largestDeviation, $"{name} {arm}: off by {found.LargestDeviation}");
            Assert.Equal(numbers[0].Patients, found.Days.Length);
            Assert.InRange(found.Events, events - 1, events + 1);
            Assert.InRange(withoutEvents.Events, events - 3, events + 3);
            Assert.All(numbers, number => Assert.InRange(found.Days.Count(day => day >= number.Days), number.Patients - 1, number.Patients + 1));
        }
    }

    // The comparison of the arms survives: 6-MP's log-rank is 16.79 (survdiff), the hazard ratio 0.2082 with Efron's ties (coxph).
    [Fact, Trait("Source", "Theory")]
    public void Reconstruct_SixMercaptopurine_KeepsTheComparison()
    {
        ReferenceData data = new("gehan");
        List<double> days = [];
        List<bool> hasEvent = [];
        List<byte> arms = [];
        for (byte arm = 0; arm < 2; arm++)
        {
            SurvivalSample sorted = new SurvivalOrder(data.Days.Length).Sort(new SurvivalSample(data.Days, data.HasEvent, data.Arm));
            KaplanMeierCurve curve = KaplanMeier.Fill(sorted, arm, new KaplanMeierRow[data.Days.Length]);
            ReconstructedPatients found = KaplanMeierReconstruction.Reconstruct(Points(curve), Numbers(sorted, arm, 5, curve.LastDay));
            days.AddRange(found.Days);
            hasEvent.AddRange(found.HasEvent);
            arms.AddRange(Enumerable.Repeat(arm, found.Days.Length));
        }

        LogRankResult original = LogRank.Test(data.RiskRows());
        LogRankResult rebuilt = TwoArms.LogRankOf([.. days], [.. hasEvent], [.. arms]);
        Assert.InRange(rebuilt.ChiSquare / original.ChiSquare, 0.9, 1.1);
    }

    // A shaking hand: points above their predecessors, out of order, twice on one day.
    [Fact, Trait("Source", "ByHand")]
    public void Reconstruct_PointsThatShake_AreLowered()
    {
        ReconstructedPatients clean = KaplanMeierReconstruction.Reconstruct([new(3, 0.8), new(5, 0.8), new(7, 0.5)], [new(0, 100)]);
        ReconstructedPatients shaken = KaplanMeierReconstruction.Reconstruct(
            [new(7, 0.5), new(5, 0.803), new(3, 0.8), new(7, 0.7), new(0, 0.999)], [new(0, 100)]);

        Assert.Equal(clean.Days, shaken.Days);
        Assert.Equal(clean.HasEvent, shaken.HasEvent);
        Assert.Equal(50, clean.Events);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Reconstruct_DegenerateCurves_GiveAResultOrAnError()
    {
        // Nobody has the event; one patient; everybody at once.
        Assert.Equal(0, KaplanMeierReconstruction.Reconstruct([new(10, 1.0)], [new(0, 5), new(5, 3)]).Events);
        Assert.Equal([4.0], KaplanMeierReconstruction.Reconstruct([new(4, 0.0)], [new(0, 1)]).Days);
        Assert.Equal(7, KaplanMeierReconstruction.Reconstruct([new(4, 0.0)], [new(0, 7)], 7).Events);

        // More events than the curve has room for: all that it has.
        Assert.Equal(5, KaplanMeierReconstruction.Reconstruct([new(4, 0.5)], [new(0, 10)], 9).Events);
        Assert.Throws<ArgumentException>(() => KaplanMeierReconstruction.Reconstruct([], [new(0, 5)]));
        Assert.Throws<ArgumentException>(() => KaplanMeierReconstruction.Reconstruct([new(1, 0.5)], []));
        Assert.Throws<ArgumentException>(() => KaplanMeierReconstruction.Reconstruct([new(1, 0.5)], [new(1, 5)]));
        Assert.Throws<ArgumentException>(() => KaplanMeierReconstruction.Reconstruct([new(1, 0.5)], [new(0, 5), new(3, 6)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierReconstruction.Reconstruct([new(1, 0.5)], [new(0, 5)], 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CurvePoint(1, 1.5));
    }

    private static CurvePoint[] Points(KaplanMeierCurve curve)
    {
        List<CurvePoint> points = [];
        foreach (KaplanMeierRow row in curve.Rows)
        {
            points.Add(new CurvePoint(row.Days, row.Survival));
        }

        points.Add(new CurvePoint(curve.LastDay, curve.Rows[^1].Survival));
        return [.. points];
    }

    private static NumberAtRisk[] Numbers(in SurvivalSample sorted, byte arm, int every, double lastDay)
    {
        double[] grid = [.. Enumerable.Range(0, 1 + (int)(lastDay / every)).Select(i => (double)i * every)];
        int[] atRisk = new int[grid.Length];
        KaplanMeier.FillAtRisk(sorted, arm, grid, atRisk);
        return [.. grid.Zip(atRisk, (day, patients) => new NumberAtRisk(day, patients))];
    }
}
