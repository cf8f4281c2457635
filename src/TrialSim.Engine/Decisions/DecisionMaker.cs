using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Testing;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Decisions;

/// <summary>Asks the decisions of a design, in their order, upon what a look has shown, and changes the rest of the trial by them. One instance serves one worker.</summary>
internal sealed class DecisionMaker
{
    private readonly TrialDesign _design;
    private readonly ShownFigures _figures;
    private readonly SequentialJudge _judge;
    private readonly BlindedReestimation _blinded;
    private readonly Ranking _ranking;

    public DecisionMaker(TrialDesign design, ResultLayout layout, SequentialJudge judge)
    {
        _design = design;
        _judge = judge;
        RowIndex index = new(design, layout);
        _figures = new ShownFigures(index, judge);
        _blinded = new BlindedReestimation(design);
        _ranking = new Ranking(layout, index, _figures);
    }

    /// <summary>Decides upon a look.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="cut">What the look saw.</param>
    /// <param name="day">The day of the decision.</param>
    /// <param name="rows">The rows of the replicate.</param>
    /// <param name="state">What is changed.</param>
    public void Decide(int look, DataCut cut, TrialDay day, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        for (int index = 0; index < _design.Decisions.Length; index++)
        {
            Decision decision = _design.Decisions[index];
            if (state.DecidedAt[index] == TrialState.None && decision.Looks.Contains(look) && Holds(decision.If, look, rows, state))
            {
                state.Take(index, look);
                Do(decision.Then, look, cut, day, rows, state);
            }
        }
    }

    private bool Holds(DecisionCondition condition, int look, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        switch (condition)
        {
            case DecisionCondition.Always:
                return true;
            case DecisionCondition.Rejected rejected:
                return state.RejectedAt[rejected.Analysis] != TrialState.None;
            case DecisionCondition.Futile futile:
                return state.FutileAt[futile.Analysis] != TrialState.None && state.RejectedAt[futile.Analysis] == TrialState.None;
            case DecisionCondition.FigureWithin within:
                return _figures.TryRead(look, within.Analysis, within.Arm, within.Figure, rows, out double value) && within.Range.Contains(value);
            case DecisionCondition.Taken taken:
                return state.DecidedAt[taken.Decision] != TrialState.None;
            case DecisionCondition.Negated negated:
                return !Holds(negated.Part, look, rows, state);
            case DecisionCondition.All all:
                foreach (DecisionCondition part in all.Parts)
                {
                    if (!Holds(part, look, rows, state))
                    {
                        return false;
                    }
                }

                return true;
            case DecisionCondition.Any any:
                foreach (DecisionCondition part in any.Parts)
                {
                    if (Holds(part, look, rows, state))
                    {
                        return true;
                    }
                }

                return false;
            default:
                throw new InvalidOperationException($"No way to ask for {condition.GetType().Name}.");
        }
    }

    private void Do(DecisionAction action, int look, DataCut cut, TrialDay day, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        switch (action)
        {
            case DecisionAction.StopTrial stop:
                state.Stop(look, stop.Reason, day);
                break;
            case DecisionAction.StopAccrual:
                state.StopAccrual();
                break;
            case DecisionAction.DropArms drop:
                Drop(drop.Arms, state);
                break;
            case DecisionAction.DropArmsWithin drop:
                foreach (int analysis in drop.Analyses)
                {
                    if (_figures.TryRead(look, analysis, DecisionCondition.AnyArm, drop.Figure, rows, out double value) && drop.Range.Contains(value))
                    {
                        Drop([_ranking.ArmOf(look, analysis)], state);
                    }
                }

                break;
            case DecisionAction.KeepBestArms keep:
                _ranking.Rank(keep, look, rows, state);
                foreach (int arm in _ranking.Worse)
                {
                    state.Drop(arm);
                }

                break;
            case DecisionAction.ChangeRatio change:
                state.Allocate(change.Ratio);
                break;
            case DecisionAction.EnrolOnly only:
                state.EnrolOnly(only.Covariate, only.Levels);
                break;
            case DecisionAction.Reestimate reestimate:
                Raise(reestimate, state);
                break;
            case DecisionAction.ReestimateBlinded blinded:
                state.RandomiseUpTo(_blinded.PatientsFor(blinded, cut, state.TargetPatients));
                break;
            default:
                throw new InvalidOperationException($"No way to do {action.GetType().Name}.");
        }
    }

    private void Raise(DecisionAction.Reestimate rule, TrialState state)
    {
        int information = SizeReestimation.InformationFor(_judge.CourseOf(rule.Analysis), rule);
        state.Raise(rule.Look, information);
        if (_design.WaitsForPatients(rule.Look))
        {
            state.RandomiseUpTo(Math.Max(state.TargetPatients, information));
        }
    }

    private static void Drop(ImmutableArray<int> arms, TrialState state)
    {
        foreach (int arm in arms)
        {
            if (!state.IsDropped(arm))
            {
                state.Drop(arm);
            }
        }
    }
}
