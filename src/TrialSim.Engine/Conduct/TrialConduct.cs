using TrialSim.Engine.Analyses;
using TrialSim.Engine.Decisions;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>Conducts whole trials: enrolment, looks with their analyses, verdicts and decisions. One instance serves one worker; each replicate overwrites the last.</summary>
internal sealed class TrialConduct : ILookConduct
{
    private readonly TrialDesign _design;
    private readonly Randomisation _randomisation;
    private readonly LookAnalyst _analyst;
    private readonly EventDays _eventDays;
    private readonly SlotCalendar _slots;
    private readonly SequentialJudge _judge;
    private readonly DecisionMaker _decisions;
    private readonly bool _analyses;
    private readonly bool _enrolsOneByOne;
    private readonly StopObedience _obedience;
    private readonly ResultRow[] _rows;
    private readonly TestStage[] _stages;
    private readonly TrialDay[] _lookDays;
    private readonly DataCut[] _cuts;
    private readonly bool[] _decidesAt;
    private Action<int, DataCut> _atLook = static (_, _) => { };
    private TrialDay _lastDay;

    /// <param name="trial">The compiled scenario.</param>
    /// <param name="layout">Its rows.</param>
    /// <param name="analyst">Does its analyses.</param>
    /// <param name="wanted">Whether looks are analysed upon which nothing depends.</param>
    public TrialConduct(Trial trial, ResultLayout layout, LookAnalyst analyst, AnalysesWanted wanted)
    {
        _design = trial.Design;
        _analyst = analyst;
        _obedience = trial.Run.Stopping;
        _enrolsOneByOne = trial.Meetings.HasFlag(Meetings.Enrolment);
        Ledger = new Ledger(trial);
        _eventDays = new EventDays(trial.Design, Ledger);
        State = new TrialState(trial.Design);
        _randomisation = new Randomisation(trial);
        _slots = new SlotCalendar(trial, Ledger, _randomisation.UnderWay);
        _judge = new SequentialJudge(trial.Design, layout);
        _decisions = new DecisionMaker(trial, layout, _judge, Ledger);
        _analyses = wanted == AnalysesWanted.All || !trial.Design.Decisions.IsEmpty;
        _rows = new ResultRow[layout.Rows.Length];
        _stages = new TestStage[trial.Design.Testing.StageCount];
        _lookDays = new TrialDay[trial.Design.Looks.Length];
        _cuts = new DataCut[trial.Design.Looks.Length];
        _decidesAt = [.. Enumerable.Range(0, _lookDays.Length).Select(look => trial.Design.Decisions.Any(decision => decision.Looks.Contains(look)))];
    }

    /// <summary>The conduct of a trial of which nothing is wanted but its course.</summary>
    public static TrialConduct WithoutResults(Trial trial)
    {
        ResultLayout layout = new(trial.Design);
        return new TrialConduct(trial, layout, new LookAnalyst(trial.Design, layout, CurvePlan.None), AnalysesWanted.WhereDecided);
    }

    /// <summary>The patients.</summary>
    public Ledger Ledger { get; }

    /// <summary>What has been decided.</summary>
    public TrialState State { get; }

    /// <summary>The rows of the looks that have taken place, in the order of the layout; empty ones for the others.</summary>
    public ReadOnlySpan<ResultRow> Rows => _rows;

    /// <summary>The same, for what only a simulation can fill in.</summary>
    public Span<ResultRow> MutableRows => _rows;

    /// <summary>Of each sequential test, of each of its looks, the stage that it was.</summary>
    public ReadOnlySpan<TestStage> Stages => _stages;

    /// <summary>The day of each look; never for one that has not taken place.</summary>
    public ReadOnlySpan<TrialDay> LookDays => _lookDays;

    /// <summary>How each resource of the sites was used, by its index.</summary>
    public ReadOnlySpan<ResourceUse> ResourceUse => _slots.Use;

    /// <summary>How the trial has ended.</summary>
    public TrialOutcome Outcome
    {
        get
        {
            TrialDay end = State.StopLook == TrialState.None ? _lastDay : State.StopDay;
            return new TrialOutcome(end, State.StopLook, State.StopReason, Ledger.CutAt(end).Patients, _randomisation.ScreenedBy(end));
        }
    }

    /// <summary>From the next replicate on one patient is put into an arm, whatever the allocation says.</summary>
    /// <param name="screened">The patient, by the order of screening.</param>
    /// <param name="arm">Index of the arm.</param>
    public void Reallocate(uint screened, int arm) => _randomisation.Reallocate(screened, arm);

    /// <summary>Runs a replicate.</summary>
    /// <param name="seed">Key of all draws.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="atLook">Called with each look and its data cut after its analyses and before its decisions, in the order of time.</param>
    public void Run(ulong seed, uint replicate, Action<int, DataCut> atLook)
    {
        _atLook = atLook;
        _lastDay = TrialDay.Never;
        State.Restart();
        _judge.Restart();
        Array.Clear(_rows);
        Array.Clear(_stages);
        Array.Fill(_lookDays, TrialDay.Never);
        Calendar calendar = new(_design, Ledger, _eventDays, _slots, State, this);
        if (_enrolsOneByOne)
        {
            _slots.Restart(seed, replicate);
            _randomisation.Start(seed, replicate, Ledger);
            calendar.RunEnrolling(_randomisation);
            _slots.Close(Outcome.EndDay);
        }
        else
        {
            _randomisation.Fill(seed, replicate, Ledger);
            _eventDays.Forget();
            calendar.Run();
        }
    }

    /// <inheritdoc/>
    public void Look(int look, DataCut cut)
    {
        _lookDays[look] = cut.Day;
        _cuts[look] = cut;
        _lastDay = cut.Day;
        State.TakeLook(look);
        if (_analyses)
        {
            _analyst.Analyse(look, cut, _rows);
            _judge.Judge(look, _rows, State);
            _judge.FillStages(look, _stages);
        }

        _atLook(look, cut);
    }

    /// <inheritdoc/>
    public bool DecidesAt(int look) => _decidesAt[look];

    /// <inheritdoc/>
    public Continuation Decide(int look, TrialDay day)
    {
        _lastDay = day;
        _decisions.Decide(look, _cuts[look], day, _rows, State);
        return State.StopLook != TrialState.None && _obedience == StopObedience.Stops ? Continuation.Stop : Continuation.GoOn;
    }
}
