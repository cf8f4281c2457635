using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Testing;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Decisions;

/// <summary>
/// Asks the decisions of a design, in their order, upon what a look has shown, and changes the rest of the trial by them. A decision is taken when it changes something, and then once; one that
/// finds nothing to change is asked again at its next look. It is about what its look and those before it have shown, also where others take place before the day of the decision; what has been decided
/// by that day has been decided. What is decided about patients to come finds nothing to change when nobody is to come any more. One instance serves one worker.
/// </summary>
internal sealed class DecisionMaker
{
    private readonly TrialDesign _design;
    private readonly StopObedience _obedience;
    private readonly ShownFigures _figures;
    private readonly SequentialJudge _judge;
    private readonly Ledger _ledger;
    private readonly BlindedReestimation _blinded;
    private readonly Ranking _ranking;

    /// <param name="trial">The trial.</param>
    /// <param name="layout">Of its results.</param>
    /// <param name="judge">Of its tests over looks.</param>
    /// <param name="ledger">The patients who are in the trial when a decision is asked.</param>
    public DecisionMaker(Trial trial, ResultLayout layout, SequentialJudge judge, Ledger ledger)
    {
        TrialDesign design = trial.Design;
        _design = design;
        _obedience = trial.Run.Stopping;
        _judge = judge;
        _ledger = ledger;
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
            if (state.StopLook != TrialState.None && _obedience == StopObedience.Stops)
            {
                return; // There is no rest of the trial.
            }

            Decision decision = _design.Decisions[index];
            if (state.DecidedAt[index] == TrialState.None && decision.Looks.Contains(look) && Holds(decision.If, look, rows, state)
                && TryDo(index, look, cut, day, rows, state))
            {
                state.Take(index, look);
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
                return state.IsRejectedBy(rejected.Analysis, look);
            case DecisionCondition.Futile futile:
                return state.IsFutileBy(futile.Analysis, look) && !state.IsRejectedBy(futile.Analysis, look);
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

    // Whether it changes anything.
    private bool TryDo(int decision, int look, DataCut cut, TrialDay day, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        switch (_design.Decisions[decision].Then)
        {
            case DecisionAction.StopTrial stop:
                return state.TryStop(look, stop.Reason, day);
            case DecisionAction.StopAccrual or DecisionAction.ChangeRatio or DecisionAction.EnrolOnly when !state.IsEnrolling(_ledger.Enrolled):
                return false; // Of patients to come, and nobody is to come.
            case DecisionAction.StopAccrual:
                state.StopAccrual();
                return true;
            case DecisionAction.DropArms drop:
                return TryDrop(drop.Arms.AsSpan(), decision, state);
            case DecisionAction.DropArmsWithin drop:
                bool drops = false;
                foreach (int analysis in drop.Analyses)
                {
                    drops |= _figures.TryRead(look, analysis, DecisionCondition.AnyArm, drop.Figure, rows, out double value) && drop.Range.Contains(value)
                        && state.TryDrop(_ranking.ArmOf(look, analysis), decision);
                }

                return drops;
            case DecisionAction.KeepBestArms keep:
                _ranking.Rank(keep, look, rows, state);
                return TryDrop(_ranking.Worse, decision, state);
            case DecisionAction.ChangeRatio change:
                return state.TryAllocate(change.Ratio);
            case DecisionAction.EnrolOnly only:
                bool isNew = state.EnrolOnlyCovariate != only.Covariate || !state.EnrolOnlyLevels.AsSpan().SequenceEqual(only.Levels.AsSpan());
                state.EnrolOnly(only.Covariate, only.Levels);
                return isNew;
            case DecisionAction.Reestimate reestimate:
                return TryRaise(reestimate, decision, look, state);
            case DecisionAction.ReestimateBlinded blinded:
                int patients = _blinded.PatientsFor(blinded, cut, state.TargetPatients);
                if (patients == state.TargetPatients || state.IsAccrualStopped)
                {
                    return false;
                }

                state.RandomiseUpTo(patients);
                state.NoteSize(decision, patients);
                return true;
            default:
                throw new InvalidOperationException($"No way to do {_design.Decisions[decision].Then.GetType().Name}.");
        }
    }

    private bool TryRaise(DecisionAction.Reestimate rule, int decision, int look, TrialState state)
    {
        SequentialStage shown = _judge.ShownBy(rule.Analysis, look);
        int information = SizeReestimation.InformationFor(shown, rule);
        if (state.HasTakenPlace(rule.Look) || information <= state.CountFor(rule.Look, (int)shown.Test.PlannedInformation[^1]))
        {
            return false;
        }

        state.Raise(rule.Look, information);
        state.NoteSize(decision, information);
        if (_design.WaitsForPatients(rule.Look))
        {
            state.RandomiseUpTo(Math.Max(state.TargetPatients, information));
        }

        return true;
    }

    private static bool TryDrop(ReadOnlySpan<int> arms, int decision, TrialState state)
    {
        bool drops = false;
        foreach (int arm in arms)
        {
            drops |= state.TryDrop(arm, decision);
        }

        return drops;
    }
}
