using System.Collections.Immutable;
using TrialSim.Engine.Analyses.Methods;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>
/// Does the analyses of a look on its data cut, as a statistician would who has the data and the protocol: it knows the design and nothing of the truth.
/// It only walks over the rows; how each is filled in is its method's affair. One instance serves one worker.
/// </summary>
internal sealed class LookAnalyst
{
    private readonly ResultLayout _layout;
    private readonly CurvePlan _curvePlan;
    private readonly EndpointLoader _endpoints;
    private readonly ImmutableArray<IAnalysisMethod> _methods;
    private readonly ImmutableArray<double> _followedForDays;
    private readonly KaplanMeierRow[] _curveRows;
    private readonly double[] _gridSurvival;
    private readonly int[] _gridAtRisk;

    public LookAnalyst(TrialDesign design, ResultLayout layout, CurvePlan curvePlan)
    {
        _layout = layout;
        _curvePlan = curvePlan;
        _endpoints = new EndpointLoader(design);
        _methods = [.. design.Analyses.Select(analysis => AnalysisMethods.Of(analysis, design))];
        _followedForDays = [.. design.Analyses.Select(analysis => analysis.FollowedForDays)];
        _curveRows = new KaplanMeierRow[design.MaxPatients];
        _gridSurvival = new double[curvePlan.GridDays.Length];
        _gridAtRisk = new int[curvePlan.GridDays.Length];
    }

    /// <summary>Fills in the rows of one look.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="cut">What is known.</param>
    /// <param name="rows">The replicate's rows, in the order of the layout; those of other looks, and what only a simulation can tell, are left alone.</param>
    public void Analyse(int look, DataCut cut, Span<ResultRow> rows)
    {
        int endpoint = RowKey.None;
        double followedForDays = 0.0;
        EndpointData data = default;
        for (int index = 0; index < rows.Length; index++)
        {
            RowKey key = _layout.Rows[index];
            if (key.Look != look || key.Measure == RowMeasure.TrueMedian)
            {
                continue;
            }

            double wanted = key.Analysis == RowKey.None ? 0.0 : _followedForDays[key.Analysis];
            if (key.Endpoint != endpoint || wanted != followedForDays)
            {
                endpoint = key.Endpoint;
                followedForDays = wanted;
                data = _endpoints.Load(cut, endpoint, followedForDays);
            }

            rows[index] = key.Analysis == RowKey.None ? data.CountsOf(key) : _methods[key.Analysis].RowOf(key, data);
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
        EndpointData data = default;
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
                data = _endpoints.Load(cut, endpoint, followedForDays: 0.0);
            }

            int reached = KaplanMeier.Fill(data.ByDay, (byte)key.Arm, _curveRows).FillOn(grid, _gridSurvival);
            KaplanMeier.FillAtRisk(data.ByDay, (byte)key.Arm, grid, _gridAtRisk);
            Span<float> place = curves.Slice(index * grid.Length * 2, grid.Length * 2);
            for (int time = 0; time < grid.Length; time++)
            {
                place[2 * time] = time < reached ? (float)_gridSurvival[time] : CurvePlan.Unknown;
                place[(2 * time) + 1] = _gridAtRisk[time];
            }
        }
    }
}
