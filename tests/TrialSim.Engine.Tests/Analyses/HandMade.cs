using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>
/// A ledger written by hand: patients randomised on day 0, in arms 0 and 1, with the days of two events (0 progression, seen at visits of schedule 0; 1 death) and what was logged.
/// </summary>
internal sealed class HandMade
{
    public const double Never = double.PositiveInfinity;

    private readonly Ledger _ledger;
    private int _patients;

    public HandMade(int patients, Endpoint endpoint, params Analysis[] analyses)
    {
        Trial trial = SmallTrial.Of(patients, analyses).WithEvents(
            SmallTrial.Event("progression", Model.Truth.CourseEnding.Continues, new Statistics.Hazards.ExponentialHazard(0.01)) with { SeenAt = [0] },
            SmallTrial.Event("death", Model.Truth.CourseEnding.Fatal, new Statistics.Hazards.ExponentialHazard(0.01)));
        Design = trial.Design with { Endpoints = [endpoint] };
        _ledger = new Ledger(trial with { Design = Design });
        _ledger.Log.Clear();
    }

    public TrialDesign Design { get; }

    /// <summary>The next patient: lost on a day, or never.</summary>
    public HandMade Patient(int arm, double progressionSeen, double death, double lost, params CourseEntry[] course)
    {
        int patient = _patients++;
        _ledger.Enrol(TrialDay.Opening, (uint)patient, site: 0, (byte)arm);
        _ledger.LossDays[patient] = lost;
        // Happened a day before it is seen; analyses that looked at the truth would show it.
        _ledger.MutableEventDaysOf(patient)[0] = progressionSeen - 1;
        _ledger.MutableEventDaysOf(patient)[1] = death;
        _ledger.MutableSeenDaysOf(patient)[0] = progressionSeen;
        _ledger.MutableSeenDaysOf(patient)[1] = death;
        foreach (CourseEntry entry in course)
        {
            _ledger.Log.Add(patient, entry);
        }

        return this;
    }

    /// <summary>A patient of whom only the log matters.</summary>
    public HandMade Patient(int arm, params CourseEntry[] course) => Patient(arm, Never, Never, Never, course);

    public DataCut CutAt(double day) => _ledger.CutAt(new TrialDay(day));

    public ImmutableArray<(RowKey Key, ResultRow Row)> RowsAt(double day)
    {
        ResultLayout layout = new(Design);
        ResultRow[] rows = new ResultRow[layout.Rows.Length];
        LookAnalyst analyst = new(Design, layout, CurvePlan.None);
        Xunit.Assert.Equal(0, AllocatedBytes.LeastOf(() => analyst.Analyse(0, CutAt(day), rows)));
        return [.. layout.Rows.Zip(rows).Where(row => row.First.Analysis != RowKey.None)];
    }

    public static CourseEntry Visit(double day, int number, int schedule = 0) => new(day, CourseEntryKind.VisitKept, schedule, number);

    public static CourseEntry Level(double day, int level) => new(day, CourseEntryKind.StateSeen, 0, level);

    public static CourseEntry Session(double day, int number) => new(day, CourseEntryKind.Session, 0, number);

    public static CourseEntry Drug(double day, CourseEntryKind kind, double value = 0) => new(day, kind, 1, 1, value);
}
