using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

public sealed class LookAnalystTests
{
    private static readonly Covariate Stage = new("stage", NamedPurpose.Of("covariate", "stage"), new CategoricalDistribution(["B", "C"], [0.7, 0.3]));

    [Fact, Trait("Source", "Property")]
    public void Analyse_EveryMethod_AllocatesNothing()
    {
        (Trial trial, Ledger ledger) = EveryMethod();
        ResultLayout layout = new(trial.Design);
        CurvePlan curvePlan = new([new CurveKey(0, 0, 0), new CurveKey(0, 0, 1)], [0, 100, 200], 1);
        LookAnalyst analyst = new(trial.Design, layout, curvePlan);
        ResultRow[] rows = new ResultRow[layout.Rows.Length];
        float[] curves = new float[curvePlan.Length];
        DataCut cut = ledger.CutAt(new TrialDay(500));
        Assert.Equal(0, AllocatedBytes.LeastOf(() =>
        {
            analyst.Analyse(0, cut, rows);
            analyst.FillCurves(0, cut, curves);
        }));
    }

    [Fact, Trait("Source", "Property")]
    public void Fill_Randomisation_AllocatesNothing()
    {
        (Trial trial, Ledger ledger) = EveryMethod();
        Randomisation randomisation = new(trial);
        randomisation.Fill(SmallTrial.Seed, 2, ledger);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => randomisation.Fill(SmallTrial.Seed, 3, ledger)));
    }

    [Fact, Trait("Source", "Independent")]
    public void Analyse_StratifiedLogRank_IsThatOfTheStratifiedTable()
    {
        (Trial trial, Ledger ledger) = EveryMethod();
        ResultLayout layout = new(trial.Design);
        ResultRow[] rows = new ResultRow[layout.Rows.Length];
        DataCut cut = ledger.CutAt(new TrialDay(500));
        new LookAnalyst(trial.Design, layout, CurvePlan.None).Analyse(0, cut, rows);

        // One test for each stratum, added up: the definition of the stratified test.
        double score = 0;
        double variance = 0;
        double[] days = new double[cut.Patients];
        bool[] hasEvent = new bool[cut.Patients];
        cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], days, hasEvent);
        for (int level = 0; level < 2; level++)
        {
            int[] members = [.. Enumerable.Range(0, cut.Patients).Where(patient => (int)ledger.CovariatesOf(patient)[0] == level)];
            SurvivalSample stratum = new(
                members.Select(patient => days[patient]).ToArray(),
                members.Select(patient => hasEvent[patient]).ToArray(),
                members.Select(patient => (byte)ledger.ArmOf(patient)).ToArray());
            RiskRow[] table = new RiskRow[members.Length];
            LogRankResult result = LogRank.Test(table.AsSpan(0, RiskTable.Fill(new SurvivalOrder(members.Length).Sort(stratum), 0, 1, table)));
            score += result.Score;
            variance += result.Variance;
        }

        ResultRow stratified = rows[RowOf(trial, layout, "stratified", RowMeasure.LogRank)];
        Assert.Equal(score / Math.Sqrt(variance), stratified.Z, 1e-12);
        Assert.NotEqual(rows[RowOf(trial, layout, "os_test", RowMeasure.LogRank)].Z, stratified.Z);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Analyse_BeforeAnyEvent_GivesReasonsInsteadOfNumbers()
    {
        (Trial trial, Ledger ledger) = EveryMethod();
        ResultLayout layout = new(trial.Design);
        ResultRow[] rows = new ResultRow[layout.Rows.Length];
        // Two patients, nobody has died yet.
        double firstDeath = Enumerable.Range(0, 200).Min(patient => ledger.ArrivalOf(patient).Value + ledger.EventDaysOf(patient)[0]);
        TrialDay day = new(Math.Min(ledger.ArrivalOf(1).Value, firstDeath - 1e-6));
        new LookAnalyst(trial.Design, layout, CurvePlan.None).Analyse(0, ledger.CutAt(day), rows);

        Assert.All(
            Enumerable.Range(0, rows.Length).Where(row => layout.Rows[row].Measure is not (RowMeasure.Count or RowMeasure.Survival or RowMeasure.RestrictedMean or RowMeasure.MedianFollowUp)),
            row =>
            {
                Assert.NotEqual(NotEstimable.None, rows[row].Reason);
                Assert.Equal(Verdict.None, rows[row].Verdict);
                Assert.Equal(0.0, rows[row].Z);
            });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Analyse_OneSidedCriterion_RejectsOnlyBenefit()
    {
        RejectionCriterion benefit = SmallTrial.TwoSided5Percent with { Sides = RejectionSides.Benefit };

        Assert.True(SmallTrial.TwoSided5Percent.IsMetBy(-1.97));
        Assert.False(benefit.IsMetBy(-1.97));
        Assert.True(benefit.IsMetBy(1.97));
        Assert.False(benefit.IsMetBy(1.9599));
    }

    private static (Trial Trial, Ledger Ledger) EveryMethod()
    {
        Stratification strata = new([new StratificationFactor(0, 2)]);
        Trial trial = SmallTrial.Of(
            200,
            SmallTrial.LogRank(0),
            SmallTrial.LogRank(0) with { Name = "stratified", Strata = strata },
            SmallTrial.Cox(0),
            SmallTrial.Cox(0) with { Name = "stratified_hr", Strata = strata },
            SmallTrial.Median(0),
            SmallTrial.LogRank(0) with { Name = "late", Weight = RankWeight.FlemingHarrington(0, 1) },
            SmallTrial.LogRank(0) with { Name = "stratified_modest", Strata = strata, Weight = RankWeight.ModestByDelay(30, 2) },
            SmallTrial.MaxCombo(0),
            SmallTrial.MaxCombo(0) with { Name = "stratified_combo", Strata = strata },
            SmallTrial.Milestone(0),
            SmallTrial.Milestone(0) with { Name = "os_90_log_log", Test = MilestoneTest.LogLog },
            SmallTrial.RestrictedMean(0),
            SmallTrial.RestrictedMean(0) with { Name = "os_rmst_ratio", Contrast = RestrictedMeanContrast.Ratio },
            new MedianFollowUpAnalysis("follow_up", 0, [0], [0, 1], 0.95, IntervalTransform.Log));
        trial = trial with { Truth = trial.Truth with { Covariates = [Stage] } };
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        return (trial, ledger);
    }

    private static int RowOf(Trial trial, ResultLayout layout, string analysis, RowMeasure measure) => Enumerable
        .Range(0, layout.Rows.Length)
        .Single(row => layout.Rows[row].Measure == measure
            && layout.Rows[row].Analysis != RowKey.None
            && trial.Design.Analyses[layout.Rows[row].Analysis].Name == analysis);
}
