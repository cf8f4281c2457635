using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Testing;
using TrialSim.Statistics;

namespace TrialSim.Engine.Testing;

/// <summary>Sets the verdicts of a family's members at each look; what has been rejected once stays so. One instance serves one worker.</summary>
internal sealed class FamilyJudge
{
    private readonly TestFamily _family;
    private readonly RowIndex _index;
    private readonly SequentialCourse?[] _courses;
    private readonly IFamilyRule _rule;
    private readonly MemberResult[] _results;
    private readonly bool[] _rejected;

    /// <param name="family">The family.</param>
    /// <param name="index">Finds the rows.</param>
    /// <param name="courses">The sequential tests of the design.</param>
    public FamilyJudge(TestFamily family, RowIndex index, ImmutableArray<SequentialCourse> courses)
    {
        _family = family;
        _index = index;
        _courses = [.. family.Members.Select(member => courses.FirstOrDefault(course => course.Test.Analysis == member.Analysis))];
        _results = new MemberResult[family.Members.Length];
        _rejected = new bool[family.Members.Length];
        _rule = family switch
        {
            TestFamily.Graph graph => new GraphRule(graph, _courses),
            TestFamily.Hochberg hochberg => new HochbergRule(hochberg),
            TestFamily.CoPrimary coPrimary => new CoPrimaryRule(coPrimary, _courses),
            TestFamily.Closed closed => new ClosedRule(closed, _courses),
            _ => throw new InvalidOperationException($"No rule for {family.GetType().Name}."),
        };
    }

    /// <summary>Begins a replicate.</summary>
    public void Restart()
    {
        Array.Clear(_rejected);
        _rule.Restart();
    }

    /// <summary>Sets the verdicts of a look.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="rows">The rows of the replicate; the verdicts in them are those of each test alone.</param>
    /// <param name="isDropped">Whether an arm of a row has been dropped.</param>
    public void Judge(int look, Span<ResultRow> rows, ReadOnlySpan<bool> isDropped)
    {
        for (int member = 0; member < _results.Length; member++)
        {
            int row = _index.OfTest(look, _family.Members[member].Analysis);
            _results[member] = row != RowIndex.None && IsTested(member, look, rows[row]) && !isDropped[row]
                ? new MemberResult(true, rows[row].Verdict == Verdict.Rejected, rows[row].PValue, rows[row].Z)
                : default;
        }

        _rule.Judge(_results, _rejected);
        for (int member = 0; member < _results.Length; member++)
        {
            int row = _index.OfTest(look, _family.Members[member].Analysis);
            if (row != RowIndex.None && rows[row].Reason == NotEstimable.None)
            {
                rows[row] = rows[row] with { Verdict = _rejected[member] ? Verdict.Rejected : Verdict.Retained };
            }
        }
    }

    private bool IsTested(int member, int look, in ResultRow row) =>
        row.Reason == NotEstimable.None && (_courses[member] is not { } course || course.LastLook == look);
}
