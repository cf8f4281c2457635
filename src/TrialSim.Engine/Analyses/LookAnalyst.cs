using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>
/// Does the analyses of a look on its data cut, as a statistician would who has the data and the protocol: it knows the design and nothing of the truth.
/// One instance serves one worker.
/// </summary>
internal sealed class LookAnalyst
{
    private readonly TrialDesign _design;
    private readonly ResultLayout _layout;
    private readonly CurvePlan _curvePlan;
    private readonly double[] _gridSurvival;
    private readonly int[] _gridAtRisk;
    private readonly double[] _days;
    private readonly bool[] _hasEvent;
    private readonly int[] _strata;
    private readonly int[] _stratumEnds;
    private readonly SurvivalOrder _order;
    private readonly SurvivalOrder _stratifiedOrder;
    private readonly RiskRow[] _riskRows;
    private readonly KaplanMeierRow[] _curveRows;
    private readonly KaplanMeierRow[] _otherCurveRows;
    private readonly int[] _patients;
    private readonly int[] _events;

    public LookAnalyst(TrialDesign design, ResultLayout layout, CurvePlan curvePlan)
    {
        _design = design;
        _layout = layout;
        _curvePlan = curvePlan;
        _gridSurvival = new double[curvePlan.GridDays.Length];
        _gridAtRisk = new int[curvePlan.GridDays.Length];
        _days = new double[design.Patients];
        _hasEvent = new bool[design.Patients];
        _order = new SurvivalOrder(design.Patients);
        _riskRows = new RiskRow[design.Patients];
        _curveRows = new KaplanMeierRow[design.Patients];
        _otherCurveRows = new KaplanMeierRow[design.Patients];
        _patients = new int[design.Arms.Length];
        _events = new int[design.Arms.Length];
        int mostStrata = design.Analyses.Max(analysis => StrataOf(analysis).StratumCount);
        bool isStratified = design.Analyses.Any(analysis => !StrataOf(analysis).Factors.IsEmpty);
        _strata = new int[isStratified ? design.Patients : 0];
        _stratumEnds = new int[mostStrata];
        _stratifiedOrder = new SurvivalOrder(_strata.Length);
    }

    /// <summary>Fills in the rows of one look.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="cut">What is known.</param>
    /// <param name="rows">The replicate's rows, in the order of the layout; those of other looks are left alone.</param>
    public void Analyse(int look, DataCut cut, Span<ResultRow> rows)
    {
        int endpoint = RowKey.None;
        SurvivalSample sorted = default;
        for (int index = 0; index < rows.Length; index++)
        {
            RowKey key = _layout.Rows[index];
            if (key.Look != look)
            {
                continue;
            }

            if (key.Endpoint != endpoint)
            {
                endpoint = key.Endpoint;
                sorted = Load(cut, endpoint);
            }

            rows[index] = RowOf(key, cut, sorted);
        }
    }

    /// <summary>Keeps the Kaplan–Meier curves of one look.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="cut">What is known.</param>
    /// <param name="curves">The replicate's curves, laid out as <see cref="CurvePlan"/> says; those of other looks are left alone.</param>
    public void FillCurves(int look, DataCut cut, Span<float> curves)
    {
        ReadOnlySpan<double> grid = _curvePlan.GridDays.AsSpan();
        int endpoint = RowKey.None;
        SurvivalSample sorted = default;
        for (int index = 0; index < _curvePlan.Keys.Length; index++)
        {
            CurveKey key = _curvePlan.Keys[index];
            if (key.Look != look)
            {
                continue;
            }

            if (key.Endpoint != endpoint)
            {
                endpoint = key.Endpoint;
                sorted = Load(cut, endpoint);
            }

            int reached = KaplanMeier.Fill(sorted, (byte)key.Arm, _curveRows).FillOn(grid, _gridSurvival);
            KaplanMeier.FillAtRisk(sorted, (byte)key.Arm, grid, _gridAtRisk);
            Span<float> place = curves.Slice(index * grid.Length * 2, grid.Length * 2);
            for (int time = 0; time < grid.Length; time++)
            {
                place[2 * time] = time < reached ? (float)_gridSurvival[time] : CurvePlan.Unknown;
                place[(2 * time) + 1] = _gridAtRisk[time];
            }
        }
    }

    private static Stratification StrataOf(Analysis analysis) => analysis switch
    {
        LogRankAnalysis logRank => logRank.Strata,
        CoxAnalysis cox => cox.Strata,
        _ => Stratification.None,
    };

    private static ResultRow WithTest(ResultRow row, RejectionCriterion criterion, double z, double twoSidedPValue, double oneSidedPValue) => row with
    {
        Z = z,
        PValue = criterion.Sides == RejectionSides.Both ? twoSidedPValue : oneSidedPValue,
        Verdict = criterion.IsMetBy(z) ? Verdict.Rejected : Verdict.Retained,
    };

    private SurvivalSample Load(DataCut cut, int endpoint)
    {
        cut.FillEndpoint(_design.Endpoints[endpoint], _days, _hasEvent);
        ReadOnlySpan<byte> arms = cut.Arms;
        Array.Clear(_patients);
        Array.Clear(_events);
        for (int patient = 0; patient < arms.Length; patient++)
        {
            _patients[arms[patient]]++;
            _events[arms[patient]] += _hasEvent[patient] ? 1 : 0;
        }

        return _order.Sort(new SurvivalSample(_days.AsSpan(0, cut.Patients), _hasEvent.AsSpan(0, cut.Patients), arms));
    }

    private ResultRow RowOf(RowKey key, DataCut cut, in SurvivalSample sorted)
    {
        ResultRow counts = new()
        {
            Patients = _patients[key.Arm] + (key.Control == RowKey.None ? 0 : _patients[key.Control]),
            Events = _events[key.Arm] + (key.Control == RowKey.None ? 0 : _events[key.Control]),
        };
        if (key.Analysis == RowKey.None)
        {
            return counts;
        }

        return _design.Analyses[key.Analysis] switch
        {
            LogRankAnalysis logRank => LogRankRow(counts, logRank, cut, sorted),
            CoxAnalysis cox => CoxRow(counts, cox, cut, sorted),
            KaplanMeierMedianAnalysis median => MedianRow(counts, median, key.Arm, sorted),
            MilestoneAnalysis milestone when key.Control == RowKey.None => SurvivalRow(counts, Milestone(milestone, key.Arm, sorted, _curveRows)),
            MilestoneAnalysis milestone => SurvivalDifferenceRow(counts, milestone, key, sorted),
            Analysis other => throw new InvalidOperationException($"No method for {other.GetType().Name}."),
        };
    }

    private ResultRow LogRankRow(ResultRow counts, LogRankAnalysis analysis, DataCut cut, in SurvivalSample sorted)
    {
        LogRankResult result = LogRank.Test(RiskRows(analysis.Compare, analysis.Strata, cut, sorted));
        return !result.IsEstimable
            ? counts with { Reason = result.Reason }
            : WithTest(counts, analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue);
    }

    private ResultRow CoxRow(ResultRow counts, CoxAnalysis analysis, DataCut cut, in SurvivalSample sorted)
    {
        CoxResult result = CoxRegression.Fit(RiskRows(analysis.Compare, analysis.Strata, cut, sorted));
        if (!result.IsEstimable)
        {
            return counts with { Reason = result.Reason };
        }

        Interval interval = result.HazardRatioInterval(analysis.ConfidenceLevel);
        ResultRow estimated = counts with
        {
            Estimate = result.HazardRatio,
            StandardError = result.StandardError,
            Lower = interval.Lower,
            Upper = interval.Upper,
        };
        return WithTest(estimated, analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue);
    }

    private ResultRow MedianRow(ResultRow counts, KaplanMeierMedianAnalysis analysis, int arm, in SurvivalSample sorted)
    {
        SurvivalQuantile median = KaplanMeier.Fill(sorted, (byte)arm, _curveRows).Median(analysis.ConfidenceLevel, analysis.Transform);
        return !median.IsEstimable
            ? counts with { Reason = median.Reason }
            : counts with { Estimate = median.Days, Lower = median.Lower, Upper = median.Upper };
    }

    private static ResultRow SurvivalRow(ResultRow counts, MilestoneSurvival milestone) => !milestone.IsEstimable
        ? counts with { Reason = milestone.Reason }
        : counts with
        {
            Estimate = milestone.Survival,
            StandardError = milestone.StandardError,
            Lower = milestone.Lower,
            Upper = milestone.Upper,
        };

    private ResultRow SurvivalDifferenceRow(ResultRow counts, MilestoneAnalysis analysis, RowKey key, in SurvivalSample sorted)
    {
        MilestoneDifference difference = MilestoneDifference.Between(
            Milestone(analysis, key.Control, sorted, _curveRows),
            Milestone(analysis, key.Arm, sorted, _otherCurveRows));
        if (!difference.IsEstimable)
        {
            return counts with { Reason = difference.Reason };
        }

        Interval interval = difference.DifferenceInterval(analysis.ConfidenceLevel);
        ResultRow estimated = counts with
        {
            Estimate = difference.Difference,
            StandardError = difference.StandardError,
            Lower = interval.Lower,
            Upper = interval.Upper,
        };
        return WithTest(estimated, analysis.Criterion, difference.Z, difference.TwoSidedPValue, difference.OneSidedPValue);
    }

    private static MilestoneSurvival Milestone(MilestoneAnalysis analysis, int arm, in SurvivalSample sorted, Span<KaplanMeierRow> rows) =>
        KaplanMeier.Fill(sorted, (byte)arm, rows).Milestone(analysis.Day, analysis.ConfidenceLevel, analysis.Transform);

    private ReadOnlySpan<RiskRow> RiskRows(Comparison compare, Stratification strata, DataCut cut, in SurvivalSample sorted)
    {
        if (strata.Factors.IsEmpty)
        {
            return _riskRows.AsSpan(0, RiskTable.Fill(sorted, (byte)compare.Control, (byte)compare.Experimental, _riskRows));
        }

        cut.FillStrata(strata, _strata);
        SurvivalSample stratified = _stratifiedOrder.Sort(new SurvivalSample(
            _days.AsSpan(0, cut.Patients), _hasEvent.AsSpan(0, cut.Patients), cut.Arms, _strata.AsSpan(0, cut.Patients)));
        int count = RiskTable.FillStratified(
            stratified, (byte)compare.Control, (byte)compare.Experimental, _riskRows, _stratumEnds.AsSpan(0, strata.StratumCount));
        return _riskRows.AsSpan(0, count);
    }
}
