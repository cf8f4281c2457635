using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Sites;
using TrialSim.Model;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.Conduct;

/// <summary>Hands each look on and decides nothing.</summary>
internal sealed class LookRecorder(Action<int, DataCut> atLook) : ILookConduct
{
    /// <summary>Runs the looks of a trial whose patients are in the ledger.</summary>
    public static void Run(Trial trial, Ledger ledger, Action<int, DataCut> atLook) =>
        new Calendar(trial.Design, ledger, new EventDays(trial.Design, ledger), new SlotCalendar(trial, ledger, new CoursesUnderWay(trial, 0)), new TrialState(trial.Design), new LookRecorder(atLook)).Run();

    public void Look(int look, DataCut cut) => atLook(look, cut);

    public bool DecidesAt(int look) => false;

    public Continuation Decide(int look, TrialDay day) => Continuation.GoOn;
}
