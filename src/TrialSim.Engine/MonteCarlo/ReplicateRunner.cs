using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Simulates single replicates with the buffers of one worker.</summary>
internal sealed class ReplicateRunner
{
    private readonly Trial _trial;
    private readonly CurvePlan _curvePlan;
    private readonly Ledger _ledger;
    private readonly Randomisation _randomisation;
    private readonly LookAnalyst _analyst;
    private readonly TrueMedians _trueMedians;
    private readonly Action<int, DataCut> _atLook;

    // Where the replicate under way writes; set for each one, so that the delegate above is made only once.
    private ReplicateBatch _batch;
    private int _index;
    private float[] _curves = [];

    public ReplicateRunner(Trial trial, ResultLayout layout, CurvePlan curvePlan)
    {
        _trial = trial;
        _curvePlan = curvePlan;
        _ledger = new Ledger(trial);
        _randomisation = new Randomisation(trial);
        _analyst = new LookAnalyst(trial.Design, layout, curvePlan);
        _trueMedians = new TrueMedians(trial.Design, layout);
        _batch = new ReplicateBatch(0, 0, 0);
        _atLook = AtLook;
    }

    /// <summary>Simulates one replicate into a place of a batch.</summary>
    public void Run(ulong seed, uint replicate, ReplicateBatch batch, int index)
    {
        _batch = batch;
        _index = index;
        _curves = replicate <= _curvePlan.LastReplicate ? new float[_curvePlan.Length] : [];
        batch.MutableLookDaysOf(index).Fill(TrialDay.Never);
        batch.MutableRowsOf(index).Clear();
        _curves.AsSpan().Fill(CurvePlan.Unknown); // Looks that are not reached leave it so.
        batch.KeepCurves(index, _curves);
        _randomisation.Fill(seed, replicate, _ledger);
        new Calendar(_trial, _ledger).Run(_atLook);
    }

    private void AtLook(int look, DataCut cut)
    {
        _batch.MutableLookDaysOf(_index)[look] = cut.Day;
        _analyst.Analyse(look, cut, _batch.MutableRowsOf(_index));
        _trueMedians.Fill(look, cut.Day, _ledger, _batch.MutableRowsOf(_index));
        if (_curves.Length > 0)
        {
            _analyst.FillCurves(look, cut, _curves);
        }
    }
}
