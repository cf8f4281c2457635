using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>
/// The design matrix of the mixed model: a mean for each arm at each visit in place of a constant and effects, so that means and their differences are plain
/// weights; the slope of the baseline at each visit; the covariates.
/// </summary>
internal sealed class MixedModelDesign
{
    private static readonly MeanContrast Unseen = new(0.0, 0.0, 0.0, NotEstimable.NoPatients);

    private readonly RepeatedData _data;
    private readonly CovariateTerm[] _terms;
    private readonly int[] _rows;
    private readonly int[,] _columnOf;
    private readonly int _cells;
    private readonly int _slopes;
    private readonly double _meanBaseline;
    private readonly double[] _typical;

    private MixedModelDesign(RepeatedData data, int[] rows)
    {
        _data = data;
        _rows = rows;
        _terms = [.. data.Cohort.Terms];
        _slopes = data.Baselines.Length > 0 ? data.Visits.Count : 0;
        _columnOf = new int[data.Visits.Count, data.Arms.Count];
        for (int visit = 0; visit < data.Visits.Count; visit++)
        {
            for (int arm = 0; arm < data.Arms.Count; arm++)
            {
                _columnOf[visit, arm] = PatientsIn(visit, arm) > 0 ? _cells++ : -1;
            }
        }

        _meanBaseline = _slopes > 0 && rows.Length > 0 ? rows.Average(row => data.Baselines[row]) : 0.0;
        _typical = AdjustmentPoint.Of(data, _terms, rows);
    }

    /// <summary>Observations that are complete.</summary>
    public int Observations => _rows.Length;

    /// <summary>Patients with an observation.</summary>
    public int Patients => _rows.Select(row => _data.PatientOfRow[row]).Distinct().Count();

    private int Columns => _cells + _slopes + _terms.Length;

    /// <summary>The design of the rows whose baseline and covariates are known.</summary>
    public static MixedModelDesign Of(RepeatedData data) => new(
        data,
        [.. data.Rows.Where(row => (data.Baselines.Length == 0 || !double.IsNaN(data.Baselines[row])) && data.Cohort.Terms.All(term => !double.IsNaN(term.Values[row])))]);

    /// <summary>The fit.</summary>
    public RepeatedMeasuresModel Fit()
    {
        double[] design = new double[_rows.Length * Columns];
        double[] response = new double[_rows.Length];
        for (int index = 0; index < _rows.Length; index++)
        {
            int row = _rows[index];
            Span<double> own = design.AsSpan(index * Columns, Columns);
            own[_columnOf[_data.VisitOfRow[row], _data.Cohort.ArmOfRow[row]]] = 1.0;
            response[index] = _data.Values[row] - (_slopes > 0 ? _data.Baselines[row] : 0.0);
            if (_slopes > 0)
            {
                own[_cells + _data.VisitOfRow[row]] = _data.Baselines[row];
            }

            for (int term = 0; term < _terms.Length; term++)
            {
                own[_cells + _slopes + term] = _terms[term].Values[row];
            }
        }

        return RepeatedMeasuresModel.Fit(
            design, Math.Max(1, Columns), response, [.. _rows.Select(row => _data.PatientOfRow[row])], [.. _rows.Select(row => _data.VisitOfRow[row])], _data.Visits.Count);
    }

    /// <summary>Patients of an arm who were seen at a visit.</summary>
    public int PatientsIn(int visit, int arm) => _rows.Count(row => _data.VisitOfRow[row] == visit && _data.Cohort.ArmOfRow[row] == arm);

    /// <summary>The mean of an arm at a visit.</summary>
    public MeanContrast MeanIn(RepeatedMeasuresModel model, int visit, int arm) =>
        HasCell(visit, arm) ? model.Contrast(Mean(visit, arm), _data.Endpoint.DegreesOfFreedom) : Unseen;

    /// <summary>The difference of an arm to the control at a visit.</summary>
    public MeanContrast DifferenceIn(RepeatedMeasuresModel model, int visit, int arm) =>
        HasCell(visit, 0) && HasCell(visit, arm) ? model.Contrast(Difference(visit, arm), _data.Endpoint.DegreesOfFreedom) : Unseen;

    /// <summary>The effects that are tested, each with the combinations that are 0 without it; none where an arm was not seen at a visit.</summary>
    public IEnumerable<(string Effect, string Measure, double[] Weights, int Combinations)> Effects()
    {
        int visits = _data.Visits.Count;
        int arms = _data.Arms.Count;
        if (_cells < visits * arms)
        {
            yield break;
        }

        double[][] visitMeans = [.. Enumerable.Range(0, visits).Select(visit => Average(Enumerable.Range(0, arms).Select(arm => Mean(visit, arm))))];
        int[] experimental = [.. Enumerable.Range(1, arms - 1)];
        int[] later = [.. Enumerable.Range(1, visits - 1)];
        if (arms > 1)
        {
            yield return ("arm, over visits", "arm", [.. experimental.SelectMany(arm => Average(Enumerable.Range(0, visits).Select(visit => Difference(visit, arm))))], arms - 1);
        }

        if (visits > 1)
        {
            yield return ("visit, over arms", "visit", [.. later.SelectMany(visit => Less(visitMeans[visit], visitMeans[0]))], visits - 1);
        }

        if (arms > 1 && visits > 1)
        {
            yield return ("arm × visit", "arm_by_visit", [.. experimental.SelectMany(arm => later.SelectMany(visit => Less(Difference(visit, arm), Difference(0, arm))))], (arms - 1) * (visits - 1));
            yield return ("arm, at any visit", "arm_at_any_visit", [.. experimental.SelectMany(arm => Enumerable.Range(0, visits).SelectMany(visit => Difference(visit, arm)))], (arms - 1) * visits);
        }
    }

    /// <summary>Whether an arm was seen at a visit, so that it has a mean.</summary>
    private bool HasCell(int visit, int arm) => _columnOf[visit, arm] >= 0;

    /// <summary>Weights of the mean of an arm at a visit.</summary>
    private double[] Mean(int visit, int arm)
    {
        double[] weights = new double[Columns];
        weights[_columnOf[visit, arm]] = 1.0;
        if (_slopes > 0)
        {
            weights[_cells + visit] = _meanBaseline;
        }

        _typical.CopyTo(weights, _cells + _slopes);
        return weights;
    }

    /// <summary>Weights of the difference of an arm to the control at a visit.</summary>
    private double[] Difference(int visit, int arm) => Less(Mean(visit, arm), Mean(visit, 0));

    private static double[] Less(double[] left, double[] right) => [.. left.Zip(right, (one, other) => one - other)];

    private static double[] Average(IEnumerable<double[]> weights)
    {
        double[][] all = [.. weights];
        return [.. Enumerable.Range(0, all[0].Length).Select(column => all.Average(own => own[column]))];
    }
}
