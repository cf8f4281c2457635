using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Dependence;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Simulates single replicates with the buffers of one worker.</summary>
internal sealed class ReplicateRunner
{
    private readonly CurvePlan _curvePlan;
    private readonly TrialConduct _conduct;
    private readonly LookAnalyst _analyst;
    private readonly TrueMedians _trueMedians;
    private readonly Action<int, DataCut> _atLook;

    // Where the replicate under way writes; set for each one, so that the delegate above is made only once.
    private ReplicateBatch _batch;
    private int _index;
    private float[] _curves = [];

    public ReplicateRunner(Trial trial, ResultLayout layout, CurvePlan curvePlan)
    {
        _curvePlan = curvePlan;
        _analyst = new LookAnalyst(trial.Design, layout, curvePlan);
        _conduct = new TrialConduct(EssentialProtocol.Of(trial), layout, _analyst, AnalysesWanted.All);
        _trueMedians = new TrueMedians(trial.Design, layout);
        _batch = new ReplicateBatch(0, trial, 0);
        _atLook = AtLook;
    }

    /// <summary>Simulates one replicate into a place of a batch.</summary>
    public void Run(ulong seed, uint replicate, ReplicateBatch batch, int index)
    {
        _batch = batch;
        _index = index;
        _curves = replicate <= _curvePlan.LastReplicate ? new float[_curvePlan.Length] : [];
        _curves.AsSpan().Fill(CurvePlan.Unknown); // Looks that are not reached leave it so.
        batch.KeepCurves(index, _curves);
        _conduct.Run(seed, replicate, _atLook);
        batch.KeepConduct(index, _conduct);
    }

    private void AtLook(int look, DataCut cut)
    {
        _trueMedians.Fill(look, cut.Day, _conduct.Ledger, _conduct.MutableRows);
        if (_curves.Length > 0)
        {
            _analyst.FillCurves(look, cut, _curves);
        }
    }
}
