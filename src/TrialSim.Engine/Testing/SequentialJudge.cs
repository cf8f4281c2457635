using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;

namespace TrialSim.Engine.Testing;

/// <summary>
/// Gives the tests of a look their verdicts where these depend on more than the row: bounds that follow the information, two stages, arms that have been dropped, and what was
/// rejected before. One instance serves one worker.
/// </summary>
internal sealed class SequentialJudge
{
    private readonly TrialDesign _design;
    private readonly ResultLayout _layout;
    private readonly RowIndex _rows;
    private readonly ImmutableArray<SequentialCourse> _courses;
    private readonly ImmutableArray<FamilyJudge> _families;
    private readonly bool[] _isDropped;
    private readonly SequentialStage[][] _shown;

    public SequentialJudge(TrialDesign design, ResultLayout layout)
    {
        _design = design;
        _layout = layout;
        _rows = new RowIndex(design, layout);
        _courses = [.. design.Testing.Sequential.Select(test => new SequentialCourse(test))];
        _families = [.. design.Testing.Families.Select(family => new FamilyJudge(family, _rows, _courses))];
        _isDropped = new bool[layout.Rows.Length];
        _shown = [.. _courses.Select(_ => new SequentialStage[design.Looks.Length])];
    }

    /// <summary>Begins a replicate.</summary>
    public void Restart()
    {
        foreach (SequentialCourse course in _courses)
        {
            course.Restart();
        }

        foreach (FamilyJudge family in _families)
        {
            family.Restart();
        }
    }

    /// <summary>What an analysis's sequential test had shown by a look, whatever later looks have shown since.</summary>
    /// <param name="analysis">Index of an analysis that has one.</param>
    /// <param name="look">Index of a look that has been judged.</param>
    public SequentialStage ShownBy(int analysis, int look)
    {
        for (int course = 0; course < _courses.Length; course++)
        {
            if (_courses[course].Test.Analysis == analysis)
            {
                return _shown[course][look];
            }
        }

        throw new InvalidOperationException($"{_design.Analyses[analysis].Name} is no sequential test.");
    }

    /// <summary>Fills in the stages that a look, which has been judged last, was of the sequential tests.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="stages">Those of the replicate: of each sequential test in the order of the design, of each of its looks.</param>
    public void FillStages(int look, Span<TestStage> stages)
    {
        int first = 0;
        foreach (SequentialCourse course in _courses)
        {
            if (course.LastLook == look)
            {
                stages[first + course.Test.Looks.IndexOf(look)] =
                    new TestStage(course.InformationOfBounds / course.Test.PlannedInformation[^1], course.Z, course.Efficacy, course.Futility);
            }

            first += course.Test.Looks.Length;
        }
    }

    /// <summary>Sets the verdicts of a look, and notes what it rejects or finds futile.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="rows">The rows of the replicate, with the look's analyses.</param>
    /// <param name="state">Takes the notes.</param>
    public void Judge(int look, Span<ResultRow> rows, TrialState state)
    {
        foreach (SequentialCourse course in _courses)
        {
            JudgeBySequence(course, look, rows, state);
        }

        foreach (TwoStageTest test in _design.Testing.TwoStage)
        {
            JudgeByStage(test, look, rows, state);
        }

        for (int row = 0; row < rows.Length; row++)
        {
            _isDropped[row] = IsDropped(_layout.Rows[row], state);
        }

        foreach (FamilyJudge family in _families)
        {
            family.Judge(look, rows, _isDropped);
        }

        foreach (SequentialCourse course in _courses)
        {
            NoteFutility(course, look, rows, state);
        }

        for (int course = 0; course < _courses.Length; course++)
        {
            _shown[course][look] = _courses[course].Shown; // After the families, which change bounds.
        }

        for (int row = 0; row < rows.Length; row++)
        {
            RowKey key = _layout.Rows[row];
            if (key.Look != look || key.Analysis == RowKey.None)
            {
                continue;
            }

            if (_isDropped[row])
            {
                rows[row] = rows[row] with { Verdict = Verdict.NotTested };
            }
            else if (rows[row].Verdict == Verdict.Rejected)
            {
                state.Reject(key.Analysis, look);
            }
        }
    }

    private void JudgeBySequence(SequentialCourse course, int look, Span<ResultRow> rows, TrialState state)
    {
        SequentialTest test = course.Test;
        int place = test.Looks.IndexOf(look);
        if (place < 0)
        {
            return;
        }

        ref ResultRow row = ref rows[_rows.OfTest(look, test.Analysis)];
        if (IsDropped(_layout.Rows[_rows.OfTest(look, test.Analysis)], state))
        {
            return;
        }

        bool isStage = row.Reason == Statistics.NotEstimable.None
            && course.TryTake(place, _design.Endpoints[_design.Analyses[test.Analysis].Endpoint] is TimeToEventEndpoint ? row.Events : row.Patients, NormalZOf(test.Analysis, row));
        bool isRejected = (isStage && course.IsCrossed) || state.RejectedAt[test.Analysis] != TrialState.None;
        if (row.Reason == Statistics.NotEstimable.None)
        {
            row = row with { Verdict = isRejected ? Verdict.Rejected : Verdict.Retained };
        }
    }

    // Bounds are for a normal statistic, and Student's t has heavier tails.
    private double NormalZOf(int analysis, in ResultRow row) =>
        _design.Analyses[analysis] is TTestAnalysis test ? ResultRow.NormalDeviate(test.Criterion, row.PValue, row.Z) : row.Z;

    // After the families have had their say: what they reject is not futile.
    private void NoteFutility(SequentialCourse course, int look, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        SequentialTest test = course.Test;
        bool isEarlierStage = course.LastLook == look && test.Looks[^1] != look;
        if (isEarlierStage && test.Sides == RejectionSides.Benefit && course.Z < course.Futility
            && rows[_rows.OfTest(look, test.Analysis)].Verdict != Verdict.Rejected)
        {
            state.FindFutile(test.Analysis, look);
        }
    }

    private void JudgeByStage(TwoStageTest test, int look, Span<ResultRow> rows, TrialState state)
    {
        if (look != test.FirstLook && look != test.FinalLook)
        {
            return;
        }

        ref ResultRow row = ref rows[_rows.OfTest(look, test.Analysis)];
        bool passedFirst = state.FutileAt[test.Analysis] == TrialState.None;
        row = row with { Verdict = look == test.FinalLook && passedFirst && row.Events > test.Design.Limit ? Verdict.Rejected : Verdict.Retained };
        if (look == test.FirstLook && row.Events <= test.Design.FirstStageLimit)
        {
            state.FindFutile(test.Analysis, look);
        }
    }

    private static bool IsDropped(RowKey key, TrialState state) =>
        key.Control != RowKey.None && (state.IsDropped(key.Arm) || state.IsDropped(key.Control));
}
